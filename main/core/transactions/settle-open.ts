import type { Decision } from '../../../src/transaction/decision.ts';
import type { JournalFault } from '../../../src/transaction/keyed-act.ts';
import { actOf, type JournalEntry } from '../../../src/transaction/settle.ts';
import type { Unknown } from '../../../src/transaction/unknown-advice.ts';
import type { StoredSingleAct, StoredTransaction } from '../store/journal-store.ts';
import type { Store } from '../store/open-store.ts';

type Closing = Extract<Decision, { kind: `close-${string}` }>;

export const isClosing = (decision: Decision): decision is Closing => decision.kind.startsWith('close-');

/**
 * Commits the end of a transaction: the outcome row where the journal has not got it, the closing, and `audit`
 * (what else belongs to that fact) together.
 */
export function closeTransaction(
  store: Store,
  transaction: StoredSingleAct,
  decision: Closing,
  now: number,
  audit: () => void,
): void {
  const { transactionId, key } = transaction;
  store.transaction(() => {
    if (decision.record) {
      const act = actOf(transaction.service);
      const outcome: JournalEntry = { kind: 'outcome', act, key, detail: decision.record };
      store.journal.append(transactionId, outcome, now);
    }
    store.journal.close(transactionId, now);
    audit();
  });
}

/** As above, for a transaction that was found open after a fault. */
export function closeSettled(
  store: Store,
  transaction: StoredSingleAct,
  decision: Closing,
  now: number,
): void {
  closeTransaction(store, transaction, decision, now, () =>
    store.audit.record('transaction-settled', {
      reference: transaction.reference,
      transaction: transaction.transactionId,
      service: transaction.service,
      decision: decision.kind,
    }),
  );
}

/**
 * No decision can be read from its journal, so it stays open and a person looks at it. Recorded once per
 * transaction: rounds and starts find it again and again.
 */
export function handOver(
  { audit }: Store,
  { transactionId: transaction, reference, service }: StoredTransaction,
  fault: JournalFault,
): void {
  if (audit.has('transaction-needs-technician', transaction)) return;
  audit.record('transaction-needs-technician', { reference, transaction, service, fault });
}

/**
 * What is asked about and not answered yet, for the operator (src/transaction/unknown-advice.ts says what to do).
 * Once per transaction, as above.
 */
export function noteUnknown(
  { audit }: Store,
  { transactionId: transaction, reference, service }: StoredTransaction,
  unknown: Unknown,
): void {
  if (audit.has('transaction-unknown', transaction)) return;
  audit.record('transaction-unknown', { reference, transaction, service, unknown });
}
