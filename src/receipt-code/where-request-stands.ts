import type { ReceiptCheckAnswer } from '../contracts/receipt-code.ts';
import type { ReceiptState } from '../receipt/receipt-state.ts';

/** Where the request of a receipt stands now, as a resident is told; each has a sentence. */
export const RECEIPT_STANDINGS = [
  'done',
  /** The office took it in; how far the card is, its holder can see (PROG-1). */
  'card-under-way',
  'with-the-office',
  /** Something was done and something else was not. */
  'partly-done',
  'refused',
  'nothing-done',
  /** The kiosk that gave the receipt has not sent it yet, or asks what became of it (INV-4). */
  'not-sent-yet',
  /** The receipt itself says that nothing was asked of the office. */
  'nothing-to-send',
  /** The receipt says that it was sent, and the centre has nothing of it: people must look. */
  'no-record',
] as const;
export type ReceiptStanding = (typeof RECEIPT_STANDINGS)[number];

export interface RequestNow {
  readonly standing: ReceiptStanding;
  /** When the latest step came in, ISO instant; null where there is none. */
  readonly at: string | null;
}

/** Money and the card's own way have screens of their own; the receipt is about what was asked for. */
const ASIDE = new Set([
  'payment.create',
  'payment.cancel',
  'payment.refund',
  'card.bind',
  'card.switch',
  'card.delivery',
  'audit.append',
]);
const OWES_A_CARD = new Set(['application.submit', 'card.request']);

const NOTHING_SENT: Readonly<Record<ReceiptState, ReceiptStanding>> = {
  'accepted-not-yet-sent': 'not-sent-yet',
  'unknown-asking': 'not-sent-yet',
  'done-here': 'no-record',
  'sent-waiting-for-office': 'no-record',
  'partly-done': 'no-record',
  refused: 'nothing-to-send',
  'nothing-happened': 'nothing-to-send',
  'go-to-counter': 'nothing-to-send',
};

/** `said`: the state on the receipt; null where only its reference is known. */
export function whereRequestStands(said: ReceiptState | null, { steps }: ReceiptCheckAnswer): RequestNow {
  const asked = withoutUndone(steps.filter(({ kind, state }) => !ASIDE.has(kind) && state !== 'void'));
  const at = (asked.length > 0 ? asked : steps).at(-1)?.at ?? null;
  if (asked.length === 0) {
    // Voided, or a payment without a request behind it: nothing came of it, whatever became of the money.
    const standing = steps.length > 0 ? 'nothing-done' : said === null ? 'no-record' : NOTHING_SENT[said];
    return { standing, at };
  }
  return { standing: standingOf(asked), at };
}

/** LOSS-6: a report that was undone within the same request came to nothing. */
function withoutUndone(steps: ReceiptCheckAnswer['steps']): ReceiptCheckAnswer['steps'] {
  const isDone = (wanted: string) => steps.some(({ kind, state }) => kind === wanted && state === 'done');
  if (!isDone('loss.report') || !isDone('loss.undo')) return steps;
  return steps.filter(({ kind }) => kind !== 'loss.report' && kind !== 'loss.undo');
}

function standingOf(asked: ReceiptCheckAnswer['steps']): ReceiptStanding {
  if (asked.some(({ state }) => state === 'in-progress')) return 'with-the-office';
  const done = asked.filter(({ state }) => state === 'done');
  const refused = asked.some(({ state }) => state === 'refused');
  if (done.length === 0) return refused ? 'refused' : 'nothing-done';
  if (done.length < asked.length) return 'partly-done';
  return done.some(({ kind }) => OWES_A_CARD.has(kind)) ? 'card-under-way' : 'done';
}
