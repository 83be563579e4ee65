import type { QueuedProgress } from '../../../src/ports/transactions.ts';
import { unreachable } from '../../../src/result.ts';
import type { JournalStore, StoredSingleAct } from '../store/journal-store.ts';
import { readDecision } from './read-decision.ts';

/** How far a queued request is, by its journal alone. */
export function progressOf(journal: JournalStore, transaction: StoredSingleAct): QueuedProgress {
  const decision = readDecision(journal, transaction, null);
  switch (decision.kind) {
    case 'close-done':
      return {
        state: 'done',
        number: transaction.given?.number ?? null,
        day: transaction.given?.day ?? null,
      };
    case 'close-refused':
      // Withdrawn by the office itself: the office, not this screen, says why.
      return decision.code === 'void' ? { state: 'in-progress' } : { state: 'refused', code: decision.code };
    case 'wait-for-outbox':
      return decision.receipt === 'sent-waiting-for-office' ? { state: 'in-progress' } : { state: 'queued' };
    case 'close-nothing-happened':
    case 'ask-authority':
    case 'void-at-authority':
    case 'hand-to-technician':
      return { state: 'queued' };
    default:
      return unreachable(decision);
  }
}
