import { CONFIGURATION_TROUBLES } from '../contracts/configuration/poll.ts';
import type { MemberReasonCode } from '../contracts/console/rollout-reasons.ts';
import type { MemberState, RolloutState } from '../contracts/console/rollouts.ts';

const MINUTE_MS = 60_000;
/** A kiosk polls at least every eleven minutes: 55 s held open, and at most 600 s between two. */
export const SILENT_AFTER_MS = 15 * MINUTE_MS;
/** It beats every 30 s. */
export const NO_LINK_AFTER_MS = 5 * MINUTE_MS;

/** Milliseconds since the epoch throughout; null: never. */
export interface LastHeard {
  readonly givenUp: boolean;
  readonly revoked: boolean;
  readonly beatAt: number | null;
  readonly polledAt: number | null;
  readonly maintenanceSince: number | null;
}

export interface RolloutNow {
  readonly state: RolloutState;
  readonly wave: number;
  readonly started: boolean;
  readonly notBefore: number | null;
  /** End of the quiet hours that hold now. */
  readonly quietUntil: number | null;
}

export interface MemberNow {
  readonly state: MemberState;
  readonly wave: number;
  /** As kept with the member: configuration trouble, what it waits for, why it is left out. */
  readonly reason: string | null;
  readonly changedAt: number;
}

export interface Reason {
  readonly code: MemberReasonCode;
  readonly at: number | null;
  readonly detail: string | null;
}

const reason = (code: MemberReasonCode, at: number | null = null, detail: string | null = null): Reason => ({
  code,
  at,
  detail,
});

const LEFT_OUT = ['superseded', 'other-line', 'not-concerned'] as const;

/** Why a kiosk is not where the rollout wants it; null only where it is: nobody off target is without a reason. */
export function reasonFor(
  member: MemberNow,
  heard: LastHeard,
  rollout: RolloutNow,
  now: number,
): Reason | null {
  const backwards = rollout.state === 'returning' || rollout.state === 'returned';
  if (backwards) {
    if (member.state === 'back' || member.state === 'planned' || member.state === 'left-out') return null;
  } else if (member.state === 'running') return null;
  if (heard.revoked) return reason('revoked');
  if (heard.givenUp) return reason('given-up');
  if (backwards) return outOfHearing(heard, now) ?? reason('going-back', member.changedAt);
  return forwards(member, heard, rollout, now);
}

function forwards(member: MemberNow, heard: LastHeard, rollout: RolloutNow, now: number): Reason {
  const { changedAt } = member;
  const trouble = CONFIGURATION_TROUBLES.find((known) => known === member.reason) ?? null;
  switch (member.state) {
    case 'planned':
      return notYet(member, rollout, now);
    case 'left-out':
      return reason(LEFT_OUT.find((known) => known === member.reason) ?? 'superseded', changedAt);
    case 'returned':
    case 'refused':
      return reason(member.state, changedAt, trouble);
    case 'waiting':
      if (member.reason === 'waiting-for-day') return reason('waits-for-day', changedAt);
      return outOfHearing(heard, now) ?? reason('waits-for-resident', changedAt);
    case 'on-trial':
      return outOfHearing(heard, now) ?? reason('on-trial', changedAt);
    case 'assigned':
    case 'running':
    case 'back':
      return outOfHearing(heard, now) ?? reason('on-its-way', changedAt);
  }
}

function notYet(member: MemberNow, rollout: RolloutNow, now: number): Reason {
  switch (rollout.state) {
    case 'paused':
    case 'stopped':
      return reason(rollout.state);
    case 'scheduled':
      if (!rollout.started) return reason('not-started');
      if (rollout.notBefore !== null && rollout.notBefore > now) {
        return reason('waits-for-schedule', rollout.notBefore);
      }
      break;
    default:
      if (member.wave <= rollout.wave) return reason('on-its-way');
  }
  return rollout.quietUntil === null ? reason('not-its-wave') : reason('quiet-hours', rollout.quietUntil);
}

function outOfHearing({ beatAt, polledAt, maintenanceSince }: LastHeard, now: number): Reason | null {
  if (beatAt === null || beatAt < now - NO_LINK_AFTER_MS) return reason('link-down', beatAt);
  if (maintenanceSince !== null) return reason('in-maintenance', maintenanceSince);
  if (polledAt === null || polledAt < now - SILENT_AFTER_MS) return reason('not-heard', polledAt);
  return null;
}
