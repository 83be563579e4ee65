import { z } from 'zod';
import { instant } from '../fields.ts';
import { plainWords } from './plain-words.ts';

/** Why a kiosk is not where the rollout wants it. Closed; src/rollout/reason-words.ts has a sentence for each. */
export const MEMBER_REASONS = [
  /** Nobody has started the rollout. */
  'not-started',
  'waits-for-schedule',
  'quiet-hours',
  /** An earlier wave is being watched. */
  'not-its-wave',
  'paused',
  /** Operators widen it no more; this kiosk keeps what it has. */
  'stopped',
  /** Given out; the kiosk is in hearing and has not taken it in yet. */
  'on-its-way',
  'waits-for-resident',
  'waits-for-day',
  'on-trial',
  /** `detail`: configuration trouble. */
  'returned',
  'refused',
  /** Operators turned the rollout back; this kiosk has not told yet that it went. */
  'going-back',
  /** Its beats come, and nothing of its configuration. */
  'not-heard',
  /** No beat either. */
  'link-down',
  'in-maintenance',
  'given-up',
  'revoked',
  /** A later rollout decides what it runs. */
  'superseded',
  /** It runs another line of this kind, and a document of this one is not for it. */
  'other-line',
  /** Nothing of the release is meant for the region or model it has now. */
  'not-concerned',
] as const;
export type MemberReasonCode = (typeof MEMBER_REASONS)[number];

export const memberReason = z.strictObject({
  code: z.enum(MEMBER_REASONS),
  /** Since when, or until when for schedules; null: since ever, or not known. */
  at: instant.nullable(),
  /** Configuration trouble. */
  detail: z.string().max(60).nullable(),
  says: plainWords,
});
export type MemberReason = z.infer<typeof memberReason>;
