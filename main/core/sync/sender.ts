import { ZodError } from 'zod';
import type { IdempotencyKey } from '../../../src/brand.ts';
import type { Operation, OperationOutcome } from '../../../src/contracts/central/operations.ts';
import type { Entropy, Timers } from '../../../src/ports/clock.ts';
import { err, type Result } from '../../../src/result.ts';
import type { CrashPoint } from '../crash-points.ts';
import type { OutboxItem, OutboxStore } from '../store/outbox-store.ts';
import { SealBroken } from '../store/payload-cipher.ts';
import { backOffMs, LONGEST_BACK_OFF_MS } from './back-off.ts';
import { Bell } from './bell.ts';
import { type CallTrouble, isNotLetIn, isPermanent } from './call-trouble.ts';
import type { LinkState } from './link-state.ts';
import type { Operations } from './operations.ts';

/** Stores what the authority said: journal, outbox, dead letters and audit in one commit. */
export interface OutcomeRecorder {
  /** `nextAt` is set where it has not decided: when to ask again. */
  answered(item: OutboxItem, outcome: OperationOutcome, nextAt: number): void;
  /** The authority will not take the operation in at all (`code` of the problem document). */
  refusedForGood(item: OutboxItem, code: string): void;
}

export interface SenderOptions {
  readonly outbox: OutboxStore;
  readonly operations: Operations;
  readonly recorder: OutcomeRecorder;
  readonly link: LinkState;
  readonly timers: Timers;
  readonly entropy: Entropy;
  readonly crashPoint: CrashPoint;
  /** Requests at once, each for another resident. */
  readonly lanes?: number;
}

/** So many answers missing in a row are an outage; a single one may be the item's own fault. */
const OUTAGE_AFTER = 2;

/**
 * Brings the outbox to the authority (architecture.md "Sync"): by priority, in order per resident, again and again
 * under the same key until an answer is stored. An item that fails waits alone; an outage makes all wait and
 * counts against none.
 */
export class Sender {
  readonly #options: SenderOptions;
  readonly #bell = new Bell();
  readonly #inFlight = new Set<IdempotencyKey>();
  /** Answers there have been, and how many there were when an item last got none: see `#tellsOfOutage`. */
  #answers = 0;
  readonly #unanswered = new Map<IdempotencyKey, number>();
  #missingAnswers = 0;
  #outages = 0;
  #pausedUntil = 0;
  #failure: { readonly error: unknown } | null = null;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  /** Something was put into the outbox: somebody may be waiting for it, so it is tried once even in an outage. */
  wake(): void {
    this.#pausedUntil = 0;
    this.#bell.ring();
  }

  /** Sends until the signal fires. Throws only on a programming error. */
  async run(signal: AbortSignal): Promise<void> {
    const { timers, link, lanes = 4 } = this.#options;
    const unsubscribe = link.subscribe((up) => {
      if (up) this.#linkWorks();
    });
    try {
      while (!signal.aborted) {
        const now = timers.now();
        const pauseMs = this.#pausedUntil - timers.elapsed();
        const paused = pauseMs > 0;
        this.#options.outbox.neverBeyond(now + LONGEST_BACK_OFF_MS, now);
        if (!paused) this.#fill(lanes, now, signal);
        const due = paused ? now + pauseMs : this.#options.outbox.nextDueAfter(now);
        const full = this.#inFlight.size >= lanes;
        await this.#bell.wait(timers, full || due === null ? null : due - now, signal);
        if (this.#failure) throw this.#failure.error;
      }
    } finally {
      unsubscribe();
    }
  }

  #fill(lanes: number, now: number, signal: AbortSignal): void {
    // During an outage one item at a time finds out whether it is over: one that has not failed, where there is one.
    const probing = this.#outages > 0;
    const free = (probing ? 1 : lanes) - this.#inFlight.size;
    if (free <= 0) return;
    const items = this.#options.outbox
      .sendable(now, free + this.#inFlight.size + (probing ? this.#unanswered.size : 0))
      .filter((item) => !this.#inFlight.has(item.key));
    const unsuspected = probing ? items.find(({ key }) => !this.#unanswered.has(key)) : undefined;
    const next = unsuspected ? [unsuspected] : items.slice(0, free);
    for (const item of next) void this.#process(item, signal);
  }

  async #process(item: OutboxItem, signal: AbortSignal): Promise<void> {
    this.#inFlight.add(item.key);
    try {
      const answer = await this.#send(item, signal);
      if (!signal.aborted) this.#record(item, answer);
    } catch (error) {
      this.#failure = { error };
    } finally {
      this.#inFlight.delete(item.key);
      this.#bell.ring();
    }
  }

  async #send(item: OutboxItem, signal: AbortSignal): Promise<Result<OperationOutcome, CallTrouble>> {
    const { operations, outbox, crashPoint } = this.#options;
    crashPoint('send-before-call');
    if (item.state === 'in-progress') return operations.ask(item.key, signal);
    let operation: Operation;
    try {
      operation = outbox.operation(item.key);
    } catch (error) {
      if (!(error instanceof SealBroken || error instanceof ZodError)) throw error;
      // Damaged on disk: it can never be sent, and must not stop the others. The dead letter keeps it.
      return err({ kind: 'problem', status: 422, code: 'payload-unreadable' });
    }
    const answer = await operations.put(item.key, operation, signal);
    crashPoint('send-after-call');
    return answer;
  }

  #record(item: OutboxItem, answer: Result<OperationOutcome, CallTrouble>): void {
    const { outbox, recorder, timers, entropy, crashPoint } = this.#options;
    const now = timers.now();
    const nextAt = now + backOffMs(item.attempts + 1, entropy);
    if (!answer.ok && isNotLetIn(answer.error)) {
      this.#pause();
      return;
    }
    if (answer.ok || answer.error.kind === 'problem') {
      this.#unanswered.delete(item.key);
      this.#linkWorks();
    }
    if (answer.ok) {
      if (answer.value.state === 'never-received') {
        outbox.postpone(item.key, { state: 'waiting', attempts: item.attempts, nextAt: now });
      } else {
        recorder.answered(item, answer.value, nextAt);
      }
    } else if (isPermanent(answer.error) && answer.error.kind === 'problem') {
      recorder.refusedForGood(item, answer.error.code);
    } else if (answer.error.kind === 'link-down') {
      this.#answerMissing(item, answer.error.sent, nextAt);
    } else {
      this.#missingAnswers = 0;
      outbox.postpone(item.key, { state: item.state, attempts: item.attempts + 1, nextAt });
    }
    crashPoint('send-after-outcome');
  }

  /** Nothing left this machine: it is the link. Otherwise it may be the item, so the next try is another's. */
  #answerMissing(item: OutboxItem, sent: boolean, nextAt: number): void {
    if (sent) {
      this.#options.outbox.postpone(item.key, { state: item.state, attempts: item.attempts + 1, nextAt });
      if (!this.#tellsOfOutage(item)) return;
    }
    this.#missingAnswers += 1;
    if (sent && this.#missingAnswers < OUTAGE_AFTER) return;
    this.#pause();
  }

  #pause(): void {
    const { timers, entropy } = this.#options;
    this.#outages += 1;
    this.#pausedUntil = timers.elapsed() + backOffMs(this.#outages, entropy);
  }

  /**
   * An item that gets no answer again, although others got theirs meanwhile, tells of itself alone. Without this a few
   * bad items that come round together would look like an outage each time and stop all the others.
   */
  #tellsOfOutage({ key }: OutboxItem): boolean {
    const before = this.#unanswered.get(key);
    this.#unanswered.set(key, this.#answers);
    return before === undefined || before === this.#answers;
  }

  #linkWorks(): void {
    this.#answers += 1;
    this.#missingAnswers = 0;
    if (this.#outages === 0) return;
    this.#outages = 0;
    this.#pausedUntil = 0;
    this.#options.outbox.resetBackOff(this.#options.timers.now());
    this.#bell.ring();
  }
}
