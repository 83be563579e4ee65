import type { OrdersTrouble } from '../../../src/configuration/check-orders.ts';
import { isDue } from '../../../src/configuration/due.ts';
import type { SignedStatement, TrustRoot } from '../../../src/contracts/configuration/keys.ts';
import {
  type ConfigurationAnswer,
  type ConfigurationReport,
  type ConfigurationTrouble,
  configurationAnswer,
} from '../../../src/contracts/configuration/poll.ts';
import { backOffMs } from '../sync/back-off.ts';
import { Bell } from '../sync/bell.ts';
import { carryOutOrders } from './carry-out-orders.ts';
import { configurationReport } from './configuration-report.ts';
import { namesOf } from './go-back.ts';
import { judgeNewest } from './judge-newest.ts';
import { takeInAssignment } from './take-in-assignment.ts';
import { TrustKeeper } from './trust-keeper.ts';
import { trustedNow, type UpdaterOptions, USUAL_PATIENCE } from './updater-options.ts';

/** An answer with so many roots may not be the end of the chain. */
const MOST_ROOTS = 10;
/** A link that is up for so long without one assignment is one somebody holds it back on, milliseconds. */
const NO_WORD_MS = 72 * 60 * 60_000;
/** What may be right the next time: the same bytes come by another way, the disk has room. Others are judged once. */
const PASSES: readonly ConfigurationTrouble[] = ['incomplete', 'damaged', 'disk-trouble'];
const ORDER_RESULTS = 20;

/** Whether to ask at once, after what the answer said, or after a pause that grows. */
type Next = { readonly afterMs: number } | 'failed';

/**
 * Brings configuration to this kiosk (INV-7): asks, follows roots, takes in the assignment, fetches and checks all of
 * it, and leaves it to be applied between residents. Whatever comes instead, what runs goes on.
 */
export class ConfigurationUpdater {
  readonly #options: UpdaterOptions & { readonly patience: typeof USUAL_PATIENCE };
  readonly #trust: TrustKeeper;
  readonly #bell = new Bell();
  #polling: AbortController | null = null;
  #ready = false;
  /** What the last answer was not taken in for; null: it was. */
  #trouble: ConfigurationTrouble | null = null;
  /** The assignment whose documents were judged since this start. */
  #judged: string | null = null;
  #begun: number | null = null;

  constructor(options: UpdaterOptions) {
    this.#options = { ...options, patience: { ...USUAL_PATIENCE, ...options.patience } };
    this.#trust = new TrustKeeper(options.store);
  }

  /** Something changed that the centre should know, or is wanted now: asks at once. */
  soon(): void {
    this.#bell.ring();
    this.#polling?.abort('soon');
  }

  /** Whom this kiosk believes; null before it was read, and where it is damaged. */
  get root(): TrustRoot | null {
    return this.#ready ? this.#trust.root : null;
  }

  /** Where this kiosk stands. */
  report(): ConfigurationReport {
    const { store, timers } = this.#options;
    const rootVersion = this.#ready ? this.#trust.root.version : 0;
    return configurationReport(store.configuration, { trouble: this.#trouble, rootVersion }, timers.now());
  }

  /**
   * Since when the link is up and nothing newer comes (alarm `configuration-frozen`), milliseconds since the epoch; null
   * where nobody holds anything back, or the link is down.
   */
  frozenSince(): number | null {
    const { store, timers, linkUp, shippedRoot } = this.#options;
    if (shippedRoot === null || this.#begun === null || !linkUp()) return null;
    const newest = store.configuration.assignments.newest();
    const now = trustedNow(this.#options);
    if (newest) return isDue({ effectiveFrom: newest.expiresAt }, now) ? newest.expiresAt : null;
    const silentMs = timers.elapsed() - this.#begun - NO_WORD_MS;
    return silentMs >= 0 ? now - silentMs : null;
  }

  /** Until the signal fires; at once where the kiosk takes nothing from afar. Rejects only on a programming error. */
  async run(signal: AbortSignal): Promise<void> {
    const { shippedRoot, timers, entropy, log, patience } = this.#options;
    if (shippedRoot === null) return;
    const broken = await this.#trust.begin(shippedRoot);
    if (broken !== null) {
      this.#trouble = broken;
      log.error('shipped-root-broken', { code: broken });
      return;
    }
    this.#ready = true;
    this.#begun = timers.elapsed();
    let failures = 0;
    while (!signal.aborted) {
      const next = await this.#round(signal);
      if (signal.aborted) return;
      failures = next === 'failed' ? failures + 1 : 0;
      const afterMs =
        next === 'failed' ? backOffMs(failures, entropy, patience.longestPauseMs) : next.afterMs;
      await this.#bell.wait(timers, Math.max(afterMs, patience.leastPauseMs), signal);
    }
  }

  async #round(signal: AbortSignal): Promise<Next> {
    const hadWork = this.#hasWork();
    const answer = await this.#poll(signal);
    if (signal.aborted || answer === 'asked-again') return { afterMs: 0 };
    const heard = answer === null ? 'failed' : await this.#hear(answer);
    const gathered = await this.#gather(signal);
    if (!gathered) return 'failed';
    // Nothing of that poll was held open. From now on one is, so that what operators close is heard within seconds.
    const isFree = hadWork && !this.#hasWork();
    return isFree && heard !== 'failed' ? { afterMs: 0 } : heard;
  }

  async #poll(signal: AbortSignal): Promise<ConfigurationAnswer | 'asked-again' | null> {
    const { client, store, patience, certificateEndsAt, log } = this.#options;
    const polling = new AbortController();
    const end = () => polling.abort('over');
    signal.addEventListener('abort', end, { once: true });
    this.#polling = polling;
    const orderResults = store.configuration.orders.unacknowledged(ORDER_RESULTS);
    // What is not complete yet is worked at meanwhile.
    const waitSeconds = this.#hasWork() ? 0 : patience.pollSeconds;
    const answer = await client.call({
      method: 'POST',
      path: '/v1/configuration/polls',
      body: {
        report: this.report(),
        sealingKey: store.sealingKey.load().publicKey,
        waitSeconds,
        orderResults,
        ...(certificateEndsAt ? { certificateEndsAt: certificateEndsAt() } : {}),
      },
      answer: configurationAnswer,
      deadlineMs: waitSeconds * 1000 + patience.pollAnswerMs,
      saysNothingOfLink: true,
      signal: polling.signal,
    });
    this.#polling = null;
    signal.removeEventListener('abort', end);
    if (answer.ok) {
      store.configuration.orders.acknowledged(orderResults.map(({ orderId }) => orderId));
      return answer.value;
    }
    if (polling.signal.aborted) return 'asked-again';
    log.info('configuration-not-told', {
      code: 'code' in answer.error ? answer.error.code : answer.error.kind,
    });
    return null;
  }

  async #hear(answer: ConfigurationAnswer): Promise<Next> {
    const { onCertificate } = this.#options;
    const troubleWithRoots = await this.#trust.follow(answer.roots);
    if (answer.roots.length > 0) this.#judged = null;
    if (troubleWithRoots === null && answer.roots.length >= MOST_ROOTS) return { afterMs: 0 };
    const trouble = troubleWithRoots ?? (answer.assignment && (await this.#takeIn(answer.assignment)));
    this.#tell(trouble);
    const deaf = answer.orders && (await this.#carryOut(answer.orders));
    if (answer.certificate !== null) onCertificate?.(answer.certificate);
    if (trouble !== null || deaf !== null) return 'failed';
    const hasResults = this.#options.store.configuration.orders.unacknowledged(1).length > 0;
    return { afterMs: hasResults ? 0 : answer.pollAfterSeconds * 1000 };
  }

  async #carryOut(orders: SignedStatement): Promise<OrdersTrouble | null> {
    const trouble = await carryOutOrders(this.#options, this.#trust.root, orders);
    if (trouble !== null) this.#options.log.warn('orders-refused', { code: trouble });
    return trouble;
  }

  async #takeIn(statement: SignedStatement): Promise<ConfigurationTrouble | null> {
    return takeInAssignment(this.#options, this.#trust.root, statement);
  }

  #tell(trouble: ConfigurationTrouble | null): void {
    const { store, log } = this.#options;
    if (trouble === this.#trouble) return;
    this.#trouble = trouble;
    if (trouble === null) return;
    log.warn('configuration-refused', { code: trouble });
    store.audit.record('configuration-refused', {
      assignment: store.configuration.assignments.newest()?.version ?? 0,
      document: null,
      reason: trouble,
    });
  }

  /** There is an assignment that this start has not come to an end with. */
  #hasWork(): boolean {
    const newest = this.#options.store.configuration.assignments.newest();
    return newest !== null && newest.version > 0 && newest.statement !== this.#judged;
  }

  /** False: try again after a pause. */
  async #gather(signal: AbortSignal): Promise<boolean> {
    const { store, onStaged, log } = this.#options;
    const { configuration, audit, transaction } = store;
    const newest = configuration.assignments.newest();
    if (!this.#hasWork() || newest === null) return true;
    const gathered = await judgeNewest(this.#options, this.#trust.root, newest, signal);
    if (signal.aborted) return true;
    if (!gathered.ok) {
      const { trouble, blamed } = gathered.error;
      const isNews = trouble !== newest.trouble;
      const passes = PASSES.includes(trouble);
      if (!passes) this.#judged = newest.statement;
      if (isNews && trouble !== 'disk-trouble') {
        transaction(() => {
          configuration.assignments.judge(trouble, blamed);
          // It was what the director said before, or keys it was signed with count no more.
          if (!passes && configuration.staged()) configuration.unstage();
          const document = blamed && namesOf([blamed]);
          audit.record('configuration-refused', { assignment: newest.version, document, reason: trouble });
        });
      }
      return !passes;
    }
    this.#judged = newest.statement;
    if (gathered.value === 'changed') onStaged();
    log.info('configuration-gathered', { version: newest.version });
    return true;
  }
}
