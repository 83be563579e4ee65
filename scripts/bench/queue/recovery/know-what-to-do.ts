import { systemEntropy, systemTimers } from '../../../../main/core/clock.ts';
import type { StoredTransaction } from '../../../../main/core/store/journal-store.ts';
import { openStore, type Store } from '../../../../main/core/store/open-store.ts';
import { readDecision } from '../../../../main/core/transactions/read-decision.ts';
import { parseRequest } from '../../../../src/transaction/request-entries.ts';
import { NO_FACTS } from '../../../../src/transaction/request-step.ts';
import { settleRequest } from '../../../../src/transaction/settle-request.ts';

export interface Known {
  /** Milliseconds from a closed file to a step for each open transaction, without a network. */
  readonly openMs: number;
  readonly decideMs: number;
  /** How many open transactions have which next step. */
  readonly steps: Readonly<Record<string, number>>;
}

/** Opens a store after a power cut and says for each open transaction what settling does next. */
export function knowWhatToDo(folder: string): Known {
  const began = performance.now();
  const opened = openStore({ folder, clock: systemTimers, entropy: systemEntropy });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  try {
    const openMs = performance.now() - began;
    const steps: Record<string, number> = {};
    for (const transaction of store.journal.openTransactions()) {
      const step = nextStep(store, transaction);
      steps[step] = (steps[step] ?? 0) + 1;
    }
    return { openMs, decideMs: performance.now() - began - openMs, steps };
  } finally {
    store.close();
  }
}

function nextStep({ journal }: Store, transaction: StoredTransaction): string {
  if (transaction.course !== 'request') return readDecision(journal, transaction, null).kind;
  const parsed = parseRequest(transaction.service, journal.entries(transaction.transactionId));
  return parsed.ok ? settleRequest(parsed.value, NO_FACTS).kind : 'hand-to-technician';
}
