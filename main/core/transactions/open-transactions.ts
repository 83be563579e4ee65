import type { TransactionId } from '../../../src/brand.ts';
import type { Decision } from '../../../src/transaction/decision.ts';
import { unknownOfDecision } from '../../../src/transaction/unknown-advice.ts';
import type { StoredRequest, StoredSingleAct, StoredTransaction } from '../store/journal-store.ts';
import type { Store } from '../store/open-store.ts';
import { backOffMs } from '../sync/back-off.ts';
import { Bell } from '../sync/bell.ts';
import type { LinkState } from '../sync/link-state.ts';
import { InvariantBroken } from './append-checked.ts';
import { type AskTools, askUntilKnown } from './ask-until-known.ts';
import { noteCardGone } from './card-left-inside.ts';
import { RequestRecord } from './request-record.ts';
import type { RequestTools } from './request-tools.ts';
import { closeSettled, handOver, isClosing, noteUnknown } from './settle-open.ts';
import { settleRequestNow } from './settle-request-now.ts';

/** One round asks about each open transaction for at most this long, milliseconds. */
const ROUND_MS = 3_000;
/** At start residents wait for the screen: what is not known by then is asked about beside them. */
const FIRST_ROUND_MS = 1_000;

/** Keeps at what was left open, by a power cut or because the authority did not answer, until it is known. */
export class OpenTransactions {
  readonly #store: Store;
  readonly #tools: AskTools;
  readonly #requests: RequestTools;
  readonly #link: LinkState;
  readonly #bell = new Bell();
  readonly #acted: () => void;
  readonly #workedOn = new Set<TransactionId>();
  /** Of those, what a flow works on and not settling. */
  readonly #live = new Set<TransactionId>();
  /** What could only be gone on with by writing what must not be written: a technician's. */
  readonly #broken = new Set<TransactionId>();

  /** `acted` is told when a transaction is no longer worked on. */
  constructor(
    store: Store,
    tools: AskTools,
    requests: RequestTools,
    link: LinkState,
    acted: () => void = () => undefined,
  ) {
    this.#store = store;
    this.#tools = tools;
    this.#requests = requests;
    this.#link = link;
    this.#acted = acted;
  }

  /** A live request looks after its own transaction; afterwards what is still open is ours. */
  async whileWorkingOn<T>(id: TransactionId, act: () => Promise<T>): Promise<T> {
    this.workingOn(id);
    try {
      return await act();
    } finally {
      this.released(id);
    }
  }

  /** A live request with money or a card: it is ours when it is released. */
  workingOn(id: TransactionId): void {
    this.#workedOn.add(id);
    this.#live.add(id);
  }

  live(): readonly TransactionId[] {
    return [...this.#live];
  }

  released(id: TransactionId): void {
    this.#workedOn.delete(id);
    this.#live.delete(id);
    this.#bell.ring();
    this.#acted();
  }

  /** More is known, or a machine is back: look again now. */
  wake(): void {
    this.#bell.ring();
  }

  /** At start: every transaction, those too that only wait for the outbox: a journal that can't be read is found. */
  async settleRound(signal: AbortSignal): Promise<void> {
    await this.#settleAll(this.#store.journal.openTransactions(), FIRST_ROUND_MS, signal);
  }

  async run(signal: AbortSignal): Promise<void> {
    const { timers, entropy } = this.#tools;
    const unsubscribe = this.#link.subscribe((up) => {
      if (up) this.#bell.ring();
    });
    let rounds = 0;
    try {
      while (!signal.aborted) {
        await this.#settleAll(this.#unknown(), ROUND_MS, signal);
        rounds = this.#unknown().length > 0 ? rounds + 1 : 0;
        await this.#bell.wait(timers, rounds === 0 ? null : backOffMs(rounds, entropy), signal);
      }
    } finally {
      unsubscribe();
    }
  }

  async #settleAll(found: readonly StoredTransaction[], forMs: number, signal: AbortSignal): Promise<void> {
    const until = this.#tools.timers.elapsed() + forMs;
    await Promise.all(
      found.map((transaction) =>
        transaction.course === 'request'
          ? this.#settleRequest(transaction, until, signal)
          : this.#settle(transaction, until, signal),
      ),
    );
    await noteCardGone(this.#requests);
  }

  async #settle(transaction: StoredSingleAct, until: number, signal: AbortSignal): Promise<void> {
    const { timers, crashPoint } = this.#tools;
    if (this.#isTaken(transaction.transactionId)) return;
    await this.#whileSettling(transaction.transactionId, async () => {
      const { decision } = await askUntilKnown(this.#tools, transaction, null, until, signal);
      // The sender may have brought the answer meanwhile.
      const closed = this.#store.journal.find(transaction.transactionId)?.closedAt !== null;
      if (closed) return;
      if (decision.kind === 'hand-to-technician') handOver(this.#store, transaction, decision.fault);
      else if (!isClosing(decision)) this.#note(transaction, decision, signal);
      if (!isClosing(decision)) return;
      closeSettled(this.#store, transaction, decision, timers.now());
      crashPoint('settle-after-outcome');
    });
  }

  #note(transaction: StoredSingleAct, decision: Decision, signal: AbortSignal): void {
    const unknown = unknownOfDecision(decision);
    if (unknown !== null && !signal.aborted) noteUnknown(this.#store, transaction, unknown);
  }

  async #settleRequest(request: StoredRequest, until: number, signal: AbortSignal): Promise<void> {
    const { transactionId } = request;
    if (this.#isTaken(transactionId)) return;
    const record = new RequestRecord(this.#requests, request);
    await this.#whileSettling(transactionId, async () => {
      await settleRequestNow(this.#requests, record, { until, waitForOutbox: false, signal });
    });
  }

  #isTaken(id: TransactionId): boolean {
    return this.#workedOn.has(id) || this.#broken.has(id);
  }

  async #whileSettling(id: TransactionId, act: () => Promise<void>): Promise<void> {
    this.#workedOn.add(id);
    try {
      await act();
    } catch (error) {
      if (!(error instanceof InvariantBroken)) throw error;
      this.#broken.add(id);
    } finally {
      this.#workedOn.delete(id);
      this.#acted();
    }
  }

  /** Queued requests are the outbox's; the others are looked at again here. */
  #unknown(): StoredTransaction[] {
    return this.#store.journal.openBesideOutbox();
  }
}
