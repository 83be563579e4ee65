import { z } from 'zod';
import { instant } from '../fields.ts';
import { pageOf, pageQuery } from './paging.ts';
import { WORK_CHOICES } from './work-choices.ts';
import { DECISION_STATES, WORK_ITEM_KINDS, WORK_ITEM_STATES } from './work-words.ts';

export { WORK_ITEM_KINDS, WORK_ITEM_STATES, type WorkItemKind, type WorkItemState } from './work-words.ts';

/** GET /work [everybody] */
export const workQuery = z.strictObject({
  ...pageQuery,
  /** `waiting`: open, proposed or being carried out. */
  view: z.enum(['waiting', ...WORK_ITEM_STATES]).default('waiting'),
  kind: z.enum(WORK_ITEM_KINDS).optional(),
  kioskId: z.string().min(1).max(80).optional(),
  reference: z.string().min(1).max(40).optional(),
});
export type WorkQuery = z.infer<typeof workQuery>;

/** Codes, counts and amounts in fen; nobody's name. */
export const workFacts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type WorkFacts = z.infer<typeof workFacts>;

export const workItemRow = z.strictObject({
  itemId: z.string(),
  kind: z.enum(WORK_ITEM_KINDS),
  kioskId: z.string().nullable(),
  kioskName: z.string().nullable(),
  reference: z.string().nullable(),
  code: z.string(),
  facts: workFacts,
  /** Money was taken or a card may have come out: two people decide. */
  money: z.boolean(),
  since: instant,
  state: z.enum(WORK_ITEM_STATES),
  closedAt: instant.nullable(),
});
export type WorkItemRow = z.infer<typeof workItemRow>;
export const workAnswer = pageOf(workItemRow);
export type WorkAnswer = z.infer<typeof workAnswer>;

export const workDecision = z.strictObject({
  decisionId: z.string(),
  choice: z.enum(WORK_CHOICES),
  note: z.string(),
  proposedBy: z.string(),
  proposedAt: instant,
  confirmedBy: z.string().nullable(),
  confirmedAt: instant.nullable(),
  state: z.enum(DECISION_STATES),
  /** Word of the kiosk or the centre. */
  result: z.string().nullable(),
});
export type WorkDecision = z.infer<typeof workDecision>;

export const workItemParams = z.strictObject({ itemId: z.string().min(8).max(64) });
export const decisionParams = z.strictObject({ decisionId: z.string().min(8).max(64) });

/** GET /work/:itemId [everybody] */
export const workItemAnswer = z.strictObject({
  item: workItemRow,
  decisions: z.array(workDecision),
  /** Can be decided now, each with whether a second person is needed. Sentences: src/fleet/work-sentences.ts. */
  choices: z.array(z.strictObject({ choice: z.enum(WORK_CHOICES), second: z.boolean() })),
});
export type WorkItemAnswer = z.infer<typeof workItemAnswer>;

/** POST /work/:itemId/decisions [fleet]: carried out at once where no second person is needed. */
export const decisionRequest = z.strictObject({
  choice: z.enum(WORK_CHOICES),
  note: z.string().min(2).max(400),
});
export type DecisionRequest = z.infer<typeof decisionRequest>;

/**
 * POST /work-decisions/:decisionId/confirmation [money]: not by whoever proposed it; empty body.
 * POST /work-decisions/:decisionId/withdrawal [fleet, money]: until it was confirmed; empty body.
 */
export const decisionAnswer = z.strictObject({ decision: workDecision });
export type DecisionAnswer = z.infer<typeof decisionAnswer>;
