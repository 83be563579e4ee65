import type { TransactionId } from '../../../src/brand.ts';
import type { RequestEntry } from '../../../src/transaction/request-entries.ts';
import { hasHostage } from '../../../src/transaction/request-state.ts';
import type { StoredRequest } from '../store/journal-store.ts';
import { type InvariantView, isRequest } from './invariant-view.ts';
import { breaks, type Violation } from './violation.ts';

const violation = breaks('INV-2');

/** INV-2: at most one card comes out of a transaction, and only one that was bound to its owner before. */
export function cardsOut({ transactions, cards }: InvariantView): Violation[] {
  const out = new Map<TransactionId, number>();
  for (const { transactionId, moves } of cards.values()) {
    if (transactionId === null || moves.at(-1)?.place !== 'handed-over') continue;
    out.set(transactionId, (out.get(transactionId) ?? 0) + 1);
  }
  return [
    ...transactions
      .filter(isRequest)
      .flatMap(({ stored, entries }) => (entries === null ? [] : cardsOfJournal(stored, entries))),
    ...[...out].flatMap(([id, handedOver]) =>
      handedOver > 1 ? [violation('two-cards-handed-over', id)] : [],
    ),
  ];
}

/** Settlement.md rows 7 to 15 in their order: accepted, taken, read back, bound, switched, presented. */
export function cardsOfJournal(
  { transactionId: id, service }: Pick<StoredRequest, 'transactionId' | 'service'>,
  entries: readonly RequestEntry[],
): Violation[] {
  const reached = { accepted: false, readBack: false, bound: false, switched: !hasHostage({ service }) };
  let presented = 0;
  const found: Violation[] = [];
  for (const entry of entries) {
    if (entry.kind === 'outcome') {
      const done = 'result' in entry.detail && entry.detail.result === 'done';
      if (entry.act === 'submit') reached.accepted = done;
      if (entry.act === 'personalise') reached.readBack = done;
      if (entry.act === 'bind') reached.bound = done;
      if (entry.act === 'switch') reached.switched = done;
    } else if (entry.act === 'take-blank') {
      if (!reached.accepted) found.push(violation('card-before-acceptance', id));
      reached.readBack = false;
      reached.bound = false;
    } else if (entry.act === 'bind') {
      if (!reached.readBack) found.push(violation('bound-before-read-back', id));
    } else if (entry.act === 'present') {
      presented += 1;
      if (!reached.bound) found.push(violation('presented-unbound', id));
      if (!reached.switched) found.push(violation('presented-before-switch', id));
      if (presented > 1) found.push(violation('presented-twice', id));
    }
  }
  return found;
}
