import { z } from 'zod';
import { lossTerm } from '../../policy/loss-term.ts';
import { instant, upperHex } from '../fields.ts';
import { faceEvidence, identity } from './identity.ts';
import { namedPack } from './named-pack.ts';

/** LOSS-1, LOSS-2, LOSS-3. The report of a card already lost in the same way is done, not refused. */
export const lossReport = z.object({
  kind: z.literal('loss.report'),
  receiptReference: z.string(),
  pack: namedPack.optional(),
  reportedAt: instant,
  identity,
  report: z.discriminatedUnion('loss', [
    z.object({ loss: z.literal('temporary'), term: lossTerm }),
    z.object({ loss: z.literal('formal') }),
  ]),
  face: faceEvidence,
});
export type LossReport = z.infer<typeof lossReport>;

/** LOSS-6: ID card + the card found; not after a replacement was accepted. */
export const lossUndo = z.object({
  kind: z.literal('loss.undo'),
  receiptReference: z.string(),
  pack: namedPack.optional(),
  socialSecurityNumber: z.string(),
  cardId: upperHex(16),
  face: faceEvidence,
});
export type LossUndo = z.infer<typeof lossUndo>;
