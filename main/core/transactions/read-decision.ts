import type { AuthorityFacts, Decision } from '../../../src/transaction/decision.ts';
import { handToTechnician, parseJournal, settle } from '../../../src/transaction/settle.ts';
import type { JournalStore, StoredSingleAct } from '../store/journal-store.ts';

/** What `settle` says of a stored transaction, by its journal and what the authority has said so far. */
export function readDecision(
  journal: JournalStore,
  transaction: StoredSingleAct,
  facts: AuthorityFacts | null,
): Decision {
  const parsed = parseJournal(transaction.service, journal.entries(transaction.transactionId));
  return parsed.ok ? settle(parsed.value, facts) : handToTechnician(parsed.error);
}
