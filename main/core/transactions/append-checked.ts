import type { RequestEntry } from '../../../src/transaction/request-entries.ts';
import type { JournalEntry } from '../../../src/transaction/settle.ts';
import { moneyOfJournal } from '../invariants/inv-1-money.ts';
import { cardsOfJournal } from '../invariants/inv-2-cards-out.ts';
import { readTransaction } from '../invariants/read-transaction.ts';
import type { Violation } from '../invariants/violation.ts';
import type { JournalStore, StoredTransaction } from '../store/journal-store.ts';

/** Tells who stops the core that something which must hold would not. */
export type TellViolated = (violations: readonly Violation[]) => void;

/** An entry that settling could not have read was about to be written. It was not, and nothing follows from it. */
export class InvariantBroken extends Error {
  override readonly name = 'InvariantBroken';
}

/**
 * Appends an entry to a journal that can still be read with it. One that settling's reader would call a fault, that
 * puts an act before its payment (INV-1) or a card before its owner (INV-2), is never written: an intent is committed
 * before its act, so the act does not happen either. A journal that was at fault before is a technician's, not ours.
 */
export function appendChecked(
  journal: JournalStore,
  transaction: StoredTransaction,
  entry: JournalEntry | RequestEntry,
  at: number,
  violated: TellViolated,
): void {
  const before = journal.entries(transaction.transactionId);
  const found = violationsOf(transaction, [...before, entry]);
  if (found.length > 0 && violationsOf(transaction, before).length === 0) {
    // After the commit around this was rolled back: what is said of it must not go with it.
    queueMicrotask(() => violated(found));
    throw new InvariantBroken(`${entry.kind} ${entry.act}: ${found.map(({ code }) => code).join(' ')}`);
  }
  journal.append(transaction.transactionId, entry, at);
}

function violationsOf(transaction: StoredTransaction, entries: readonly unknown[]): Violation[] {
  const { transactionId } = transaction;
  const read = readTransaction(transaction, entries);
  const fault: Violation = { invariant: 'INV-4', code: 'journal-fault', transaction: transactionId };
  if (read.stored.course !== 'request' || !('entries' in read)) return read.journal.ok ? [] : [fault];
  const { entries: parsed } = read;
  if (parsed === null) return [fault];
  return [
    ...moneyOfJournal(transactionId, parsed),
    ...cardsOfJournal(read.stored, parsed),
    ...(read.journal.ok ? [] : [fault]),
  ];
}
