import type { TransactionId } from '../../../src/brand.ts';
import type { PolicyPack } from '../../../src/policy/policy-pack.ts';
import type { CardAcceptor } from '../../../src/ports/card-acceptor.ts';
import type { CardIssuer } from '../../../src/ports/card-issuer.ts';
import type { Entropy, Timers } from '../../../src/ports/clock.ts';
import type { CardFacePrinter } from '../../../src/ports/document-printer.ts';
import type { CardKeyService } from '../../../src/ports/social-card-reader.ts';
import type { OpenedTransaction, Transactions } from '../../../src/ports/transactions.ts';
import { makeReceiptReference } from '../../../src/receipt/receipt-reference.ts';
import type { Result } from '../../../src/result.ts';
import { type CrashPoint, noCrashPoint } from '../crash-points.ts';
import type { Store } from '../store/open-store.ts';
import type { PaymentStatus } from '../sync/central-payments.ts';
import type { Personalisation } from '../sync/central-personalisation.ts';
import type { LinkState } from '../sync/link-state.ts';
import type { Operations } from '../sync/operations.ts';
import type { OutcomeRecorder } from '../sync/sender.ts';
import type { TellViolated } from './append-checked.ts';
import type { AskTools } from './ask-until-known.ts';
import { Changes } from './changes.ts';
import { carryOutImmediate, openImmediate } from './immediate-request.ts';
import { openRequest } from './live-request.ts';
import { OpenTransactions } from './open-transactions.ts';
import { StoredOutcomes } from './outcome-recorder.ts';
import { progressOf } from './queued-progress.ts';
import { acceptQueued } from './queued-request.ts';
import type { RequestTools } from './request-tools.ts';
import { type NotSettled, settleByWord, type WordOfPeople } from './settle-by-word.ts';

export interface TransactionsOptions {
  readonly store: Store;
  readonly operations: Operations;
  readonly payments: PaymentStatus;
  readonly personalisation: Personalisation;
  readonly cardKeys: CardKeyService;
  readonly link: LinkState;
  /** The machines that move cards, asked for at each use; null where the kiosk has none. */
  readonly issuer: () => CardIssuer | null;
  readonly acceptor: () => CardAcceptor | null;
  readonly faces: () => Pick<CardFacePrinter, 'printFace'> | null;
  readonly policy: Pick<PolicyPack, 'id' | 'version'> & {
    readonly issuance: Pick<PolicyPack['issuance'], 'blanksToTry' | 'takeCardSeconds'>;
  };
  /** Told after each commit that put something into the outbox. */
  readonly wakeSender: () => void;
  readonly timers: Timers;
  readonly entropy: Entropy;
  readonly crashPoint?: CrashPoint;
  /** Something that must hold would not: what was about to be written was not (INV-1, INV-2, INV-4). */
  readonly violated?: TellViolated;
  /** Told after each act whose rows are committed: nothing of that transaction is under way. */
  readonly acted?: () => void;
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
  /** Transactions a flow is working on: settling leaves them alone until they are released. */
  live(): readonly TransactionId[];
  /** A machine came online or changed: what waits for its sensors is settled now. */
  devicesChanged(): void;
  /**
   * People at the desk found out at the authority what became of an unknown act: into the journal with it, and settling
   * goes on from there. May join a commit. A word says why not.
   */
  settleByWord(word: WordOfPeople): Result<void, NotSettled>;
  /** Goes on asking about what is unknown until the signal fires. */
  run(signal: AbortSignal): Promise<void>;
}

/** Residents' requests with a journal, over the store. */
export function createTransactions(options: TransactionsOptions): TransactionsService {
  const { store, operations, link, timers, entropy, crashPoint = noCrashPoint } = options;
  const { violated = () => undefined, acted = () => undefined } = options;
  const { payments, personalisation, cardKeys, issuer, acceptor, faces, policy, wakeSender } = options;
  const pack = { id: policy.id, version: policy.version };
  const tools: AskTools = { journal: store.journal, operations, timers, entropy, crashPoint, pack };
  const changes = new Changes();
  const requests: RequestTools = {
    store,
    operations,
    payments,
    personalisation,
    cardKeys,
    machines: { issuer, acceptor, faces },
    issuance: () => policy.issuance,
    timers,
    entropy,
    crashPoint,
    pack,
    changes,
    wakeSender,
    violated,
    released: (id) => open.released(id),
  };
  const open = new OpenTransactions(store, tools, requests, link, acted);

  const recorded = (id: TransactionId) => {
    changes.announce(id);
    // What was queued ends with its answer: nothing is left to settle, and after an outage there are thousands.
    if (store.journal.find(id)?.course !== 'queued') open.wake();
    acted();
  };

  return {
    recorder: new StoredOutcomes(store, timers, recorded, violated),
    live: () => open.live(),
    devicesChanged: () => open.wake(),
    settleByWord: (word) => settleByWord(requests, open.live(), word, recorded),
    settleOpenTransactions: (signal) => open.settleRound(signal),
    run: (signal) => open.run(signal),
    slipReference: () => makeReceiptReference(entropy),

    accept(request): OpenedTransaction {
      const names = acceptQueued(store, tools, request, link.up ? 'up' : 'down');
      wakeSender();
      return names;
    },

    async progress(id, withinMs, signal) {
      const until = timers.elapsed() + withinMs;
      // Nothing is on its way while the link is known to be down: nobody stands and waits for it.
      const wasDown = !link.up;
      for (;;) {
        const transaction = store.journal.find(id);
        if (!transaction || transaction.course === 'request') throw new Error(`no queued request ${id}`);
        const progress = progressOf(store.journal, transaction);
        const final = progress.state === 'done' || progress.state === 'refused';
        const left = until - timers.elapsed();
        const stays = wasDown && !link.up && progress.state === 'queued';
        if (final || stays || left <= 0 || signal.aborted) return progress;
        await changes.next(id, timers, left, signal);
      }
    },

    async carryOut(request, askForMs, signal) {
      const transaction = openImmediate(store, tools, request.service);
      return open.whileWorkingOn(transaction.transactionId, () =>
        carryOutImmediate(store, tools, transaction, request, askForMs, signal),
      );
    },

    openRequest(plan) {
      const live = openRequest(requests, plan);
      open.workingOn(live.transactionId);
      return live;
    },

    receiptOffered(id: TransactionId, outcome: string) {
      crashPoint('receipt-before-row');
      const entry = { kind: 'outcome', act: 'print-receipt', key: null, detail: { outcome } } as const;
      store.journal.append(id, entry, timers.now());
      crashPoint('receipt-after-row');
    },
  };
}
