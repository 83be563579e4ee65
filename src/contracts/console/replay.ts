import { z } from 'zod';
import { plainWords } from './plain-words.ts';
import { refusedAct } from './releases.ts';

/** Facts of a past session that follow from the pack. */
export const REPLAYED_FACTS = [
  'service-open',
  'document-accepted',
  'old-enough',
  'region-served',
  'face',
  'loss-term-offered',
  'exchange-place',
  'fee',
] as const;
export type ReplayedFact = (typeof REPLAYED_FACTS)[number];

/** One past session that the draft would decide otherwise: nothing of it names or finds a person. */
export const replayExample = z.strictObject({
  day: z.string(),
  service: z.string(),
  disposition: z.string(),
  changes: z.array(z.strictObject({ fact: z.enum(REPLAYED_FACTS), says: plainWords })),
});

/** POST /releases/:releaseId/replay: the draft's pack against past sessions, beside the pack that runs newest. */
export const replayReport = z.strictObject({
  /** Past outcomes looked at, newest first. */
  of: z.number().int().nonnegative(),
  differ: z.number().int().nonnegative(),
  /** `41 of 12,000 past outcomes would differ` */
  says: plainWords,
  byFact: z.array(
    z.strictObject({ fact: z.enum(REPLAYED_FACTS), says: plainWords, differ: z.number().int() }),
  ),
  examples: z.array(replayExample).max(50),
});
export type ReplayReport = z.infer<typeof replayReport>;
export const replayAnswer = z.discriminatedUnion('done', [
  z.strictObject({ done: z.literal(true), replay: replayReport }),
  refusedAct,
]);
/** Past outcomes looked at, at most. */
export const MOST_REPLAYED = 12_000;
