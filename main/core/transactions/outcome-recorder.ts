import type { TransactionId } from '../../../src/brand.ts';
import type { OperationKind, OperationOutcome } from '../../../src/contracts/central/operations.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import { unreachable } from '../../../src/result.ts';
import { type ActAnswer, answerOf } from '../../../src/transaction/keyed-act.ts';
import type { Store } from '../store/open-store.ts';
import type { OutboxItem } from '../store/outbox-store.ts';
import type { OutcomeRecorder } from '../sync/sender.ts';
import { appendChecked, InvariantBroken, type TellViolated } from './append-checked.ts';
import { givenBy } from './given.ts';
import { recordConsequences } from './request-consequences.ts';

/** Which act of a journal each kind of item in the outbox is. */
export const ACT_OF: Partial<
  Record<OperationKind, 'submit' | 'loss' | 'certify' | 'cancel' | 'refund' | 'switch' | 'deliver'>
> = {
  'application.submit': 'submit',
  'loss.report': 'loss',
  'certification.submit': 'certify',
  'payment.cancel': 'cancel',
  'payment.refund': 'refund',
  'card.switch': 'switch',
  'card.delivery': 'deliver',
};

/**
 * Writes down what the authority said about an item of the outbox: journal row, end of the transaction, outbox or
 * dead letter, audit: all of it in one commit, so that no power cut separates the fact from its consequences.
 */
export class StoredOutcomes implements OutcomeRecorder {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #changed: (id: TransactionId) => void;
  readonly #violated: TellViolated;

  constructor(
    store: Store,
    clock: Clock,
    changed: (id: TransactionId) => void,
    violated: TellViolated = () => undefined,
  ) {
    this.#store = store;
    this.#clock = clock;
    this.#changed = changed;
    this.#violated = violated;
  }

  answered(item: OutboxItem, outcome: OperationOutcome, nextAt: number): void {
    const answer = answerOf(outcome);
    if (answer === null) throw new Error('an item that was never received has no outcome to record');
    try {
      this.#store.transaction(() => {
        const given = outcome.state === 'done' ? givenBy(outcome.result) : null;
        if (given) this.#store.journal.given(item.transactionId, given);
        if (answer.result === 'in-progress') this.#stillInProgress(item, answer, nextAt);
        else this.#end(item, answer);
      });
    } catch (error) {
      if (!(error instanceof InvariantBroken)) throw error;
      // It stays in the outbox as it was; a kiosk that is closed for this goes on with the others.
      this.#store.outbox.postpone(item.key, { state: item.state, attempts: item.attempts + 1, nextAt });
      return;
    }
    this.#changed(item.transactionId);
  }

  /**
   * The journal stays as it was: the authority has decided nothing, so *accepted, not yet sent* is still the truth.
   * The dead letter is what an operator sees and acts on.
   */
  refusedForGood(item: OutboxItem, code: string): void {
    this.#store.transaction(() => {
      this.#store.deadLetters.moveFromOutbox(item.key, code, false, this.#clock.now());
      this.#store.audit.record('dead-letter', { ...this.#names(item), code });
    });
    this.#changed(item.transactionId);
  }

  #stillInProgress(item: OutboxItem, answer: ActAnswer, nextAt: number): void {
    const attempts = item.attempts + 1;
    this.#store.outbox.postpone(item.key, { state: 'in-progress', attempts, nextAt });
    if (item.state === 'in-progress') return;
    this.#appendOutcome(item, answer);
    this.#store.audit.record('operation-sent', { ...this.#names(item), outcome: 'in-progress', code: null });
  }

  #end(item: OutboxItem, answer: Exclude<ActAnswer, { result: 'in-progress' }>): void {
    const { outbox, deadLetters, journal, audit } = this.#store;
    const now = this.#clock.now();
    this.#appendOutcome(item, answer);
    const code = refusalOf(answer);
    if (code === null) {
      outbox.remove(item.key);
    } else {
      deadLetters.moveFromOutbox(item.key, code, true, now);
      audit.record('dead-letter', { ...this.#names(item), code });
    }
    audit.record('operation-sent', { ...this.#names(item), outcome: answer.result, code });
    // A request with money or a card ends when all its parts have; settling closes it.
    if (journal.find(item.transactionId)?.course === 'queued') journal.close(item.transactionId, now);
  }

  #appendOutcome(item: OutboxItem, answer: ActAnswer): void {
    const act = ACT_OF[item.kind];
    const transaction = this.#store.journal.find(item.transactionId);
    if (!act || !transaction) throw new Error(`${item.kind} has no journal act in the outbox`);
    const entry = { kind: 'outcome', act, key: item.key, detail: answer } as const;
    appendChecked(this.#store.journal, transaction, entry, this.#clock.now(), this.#violated);
    if (transaction.course === 'request' && entry.act !== 'certify') {
      recordConsequences(this.#store, transaction, { ...entry, act: entry.act });
    }
  }

  #names(item: OutboxItem) {
    const transaction = this.#store.journal.find(item.transactionId);
    return { reference: transaction?.reference ?? null, transaction: item.transactionId, kind: item.kind };
  }
}

/** null where it was carried out. */
function refusalOf(answer: Exclude<ActAnswer, { result: 'in-progress' }>): string | null {
  switch (answer.result) {
    case 'done':
      return null;
    case 'refused':
      return answer.code;
    case 'void':
      return 'void';
    default:
      return unreachable(answer);
  }
}
