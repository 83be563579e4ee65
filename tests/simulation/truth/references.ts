import type { StoredTransaction } from '../../../main/core/store/journal-store.ts';
import { parseRequest } from '../../../src/transaction/request-entries.ts';
import type { BookedOperation, BookedOrder, SimulatedCentre } from '../centre/centre-contract.ts';
import { isMatter, isPromise, type Told } from './told.ts';

/** One transaction of the kiosk with all that either side knows of it. */
export interface Matter {
  readonly transaction: StoredTransaction;
  readonly entries: readonly unknown[];
  /** Every receipt that was shown for it. */
  readonly told: readonly Told[];
  readonly operations: readonly BookedOperation[];
  readonly orders: readonly BookedOrder[];
}

export async function matterOf(
  centre: SimulatedCentre,
  transaction: StoredTransaction,
  entries: readonly unknown[],
  told: readonly Told[],
): Promise<Matter> {
  const { reference: receiptReference } = transaction;
  return {
    transaction,
    entries,
    told,
    operations: await centre.operations({ receiptReference }),
    orders: await centre.ordersOf({ receiptReference }),
  };
}

const doneOf = ({ operations }: Matter, kind: string): number =>
  operations.filter((one) => one.kind === kind && one.outcome.state === 'done').length;

/** What the resident was to pay for each part, by the journal's first row; empty where nothing was charged. */
function chargeOf({ transaction, entries }: Matter): readonly { what: 'loss' | 'card'; fen: number }[] {
  if (transaction.course !== 'request') return [];
  const parsed = parseRequest(transaction.service, entries);
  if (!parsed.ok)
    throw new Error(`the journal of ${transaction.transactionId} can't be read: ${parsed.error}`);
  const charge = parsed.value.entries.find((entry) => entry.act === 'charge');
  return charge?.act === 'charge' ? charge.detail.items : [];
}

/** INV-1: money taken less money returned is what the delivered parts cost. */
export function moneyOf(matter: Matter): string[] {
  const kept = matter.orders.reduce(
    (sum, { receivedFen, refundedFen }) => sum + receivedFen - refundedFen,
    0,
  );
  const delivered = { loss: doneOf(matter, 'loss.report') > 0, card: doneOf(matter, 'card.request') > 0 };
  const due = chargeOf(matter)
    .filter(({ what }) => delivered[what])
    .reduce((sum, { fen }) => sum + fen, 0);
  const reference = matter.transaction.reference;
  const paid = matter.orders.some(({ receivedFen }) => receivedFen > 0);
  const problems: string[] = [];
  if (kept !== (paid ? due : 0)) {
    problems.push(`INV-1 ${reference}: kept ${kept} fen, delivered for ${due}`);
  }
  if (!paid && due > 0) problems.push(`INV-1 ${reference}: delivered for ${due} fen and nobody paid`);
  if (matter.orders.length > 1) problems.push(`INV-1 ${reference}: ${matter.orders.length} orders`);
  return problems;
}

/** INV-4: done once at most; what a receipt promised is at the centre; what it denied is not. */
export function onceOf(matter: Matter): string[] {
  const { transaction, operations, told } = matter;
  const { reference } = transaction;
  const problems: string[] = [];
  for (const kind of new Set(operations.map((one) => one.kind ?? ''))) {
    const done = doneOf(matter, kind);
    if (done > 1 && kind !== 'payment.refund')
      problems.push(`INV-4 ${reference}: ${kind} was done ${done} times`);
  }
  const matters = operations.filter(({ kind }) => isMatter(kind));
  const promise = told.find(isPromise);
  if (promise && !matters.some(({ outcome }) => outcome.state !== 'void')) {
    problems.push(`INV-4 ${reference}: the receipt said ${promise.state}, and the centre has nothing of it`);
  }
  const denied = told.find(({ state }) => state === 'nothing-happened');
  const done = matters.filter(({ outcome }) => outcome.state === 'done');
  if (denied && done.length > 0) {
    problems.push(`INV-4 ${reference}: the receipt said nothing-happened, and ${done[0]?.kind} was done`);
  }
  if (told.some(({ state }) => state === 'done-here') && done.length === 0) {
    problems.push(`INV-4 ${reference}: the receipt said done-here, and nothing was done`);
  }
  if (transaction.closedAt === null) problems.push(`INV-4 ${reference}: still open when all was quiet`);
  return problems;
}

/** INV-1 as the resident was told: where a receipt says what is kept, that is what is kept. */
export function receiptMoneyOf(matter: Matter): string[] {
  const last = matter.told.at(-1);
  if (!last?.money || last.money.state === 'unknown') return [];
  const kept = matter.orders.reduce(
    (sum, { receivedFen, refundedFen }) => sum + receivedFen - refundedFen,
    0,
  );
  const expected = last.money.state === 'not-taken' ? 0 : last.money.keptFen;
  return kept === expected
    ? []
    : [
        `INV-1 ${last.reference}: the receipt said ${last.money.state}, keeping ${expected} fen; kept are ${kept}`,
      ];
}
