import type { TransactionId } from '../../../src/brand.ts';
import type { Entropy, Timers } from '../../../src/ports/clock.ts';
import type { OpenedTransaction, Transactions } from '../../../src/ports/transactions.ts';
import { makeReceiptReference } from '../../../src/receipt/receipt-reference.ts';
import { type CrashPoint, noCrashPoint } from '../crash-points.ts';
import type { Store } from '../store/open-store.ts';
import type { LinkState } from '../sync/link-state.ts';
import type { Operations } from '../sync/operations.ts';
import type { OutcomeRecorder } from '../sync/sender.ts';
import type { AskTools } from './ask-until-known.ts';
import { Changes } from './changes.ts';
import { carryOutImmediate, openImmediate } from './immediate-request.ts';
import { OpenTransactions } from './open-transactions.ts';
import { StoredOutcomes } from './outcome-recorder.ts';
import { progressOf } from './queued-progress.ts';
import { acceptQueued } from './queued-request.ts';

export interface TransactionsOptions {
  readonly store: Store;
  readonly operations: Operations;
  readonly link: LinkState;
  /** Told after each commit that put something into the outbox. */
  readonly wakeSender: () => void;
  readonly timers: Timers;
  readonly entropy: Entropy;
  readonly crashPoint?: CrashPoint;
}

/** The port for the flows, and what the core itself needs around it. */
export interface TransactionsService extends Transactions {
  /** For the sender. */
  readonly recorder: OutcomeRecorder;
  /**
   * Brings every open transaction to a true state, asking the authority where only it knows. Ends after one round;
   * what stays unknown stays open. Call once at start, before residents.
   */
  settleOpenTransactions(signal: AbortSignal): Promise<void>;
  /** Goes on asking about what is unknown until the signal fires. */
  run(signal: AbortSignal): Promise<void>;
}

/** Residents' requests with a journal, over the store. */
export function createTransactions(options: TransactionsOptions): TransactionsService {
  const { store, operations, link, timers, entropy, crashPoint = noCrashPoint } = options;
  const tools: AskTools = { journal: store.journal, operations, timers, entropy, crashPoint };
  const changes = new Changes();
  const open = new OpenTransactions(store, tools, link);

  return {
    recorder: new StoredOutcomes(store, timers, (id) => changes.announce(id)),
    settleOpenTransactions: (signal) => open.settleRound(signal),
    run: (signal) => open.run(signal),
    slipReference: () => makeReceiptReference(entropy),

    accept(request): OpenedTransaction {
      const names = acceptQueued(store, tools, request, link.up ? 'up' : 'down');
      options.wakeSender();
      return names;
    },

    async progress(id, withinMs, signal) {
      const until = timers.now() + withinMs;
      for (;;) {
        const transaction = store.journal.find(id);
        if (!transaction || transaction.course === 'request') throw new Error(`no queued request ${id}`);
        const progress = progressOf(store.journal, transaction);
        const final = progress.state === 'done' || progress.state === 'refused';
        const left = until - timers.now();
        if (final || left <= 0 || signal.aborted) return progress;
        await changes.next(id, timers, left, signal);
      }
    },

    async carryOut(request, askForMs, signal) {
      const transaction = openImmediate(store, tools, request.service);
      return open.whileWorkingOn(transaction.transactionId, () =>
        carryOutImmediate(store, tools, transaction, request, askForMs, signal),
      );
    },

    openRequest() {
      throw new Error('not wired yet');
    },

    receiptOffered(id: TransactionId, outcome: string) {
      crashPoint('receipt-before-row');
      const entry = { kind: 'outcome', act: 'print-receipt', key: null, detail: { outcome } } as const;
      store.journal.append(id, entry, timers.now());
      crashPoint('receipt-after-row');
    },
  };
}
