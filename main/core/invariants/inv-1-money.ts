import type { TransactionId } from '../../../src/brand.ts';
import type { RequestEntry } from '../../../src/transaction/request-entries.ts';
import { type InvariantView, isRequest } from './invariant-view.ts';
import { breaks, type Violation } from './violation.ts';

const violation = breaks('INV-1');

/** INV-1: of every closed request, what was paid less what was ordered back is the charge of what was delivered. */
export const money = ({ transactions }: InvariantView): Violation[] =>
  transactions.filter(isRequest).flatMap(({ stored, entries }) => {
    if (entries === null) return [];
    const { transactionId, closedAt } = stored;
    const { paid, orderedBack, delivered } = accountOf(entries);
    const unbalanced = closedAt !== null && paid - orderedBack !== delivered;
    return [
      ...moneyOfJournal(transactionId, entries),
      ...(unbalanced ? [violation('money-unbalanced', transactionId)] : []),
    ];
  });

/** What no journal may say of money, open or closed. */
export function moneyOfJournal(id: TransactionId, entries: readonly RequestEntry[]): Violation[] {
  const { paid, orderedBack, orders, unpaidActs } = accountOf(entries);
  return [
    ...(orders > 1 ? [violation('second-order', id)] : []),
    ...(orderedBack > paid ? [violation('refund-beyond-paid', id)] : []),
    ...(unpaidActs > 0 ? [violation('act-before-payment', id)] : []),
  ];
}

/** Amounts in fen, added up entry by entry and not by the reader that settling uses. */
function accountOf(entries: readonly RequestEntry[]) {
  const account = { paid: 0, orderedBack: 0, delivered: 0, orders: 0, unpaidActs: 0 };
  const fees = { loss: 0, card: 0 };
  for (const entry of entries) {
    if (entry.act === 'charge') {
      for (const { what, fen } of entry.detail.items) fees[what] += fen;
    } else if (entry.act === 'pay') {
      if (entry.kind === 'intent') account.orders += 1;
      else account.paid = entry.detail.result === 'paid' ? entry.detail.paidFen : 0;
    } else if (entry.act === 'refund' && entry.kind === 'intent') {
      account.orderedBack += entry.detail.amountFen;
    } else if (entry.act === 'loss' || entry.act === 'submit') {
      const fee = fees[entry.act === 'loss' ? 'loss' : 'card'];
      if (entry.kind === 'outcome') account.delivered += entry.detail.result === 'done' ? fee : 0;
      else if (account.paid === 0 && fees.loss + fees.card > 0) account.unpaidActs += 1;
    }
  }
  return account;
}
