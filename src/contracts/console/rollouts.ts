import { z } from 'zod';
import { DOCUMENT_KINDS, documentLine } from '../configuration/document.ts';
import { instant } from '../fields.ts';
import { kioskIdParams } from './fleet.ts';
import { pageOf, pageQuery } from './paging.ts';
import { documentFault, plainWords } from './plain-words.ts';
import { releaseId } from './releases.ts';
import { rolloutPlan } from './rollout-plan.ts';
import { MEMBER_REASONS, memberReason } from './rollout-reasons.ts';

/** `stopped`: widens no more, those who have it keep it. `returning`, `returned`: everybody goes back. */
export const ROLLOUT_STATES = [
  'scheduled',
  'canary',
  'wave',
  'paused',
  'stopped',
  'returning',
  'returned',
  'done',
] as const;
export type RolloutState = (typeof ROLLOUT_STATES)[number];

/** Where one kiosk stands in a rollout. Every state but `running` has a reason operators can read. */
export const MEMBER_STATES = [
  'planned',
  'assigned',
  'waiting',
  'on-trial',
  'running',
  'returned',
  'refused',
  'back',
  'left-out',
] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

export const rolloutId = z.string().regex(/^P-[0-9A-F]{12}$/);
const operatorId = z.string().max(40);
const count = z.number().int().nonnegative();
/** How many kiosks are in each state; all states are there. */
const counts = z.strictObject(
  Object.fromEntries(MEMBER_STATES.map((state) => [state, count])) as Record<MemberState, typeof count>,
);
export type MemberCounts = z.infer<typeof counts>;

export const rolloutSummary = z.strictObject({
  rolloutId,
  releaseId,
  title: z.string(),
  documents: z.array(
    z.strictObject({ kind: z.enum(DOCUMENT_KINDS), line: documentLine, version: z.number().int() }),
  ),
  state: z.enum(ROLLOUT_STATES),
  /** Number of the wave that is open; 0: the canary. */
  wave: count,
  /** Waves after the canary. */
  waves: count,
  createdBy: operatorId,
  createdAt: instant,
  startedBy: operatorId.nullable(),
  startedAt: instant.nullable(),
  waveOpenedAt: instant.nullable(),
  endedAt: instant.nullable(),
  /** Why it was paused, stopped or turned back: an operator's words, or `gate: …`. */
  reason: z.string().nullable(),
  counts,
});
export type RolloutSummary = z.infer<typeof rolloutSummary>;

/** What a gate goes by. */
export const GATE_FIGURES = ['journeys', 'failed', 'returned', 'silent', 'watch', 'taken-in'] as const;
export type GateFigure = (typeof GATE_FIGURES)[number];
const finding = z.strictObject({ figure: z.enum(GATE_FIGURES), says: plainWords });

/** How the open wave stands before its gate now. */
export const gateView = z.strictObject({
  verdict: z.enum(['waits', 'passed', 'failed']),
  /** What is still waited for, or what is above its limit. */
  findings: z.array(finding),
  watchedMinutes: z.number().nonnegative(),
  journeys: count,
  failed: count,
  journeysBefore: count,
  failedBefore: count,
  /** Kiosks that got it, and how many of them … */
  assigned: count,
  takenIn: count,
  returned: count,
  silent: count,
});
export type GateView = z.infer<typeof gateView>;

export const rolloutDetail = rolloutSummary.extend({
  plan: rolloutPlan,
  /** The canary first (wave 0). */
  waveCounts: z.array(z.strictObject({ wave: count, name: z.string(), kiosks: count, counts })),
  /** null: no wave is being watched. */
  gate: gateView.nullable(),
  /** What keeps it from widening now; null: nothing, or it is over. */
  holds: plainWords.nullable(),
});
export type RolloutDetail = z.infer<typeof rolloutDetail>;

/** Why nothing was changed. Closed: each has a sentence (src/rollout/refusals.ts). */
export const ROLLOUT_REFUSALS = [
  'no-such-rollout',
  'no-such-release',
  'release-not-signed',
  /** Whoever drafted the release does not roll it out (second person). */
  'own-draft',
  'plan-faulty',
  /** Another rollout of the same kind and line is not over yet. */
  'one-at-a-time',
  /** The rollout is not in a state in which this can be done. */
  'not-now',
  /** It widened, or somebody changed it, after this operator looked. */
  'changed-meanwhile',
  'gate-not-passed',
  'quiet-hours',
] as const;
export type RolloutRefusal = (typeof ROLLOUT_REFUSALS)[number];

const refusedRollout = z.strictObject({
  done: z.literal(false),
  refusal: z.enum(ROLLOUT_REFUSALS),
  says: plainWords,
  faults: z.array(documentFault),
});
/** Answer to everything that changes a rollout. */
export const rolloutAnswer = z.discriminatedUnion('done', [
  z.strictObject({ done: z.literal(true), rollout: rolloutDetail }),
  refusedRollout,
]);
export type RolloutAnswer = z.infer<typeof rolloutAnswer>;

/** GET /rollouts [everybody]: newest first. GET /rollouts/:rolloutId: a `rolloutDetail`, or 404. */
export const rolloutQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(ROLLOUT_STATES).optional(),
  releaseId: releaseId.optional(),
});
export const rolloutList = pageOf(rolloutSummary);
export const rolloutParams = z.strictObject({ rolloutId });

/**
 * POST /rollouts/preview [approver, editor], POST /rollouts [approver]. The id decides who is in which wave: the one of
 * a preview brings about what it showed. null: the centre finds one. The same id twice is one rollout.
 */
export const newRollout = z.strictObject({ rolloutId: rolloutId.nullable(), releaseId, plan: rolloutPlan });
export const rolloutPreview = z.strictObject({
  rolloutId,
  /** Empty: it may be created. */
  faults: z.array(documentFault),
  /** Kiosks it concerns, by the regions and models of its documents, and those it does not. */
  kiosks: count,
  notConcerned: count,
  /** The canary first (wave 0), with the first 20 of each. */
  waves: z.array(
    z.strictObject({
      wave: count,
      name: z.string(),
      kiosks: count,
      first: z.array(z.strictObject({ kioskId: z.string(), name: z.string() })).max(20),
    }),
  ),
});
export type RolloutPreview = z.infer<typeof rolloutPreview>;
export const rolloutPreviewAnswer = z.discriminatedUnion('done', [
  z.strictObject({ done: z.literal(true), preview: rolloutPreview }),
  refusedRollout,
]);

/** POST /rollouts/:rolloutId/start, …/resume [approver] with an empty object. */
export const nothingMore = z.strictObject({});
/** POST …/pause, …/stop, …/return [approver] */
export const actReason = z.strictObject({ reason: z.string().trim().min(1).max(300) });
/** POST …/advance [approver]: `wave` is the one the operator saw open; a second click changes nothing. */
export const advanceRequest = z.strictObject({ wave: count, despiteGate: z.boolean() });

/** GET /rollouts/:rolloutId/members [everybody]: flat rows, to be filtered and exported. */
export const memberQuery = z.strictObject({
  ...pageQuery,
  wave: z.coerce.number().int().nonnegative().optional(),
  state: z.enum(MEMBER_STATES).optional(),
  reason: z.enum(MEMBER_REASONS).optional(),
  /** Part of the id or the name. */
  text: z.string().min(1).max(80).optional(),
});
export const memberRow = kioskIdParams.extend({
  name: z.string(),
  region: z.string().nullable(),
  model: z.string().nullable(),
  wave: count,
  state: z.enum(MEMBER_STATES),
  changedAt: instant,
  /** null: it is where the rollout wants it. */
  reason: memberReason.nullable(),
});
export type MemberRow = z.infer<typeof memberRow>;
export const memberList = pageOf(memberRow);
