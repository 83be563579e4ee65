import type { TransactionId } from '../../../src/brand.ts';
import type { Entropy, Timers } from '../../../src/ports/clock.ts';
import { type AnswerOnRecord, answersOnRecord } from '../../../src/transaction/answers-on-record.ts';
import type { Store } from '../store/open-store.ts';
import { backOffMs } from './back-off.ts';
import { Bell } from './bell.ts';
import type { LinkState } from './link-state.ts';
import type { Operations } from './operations.ts';

export interface AskAgainOptions {
  readonly store: Store;
  readonly operations: Operations;
  readonly link: LinkState;
  readonly timers: Timers;
  readonly entropy: Entropy;
  /** Told how many operations of a transaction the centre forgot. */
  readonly onForgotten: (transaction: TransactionId, operations: number) => void;
}

/** An answer from before may still be on its way: longer than any call to the centre may take, milliseconds. */
const STILL_ON_ITS_WAY_MS = 30_000;
/** Between two questions: nobody waits for the answer, and others share the centre. Milliseconds. */
const PACE_MS = 1_000;

/**
 * After the centre was restored from an older backup: asks about every act it had answered since, in the order of the
 * audit trail, and records each one it has never received, once (INV-4). It only asks: what was forgotten is done
 * again by people, because its payload is gone from here (ID-6). How far it came is kept with each record.
 */
export class AskAgain {
  readonly #options: AskAgainOptions;
  readonly #bell = new Bell();

  constructor(options: AskAgainOptions) {
    this.#options = options;
  }

  /** The heartbeat's answer said that something may be forgotten. */
  soon(): void {
    this.#bell.ring();
  }

  /** Until the signal fires. What a power cut left unasked is gone on with. */
  async run(signal: AbortSignal): Promise<void> {
    const { store, link, timers, entropy } = this.#options;
    const unsubscribe = link.subscribe((up) => {
      if (up) this.#bell.ring();
    });
    let failures = 0;
    try {
      while (!signal.aborted) {
        if (store.settings.get('ask-again-after') === null) {
          await this.#bell.wait(timers, null, signal);
          continue;
        }
        if (failures === 0) await timers.sleep(STILL_ON_ITS_WAY_MS, signal);
        failures = (await this.#walk(signal)) ? 0 : failures + 1;
        if (failures > 0) await this.#bell.wait(timers, backOffMs(failures, entropy), signal);
      }
    } finally {
      unsubscribe();
    }
  }

  /** False where an answer is missing: the walk goes on from there later. */
  async #walk(signal: AbortSignal): Promise<boolean> {
    const { audit, settings } = this.#options.store;
    const end = audit.newest();
    const asked = new Set<TransactionId>();
    while (!signal.aborted) {
      const mark = settings.get('ask-again-after');
      if (mark === null) return true;
      const next = audit.nextOfTransaction(Number(mark), end);
      if (next === null) {
        settings.remove('ask-again-after');
        return true;
      }
      const forgotten = asked.has(next.transaction) ? [] : await this.#forgottenOf(next.transaction, signal);
      if (forgotten === null || signal.aborted) return false;
      // Restored once more meanwhile: what was asked so far says nothing of now.
      if (settings.get('ask-again-after') !== mark) return true;
      asked.add(next.transaction);
      this.#record(next.transaction, forgotten, next.sequence);
    }
    return true;
  }

  /** null where an answer is missing. */
  async #forgottenOf(id: TransactionId, signal: AbortSignal): Promise<readonly AnswerOnRecord[] | null> {
    const { store, operations, timers } = this.#options;
    const forgotten: AnswerOnRecord[] = [];
    for (const answer of answersOnRecord(store.journal.entries(id))) {
      const now = await operations.ask(answer.key, signal);
      if (!now.ok) return null;
      if (now.value.state === 'never-received') forgotten.push(answer);
      await timers.sleep(PACE_MS, signal);
    }
    return forgotten;
  }

  #record(transaction: TransactionId, forgotten: readonly AnswerOnRecord[], upTo: number): void {
    const { store, onForgotten } = this.#options;
    const { audit, journal, settings } = store;
    const reference = journal.find(transaction)?.reference ?? null;
    const recorded = store.transaction(() => {
      const anew = forgotten.filter(({ key }) => !audit.has('operation-forgotten', key, 'key'));
      for (const answer of anew) audit.record('operation-forgotten', { reference, transaction, ...answer });
      settings.set('ask-again-after', String(upTo));
      return anew.length;
    });
    if (recorded > 0) onForgotten(transaction, recorded);
  }
}
