import type { MemberReasonCode } from '../../src/contracts/console/rollout-reasons.ts';
import type { MemberRow, MemberState } from '../../src/contracts/console/rollouts.ts';
import { quietUntil } from '../../src/rollout/quiet-hours.ts';
import { reasonWords } from '../../src/rollout/reason-words.ts';
import { type RolloutNow, reasonFor } from '../../src/rollout/reasons.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { planOf, type RolloutRow, rolloutRow } from './rollout-rows.ts';

export interface MemberFilter {
  readonly page: number;
  readonly size: number;
  readonly wave?: number | undefined;
  readonly state?: MemberState | undefined;
  readonly reason?: MemberReasonCode | undefined;
  readonly text?: string | undefined;
}

/** Kiosks of a rollout with the reason of each that is not on target; null: there is no such rollout. */
export async function listMembers(
  { queries, clock }: Foundations,
  rolloutId: string,
  filter: MemberFilter,
): Promise<{ total: number; rows: MemberRow[] } | null> {
  const rollout = await rolloutRow(queries, rolloutId);
  if (!rollout) return null;
  const now = clock.now();
  const from = (filter.page - 1) * filter.size;
  const standing = rolloutNow(rollout, now);
  if (filter.reason === undefined) {
    const all = await members(queries, rolloutId, filter)
      .select(({ fn }) => fn.countAll().as('kiosks'))
      .executeTakeFirst();
    const rows = await withColumns(queries, rolloutId, filter).limit(filter.size).offset(from).execute();
    return { total: Number(all?.kiosks ?? 0), rows: rows.map((row) => memberRow(row, standing, now)) };
  }
  // A reason follows from the clock too: no column holds it, so everybody is asked.
  const everybody = await withColumns(queries, rolloutId, filter).execute();
  const fitting = everybody
    .map((row) => memberRow(row, standing, now))
    .filter(({ reason }) => reason?.code === filter.reason);
  return { total: fitting.length, rows: fitting.slice(from, from + filter.size) };
}

function members(q: Queries, rolloutId: string, { wave, state, text }: MemberFilter) {
  let question = q
    .selectFrom('rollout_member')
    .innerJoin('kiosk', 'kiosk.kiosk_id', 'rollout_member.kiosk_id')
    .where('rollout_member.rollout_id', '=', rolloutId);
  if (wave !== undefined) question = question.where('rollout_member.wave', '=', wave);
  if (state !== undefined) question = question.where('rollout_member.state', '=', state);
  if (text !== undefined) {
    const part = `%${text.toLowerCase().replaceAll(/[%_\\]/g, '')}%`;
    question = question.where(({ or, eb, fn }) =>
      or([eb(fn('lower', ['kiosk.name']), 'like', part), eb(fn('lower', ['kiosk.kiosk_id']), 'like', part)]),
    );
  }
  return question;
}

const withColumns = (q: Queries, rolloutId: string, filter: MemberFilter) =>
  members(q, rolloutId, filter)
    .leftJoin('decommission', 'decommission.kiosk_id', 'kiosk.kiosk_id')
    .leftJoin('heartbeat', 'heartbeat.kiosk_id', 'kiosk.kiosk_id')
    .leftJoin('kiosk_configuration', 'kiosk_configuration.kiosk_id', 'kiosk.kiosk_id')
    .select([
      'kiosk.kiosk_id',
      'kiosk.name',
      'kiosk.region',
      'kiosk.model',
      'kiosk.revoked_at',
      'decommission.at as given_up_at',
      'heartbeat.received_at',
      'heartbeat.maintenance_since',
      'kiosk_configuration.polled_at',
      'rollout_member.wave',
      'rollout_member.state',
      'rollout_member.reason',
      'rollout_member.changed_at',
    ])
    .orderBy('rollout_member.wave')
    .orderBy('kiosk.kiosk_id');
type JoinedMember = Awaited<ReturnType<ReturnType<typeof withColumns>['execute']>>[number];

function rolloutNow(row: RolloutRow, now: number): RolloutNow {
  const plan = planOf(row);
  return {
    state: row.state,
    wave: row.wave_opened_at === null ? -1 : row.wave,
    started: row.started_at !== null,
    notBefore: epoch(plan.notBefore),
    quietUntil: quietUntil(plan.quietHours, now),
  };
}

const epoch = (at: string | null): number | null => (at === null ? null : Date.parse(at));

function memberRow(row: JoinedMember, rollout: RolloutNow, now: number): MemberRow {
  const { wave, state, reason } = row;
  const heard = {
    givenUp: row.given_up_at !== null,
    revoked: row.revoked_at !== null,
    beatAt: epoch(row.received_at),
    polledAt: epoch(row.polled_at),
    maintenanceSince: epoch(row.maintenance_since),
  };
  const member = { wave, state, reason, changedAt: Date.parse(row.changed_at) };
  const why = reasonFor(member, heard, rollout, now);
  return {
    kioskId: row.kiosk_id,
    name: row.name,
    region: row.region,
    model: row.model,
    wave,
    state,
    changedAt: row.changed_at,
    reason: why && {
      code: why.code,
      at: why.at === null ? null : new Date(why.at).toISOString(),
      detail: why.detail,
      says: reasonWords(why),
    },
  };
}
