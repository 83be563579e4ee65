import type { IdempotencyKey } from '../../../src/brand.ts';
import type { Operation } from '../../../src/contracts/central/operations.ts';
import type { RequestConclusion } from '../../../src/ports/card-transaction.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import type { JournalFault } from '../../../src/transaction/keyed-act.ts';
import { readRequest } from '../../../src/transaction/read-request.ts';
import { conclusionOf } from '../../../src/transaction/request-conclusion.ts';
import {
  parseRequest,
  type RequestEntry,
  type RequestJournal,
} from '../../../src/transaction/request-entries.ts';
import type { RequestState } from '../../../src/transaction/request-state.ts';
import { NO_FACTS, type RequestFacts, type RequestStep } from '../../../src/transaction/request-step.ts';
import { settleRequest } from '../../../src/transaction/settle-request.ts';
import type { StoredRequest } from '../store/journal-store.ts';
import { priorityOf } from '../sync/priority.ts';
import { appendChecked } from './append-checked.ts';
import { recordConsequences } from './request-consequences.ts';
import type { RequestTools } from './request-tools.ts';

const KEY_BYTES = 16;

type OutboxStep = Extract<RequestStep, { kind: 'cancel-order' | 'refund' | 'switch' | 'deliver' }>;

/** One request on disk: its journal is the only memory, and every entry is committed with what belongs to it. */
export class RequestRecord {
  readonly request: StoredRequest;
  readonly #tools: RequestTools;

  constructor(tools: RequestTools, request: StoredRequest) {
    this.#tools = tools;
    this.request = request;
  }

  newKey(): IdempotencyKey {
    return `k-${Buffer.from(this.#tools.entropy.bytes(KEY_BYTES)).toString('hex')}` as IdempotencyKey;
  }

  /** Commits one entry with its consequences; throws `InvariantBroken` where the journal could not be read with it. */
  write(entry: RequestEntry): void {
    const { store, timers, violated } = this.#tools;
    store.transaction(() => {
      appendChecked(store.journal, this.request, entry, timers.now(), violated);
      recordConsequences(store, this.request, entry);
    });
  }

  /** As above, and in the same commit the outbox items that follow from it when nothing more is done live. */
  writeAndFollow(entry: RequestEntry): void {
    this.#tools.store.transaction(() => {
      this.write(entry);
      for (let step = this.step(NO_FACTS); isOutboxStep(step); step = this.step(NO_FACTS)) this.enqueue(step);
    });
    this.#tools.wakeSender();
  }

  /** Intent and outbox item in one commit; its order is kept among the items of this request alone. */
  enqueue(step: OutboxStep): void {
    const { store, timers, crashPoint, wakeSender } = this.#tools;
    const { transactionId } = this.request;
    const key = this.newKey();
    const at = timers.now();
    const { entry, operation, lane } = this.#outboxItem(step, key);
    crashPoint(`request-${entry.act}-before-intent`);
    store.transaction(() => {
      this.write(entry);
      const priority = priorityOf(operation.kind);
      store.outbox.enqueue({ key, transactionId, operation, priority, resident: lane, at });
    });
    crashPoint(`request-${entry.act}-after-intent`);
    wakeSender();
  }

  step(facts: RequestFacts): RequestStep {
    const journal = this.#journal();
    return journal.ok
      ? settleRequest(journal.value, facts)
      : { kind: 'hand-to-technician', fault: journal.error };
  }

  /** Throws where the journal can't be read: only a live run asks, and it wrote every entry itself. */
  state(): RequestState {
    const state = this.#read();
    if (!state.ok) throw new Error(`journal of ${this.request.transactionId}: ${state.error}`);
    return state.value;
  }

  /** What may be said now; an unreadable journal says that everything is unknown. */
  conclusion(): RequestConclusion {
    const state = this.#read();
    if (state.ok) {
      const stored = this.#tools.store.journal.find(this.request.transactionId);
      return conclusionOf(state.value, stored?.given ?? null);
    }
    return {
      money: { state: 'unknown', paidFen: 0, keptFen: 0, returnFen: 0 },
      loss: 'unknown',
      request: 'unknown',
      refusal: null,
      newCard: 'unknown-place',
      oldCard: 'unknown',
      number: null,
      day: null,
    };
  }

  #read(): Result<RequestState, JournalFault> {
    const journal = this.#journal();
    if (!journal.ok) return err(journal.error);
    const state = readRequest(journal.value);
    return state.ok ? ok(state.value) : err(state.error);
  }

  #journal(): Result<RequestJournal, JournalFault> {
    const { transactionId, service } = this.request;
    return parseRequest(service, this.#tools.store.journal.entries(transactionId));
  }

  #outboxItem(
    step: OutboxStep,
    key: IdempotencyKey,
  ): {
    readonly entry: Extract<
      RequestEntry,
      { kind: 'intent'; act: 'cancel' | 'refund' | 'switch' | 'deliver' }
    >;
    readonly operation: Operation;
    readonly lane: string;
  } {
    const { transactionId: card, reference: receiptReference } = this.request;
    const kind = 'intent';
    const money = `money ${card}`;
    switch (step.kind) {
      case 'cancel-order': {
        const { order } = step;
        const operation = { kind: 'payment.cancel', receiptReference, order } as const;
        return { entry: { kind, act: 'cancel', key, detail: {} }, operation, lane: money };
      }
      case 'refund': {
        const { order, amountFen, reason } = step;
        const operation = { kind: 'payment.refund', receiptReference, order, amountFen, reason } as const;
        return { entry: { kind, act: 'refund', key, detail: { amountFen, reason } }, operation, lane: money };
      }
      case 'switch': {
        const operation = { kind: 'card.switch', receiptReference, request: step.request } as const;
        return { entry: { kind, act: 'switch', key, detail: {} }, operation, lane: card };
      }
      case 'deliver': {
        const { request, outcome } = step;
        const at = new Date(this.#tools.timers.now()).toISOString();
        const operation = { kind: 'card.delivery', receiptReference, request, outcome, at } as const;
        return { entry: { kind, act: 'deliver', key, detail: { outcome } }, operation, lane: card };
      }
    }
  }
}

export const isOutboxStep = (step: RequestStep): step is OutboxStep =>
  step.kind === 'cancel-order' || step.kind === 'refund' || step.kind === 'switch' || step.kind === 'deliver';
