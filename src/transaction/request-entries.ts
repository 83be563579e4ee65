import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { idempotencyKey, keyedIntent, keyedOutcome, printReceiptEntries } from './entry-shapes.ts';
import { actAnswer, type JournalFault } from './keyed-act.ts';

/** Services whose transaction may hold money, acts and a card (settlement.md). */
export const REQUEST_SERVICES = ['apply', 'loss', 'replace', 'swap', 'exchange'] as const;
export type RequestService = (typeof REQUEST_SERVICES)[number];

const nothing = z.strictObject({});
const fen = z.number().int().nonnegative();
/** Name of a card's line in the custody ledger; says nothing about its holder. */
const card = z.string().min(1).max(60);
const code = z.string().min(1).max(60).nullable();

const physicalIntent = <A extends string, D extends z.ZodType>(act: A, detail: D) =>
  z.strictObject({ kind: z.literal('intent'), act: z.literal(act), key: z.null(), detail });
const physicalOutcome = <A extends string, D extends z.ZodType>(act: A, detail: D) =>
  z.strictObject({ kind: z.literal('outcome'), act: z.literal(act), key: z.null(), detail });
const keyedIntentWith = <A extends string, D extends z.ZodType>(act: A, detail: D) =>
  z.strictObject({ kind: z.literal('intent'), act: z.literal(act), key: idempotencyKey, detail });

export const paymentEnd = z.discriminatedUnion('result', [
  z.strictObject({ result: z.literal('open') }),
  z.strictObject({ result: z.literal('paid'), paidFen: fen }),
  z.strictObject({
    result: z.literal('not-paid'),
    /** `none`: no order ever was. */
    why: z.enum(['none', 'refused', 'expired', 'cancelled']),
  }),
]);
export type PaymentEntryEnd = z.infer<typeof paymentEnd>;

export const REFUND_REASONS = [
  'service-not-delivered',
  'card-not-issued',
  'cancelled-after-payment',
] as const;
export const DELIVERY_OUTCOMES = ['handed-over', 'retained', 'maybe-taken', 'not-issued'] as const;
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number];

/**
 * Every entry a request with money and a card can have. Keyed acts are the authority's; the others are things that
 * move. `charge` is what the resident was told it costs: the first entry, and no act. No entry holds personal data.
 */
export const requestEntry = z.union([
  physicalOutcome(
    'charge',
    z.strictObject({
      items: z.array(z.strictObject({ what: z.enum(['loss', 'card']), fen: fen.positive() })),
    }),
  ),
  keyedIntent('pay'),
  keyedOutcome('pay', paymentEnd),
  keyedIntent('cancel'),
  keyedOutcome('cancel', actAnswer),
  keyedIntentWith('refund', z.strictObject({ amountFen: fen.positive(), reason: z.enum(REFUND_REASONS) })),
  keyedOutcome('refund', actAnswer),
  keyedIntent('loss'),
  keyedOutcome('loss', actAnswer),
  keyedIntentWith('submit', z.strictObject({ issue: z.enum(['at-outlet', 'on-the-spot']) })),
  keyedOutcome('submit', actAnswer),
  physicalIntent('take-blank', z.strictObject({ card })),
  physicalOutcome(
    'take-blank',
    z.strictObject({ card, result: z.enum(['at-chip-station', 'nothing-moved', 'unknown-place']), code }),
  ),
  physicalIntent('personalise', z.strictObject({ card })),
  physicalOutcome('personalise', z.strictObject({ card, result: z.enum(['done', 'failed']), code })),
  keyedIntent('bind'),
  keyedOutcome('bind', actAnswer),
  physicalIntent(
    'to-bin',
    z.strictObject({ card, as: z.enum(['rejected', 'retained']), from: z.enum(['chip-station', 'gate']) }),
  ),
  physicalOutcome(
    'to-bin',
    z.strictObject({ card, result: z.enum(['binned', 'stayed', 'unknown-place']), code }),
  ),
  physicalIntent('retain-old', nothing),
  physicalOutcome(
    'retain-old',
    z.strictObject({ result: z.enum(['kept', 'still-latched', 'unknown-place']), code }),
  ),
  keyedIntent('switch'),
  keyedOutcome('switch', actAnswer),
  physicalIntent('present', z.strictObject({ card })),
  physicalOutcome(
    'present',
    z.strictObject({ card, result: z.enum(['taken', 'not-taken', 'unknown']), code }),
  ),
  keyedIntentWith('deliver', z.strictObject({ outcome: z.enum(DELIVERY_OUTCOMES) })),
  keyedOutcome('deliver', actAnswer),
  ...printReceiptEntries,
]);
export type RequestEntry = z.infer<typeof requestEntry>;

/** The journal of one request, entries in order. */
export interface RequestJournal {
  readonly service: RequestService;
  readonly entries: readonly RequestEntry[];
}

/** By kind and act, so that one shape is tried and not all of them: journals are read at every step. */
const SHAPES = new Map<string, (typeof requestEntry.options)[number]>(
  requestEntry.options.map((option) => [`${option.shape.kind.value} ${option.shape.act.value}`, option]),
);

/** The entries as they come from the store. One of unknown shape is a fault, never skipped. */
export function parseRequest(
  service: RequestService,
  unchecked: unknown,
): Result<RequestJournal, JournalFault> {
  if (!Array.isArray(unchecked)) return err('unreadable-entry');
  const entries: RequestEntry[] = [];
  for (const one of unchecked as readonly { readonly kind?: unknown; readonly act?: unknown }[]) {
    const parsed = SHAPES.get(`${one?.kind} ${one?.act}`)?.safeParse(one);
    if (!parsed?.success) return err('unreadable-entry');
    entries.push(parsed.data);
  }
  return ok({ service, entries });
}
