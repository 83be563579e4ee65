import type { IdempotencyKey } from '../../../src/brand.ts';
import type { OperationOutcome } from '../../../src/contracts/central/operations.ts';
import type { PaymentStatusAnswer } from '../../../src/contracts/central/queries.ts';
import type { RequestEntry } from '../../../src/transaction/request-entries.ts';
import type { DeviceFacts, RequestStep } from '../../../src/transaction/request-step.ts';
import { unknownsOfStep } from '../../../src/transaction/unknown-advice.ts';
import { backOffMs } from '../sync/back-off.ts';
import { acceptorMedia, issuerPosition, moveToBin } from './card-moves.ts';
import { givenBy } from './given.ts';
import { isOutboxStep, type RequestRecord } from './request-record.ts';
import type { RequestTools } from './request-tools.ts';
import { handOver, noteUnknown } from './settle-open.ts';

/** Between two questions about the same thing, milliseconds: neither hammering nor keeping a resident waiting. */
const SHORTEST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 3_000;

/** What a request's end is made of. */
const LIVE_ENDS: readonly RequestStep['kind'][] = ['to-bin', 'refund', 'switch', 'deliver'];

export type SettledHow = 'closed' | 'waiting' | 'technician';

export interface SettleLimits {
  /** By the stopwatch. */
  readonly until: number;
  /** Waits for what the outbox carries where the end hangs on it (a cancellation, the switch). */
  readonly waitForOutbox: boolean;
  /** A live run that wants one act to be known and goes on by itself; nothing follows from what is learned. */
  readonly enough?: () => boolean;
  /** Sensors read by the live run already. */
  readonly devices?: DeviceFacts;
  readonly signal: AbortSignal;
}

/**
 * Follows the steps of settling for one request until it is closed or the limits say stop. The one way for live
 * requests and for those found open at start. It begins nothing twice: every act writes its intent first, and the
 * journal is read again before each step.
 */
export async function settleRequestNow(
  tools: RequestTools,
  record: RequestRecord,
  limits: SettleLimits,
): Promise<SettledHow> {
  return new Settling(tools, record, limits).run();
}

class Settling {
  readonly #tools: RequestTools;
  readonly #record: RequestRecord;
  readonly #limits: SettleLimits;
  readonly #authority = new Map<IdempotencyKey, OperationOutcome>();
  #payment: PaymentStatusAnswer | null = null;
  #devices: DeviceFacts = { issuer: null, acceptor: null };
  #questions = 0;

  constructor(tools: RequestTools, record: RequestRecord, limits: SettleLimits) {
    this.#tools = tools;
    this.#record = record;
    this.#limits = limits;
    this.#devices = limits.devices ?? this.#devices;
  }

  async run(): Promise<SettledHow> {
    const { store } = this.#tools;
    const { transactionId } = this.#record.request;
    for (;;) {
      if (this.#limits.enough?.()) return 'waiting';
      const step = this.#record.step({
        authority: this.#authority,
        payment: this.#payment,
        undeliverable: store.deadLetters.notTakenIn(transactionId),
        devices: this.#devices,
      });
      if (step.kind === 'hand-to-technician') {
        handOver(store, this.#record.request, step.fault);
        return 'technician';
      }
      if (step.kind === 'close') {
        this.#close(step);
        return 'closed';
      }
      if (await this.#does(step)) continue;
      this.#note(step);
      return 'waiting';
    }
  }

  /** Told as unknown to whoever looks after the kiosk, where a live run has not more to ask itself. */
  #note(step: RequestStep): void {
    const [unknown] = unknownsOfStep(step);
    if (unknown === undefined || this.#limits.enough || this.#limits.signal.aborted) return;
    noteUnknown(this.#tools.store, this.#record.request, unknown);
  }

  /** False: nothing more can be learned or done within the limits. */
  async #does(step: Exclude<RequestStep, { kind: 'close' | 'hand-to-technician' }>): Promise<boolean> {
    // A live run brings nothing to its end from here: it only wants to know.
    if (this.#limits.enough && LIVE_ENDS.includes(step.kind)) return false;
    if (isOutboxStep(step)) {
      this.#record.enqueue(step);
      this.#payment = null;
      return true;
    }
    switch (step.kind) {
      case 'record':
        this.#write(step.entry);
        return true;
      case 'to-bin':
        if (!this.#tools.machines.issuer()) return false;
        await moveToBin(this.#tools, this.#record, step, (entry) => this.#write(entry));
        this.#devices = { issuer: null, acceptor: null };
        return true;
      case 'read-issuer':
        this.#devices = {
          ...this.#devices,
          issuer: await issuerPosition(this.#tools.machines.issuer()),
        };
        return this.#devices.issuer !== null;
      case 'read-acceptor':
        this.#devices = {
          ...this.#devices,
          acceptor: await acceptorMedia(this.#tools.machines.acceptor),
        };
        return this.#devices.acceptor !== null;
      case 'ask-payment':
        return this.#ask(() => this.#askPayment(step.order));
      case 'ask-authority':
      case 'void-at-authority':
        return this.#ask(() => this.#askAuthority(step));
      case 'wait-for-outbox':
        return this.#waitForOutbox(step.key);
    }
  }

  #write(entry: RequestEntry): void {
    const heard = entry.key === null ? undefined : this.#authority.get(entry.key);
    const given = heard?.state === 'done' ? givenBy(heard.result) : null;
    this.#tools.store.transaction(() => {
      if (given) this.#tools.store.journal.given(this.#record.request.transactionId, given);
      if (this.#limits.enough) this.#record.write(entry);
      else this.#record.writeAndFollow(entry);
    });
    this.#tools.crashPoint('settle-after-outcome');
  }

  /** One question at once, the next ones with growing pauses; none after the time is over. */
  async #ask(question: () => Promise<void>): Promise<boolean> {
    const { timers, entropy, crashPoint } = this.#tools;
    const { until, signal } = this.#limits;
    if (this.#questions > 2) {
      const pause = Math.max(SHORTEST_WAIT_MS, backOffMs(this.#questions - 2, entropy, LONGEST_WAIT_MS));
      await timers.sleep(Math.min(pause, Math.max(0, until - timers.elapsed())), signal);
      if (timers.elapsed() >= until) return false;
    }
    if (signal.aborted) return false;
    this.#questions += 1;
    crashPoint('settle-before-ask');
    await question();
    crashPoint('settle-after-ask');
    return true;
  }

  async #askPayment(order: IdempotencyKey): Promise<void> {
    const answer = await this.#tools.payments.ask(order, this.#limits.signal);
    this.#payment = answer.ok ? answer.value : null;
  }

  async #askAuthority({
    kind,
    key,
  }: Extract<RequestStep, { kind: 'ask-authority' | 'void-at-authority' }>): Promise<void> {
    const { operations } = this.#tools;
    const { signal } = this.#limits;
    const answer =
      kind === 'ask-authority' ? await operations.ask(key, signal) : await operations.voidKey(key, signal);
    if (answer.ok) this.#authority.set(key, answer.value);
    // What a voided order has become is asked again.
    if (kind === 'void-at-authority' && answer.ok && answer.value.state !== 'void') this.#payment = null;
  }

  async #waitForOutbox(key: IdempotencyKey): Promise<boolean> {
    const { timers, changes } = this.#tools;
    const { refund, delivery } = this.#record.state();
    // Ordered and on disk: what is said of them is true already.
    if ([refund, delivery].some((act) => act.stage !== 'not-begun' && act.key === key)) return false;
    const { until, waitForOutbox, signal } = this.#limits;
    const left = until - timers.elapsed();
    if (!waitForOutbox || left <= 0 || signal.aborted) return false;
    await changes.next(this.#record.request.transactionId, timers, left, signal);
    this.#payment = null;
    return true;
  }

  #close({ end, technician }: Extract<RequestStep, { kind: 'close' }>): void {
    const { store, timers, crashPoint } = this.#tools;
    const { transactionId, reference, service, openedAt } = this.#record.request;
    if (store.journal.find(transactionId)?.closedAt !== null) return;
    crashPoint('request-before-close');
    store.transaction(() => {
      store.journal.close(transactionId, Math.max(openedAt, timers.now()));
      store.audit.record('request-ended', {
        reference,
        transaction: transactionId,
        service,
        end,
        technician: technician.length === 0 ? null : technician.join(' ').slice(0, 200),
      });
    });
  }
}
