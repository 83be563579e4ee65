import { isDue } from '../../../src/configuration/due.ts';
import { journeyWord } from '../../../src/configuration/journey-counts.ts';
import { oneMore, trialVerdict } from '../../../src/configuration/trial-verdict.ts';
import { oneMoreEnded, turnsAway } from '../../../src/configuration/turned-away.ts';
import type { DocumentKind } from '../../../src/contracts/configuration/document.ts';
import type { Timers } from '../../../src/ports/clock.ts';
import { isRefusedFor } from '../store/configuration-set.ts';
import type { Store } from '../store/open-store.ts';
import { goBack, namesOf } from './go-back.ts';
import { readJourneys, readTrialJourneys, writeJourneys, writeTrialJourneys } from './journeys-before.ts';
import type { SessionEnd } from './session-ends.ts';

/** How often it is looked where nothing is told to have changed, milliseconds: a day begins, a trial gets old. */
const LOOK_EVERY_MS = 5_000;
/** Whoever is turned away tries again, and the next service too: within this time, milliseconds, it is one person. */
const SAME_PERSON_MS = 3 * 60_000;
/** So long after something was damaged on the disk nothing new is begun with, milliseconds. */
const AFTER_DAMAGE_MS = 10 * 60_000;

export interface ConfigurationKeeperParts {
  readonly store: Pick<Store, 'configuration' | 'audit' | 'settings' | 'transaction'>;
  readonly timers: Timers;
  /** No resident, no technician at work, no card in motion: nobody's business is touched (INV-7). */
  readonly free: () => boolean;
  /** Ends this core; the next one runs what is current then. Called once, and only while free. */
  readonly restart: () => void;
}

/**
 * Applies what waits, keeps what went well, and goes back from what did not, always between residents and always by a
 * new core: one session never sees two packs.
 */
export class ConfigurationKeeper {
  readonly #parts: ConfigurationKeeperParts;
  #ended = false;
  /** `timers.elapsed()` when somebody was turned away and counted last. */
  #turnedAwayAt = Number.NEGATIVE_INFINITY;

  constructor(parts: ConfigurationKeeperParts) {
    this.#parts = parts;
  }

  /** A session is over; what it says of the running set is on disk when this returns. */
  sessionEnded(facts: SessionEnd): void {
    const { timers, store } = this.#parts;
    const { configuration, settings, transaction } = store;
    const trial = configuration.trial.find();
    const word = journeyWord(facts, trial ? this.#changed() : new Set());
    if (word === 'nothing') return;
    const turnedAway = word === 'turned-away';
    if (turnedAway) {
      if (timers.elapsed() - this.#turnedAwayAt < SAME_PERSON_MS) return;
      this.#turnedAwayAt = timers.elapsed();
    }
    transaction(() => {
      const { services, ...kept } = readJourneys(settings);
      if (trial === null) {
        const counts = turnedAway ? kept : oneMore(kept, word);
        const ended = word === 'failed' ? services : oneMoreEnded(services, facts.service, turnedAway);
        return writeJourneys(settings, { ...counts, services: ended });
      }
      const { startedAt } = trial;
      if (!turnedAway) {
        const failed = trial.failed + (word === 'failed' ? 1 : 0);
        configuration.trial.note({ sessions: trial.sessions + 1, failed });
      }
      if (word === 'failed') return;
      const before = readTrialJourneys(settings, startedAt);
      writeTrialJourneys(settings, startedAt, oneMoreEnded(before, facts.service, turnedAway));
    });
  }

  /** Something changed: a view, an assignment, the time. */
  look(): void {
    if (this.#ended) return;
    const { store, timers, free } = this.#parts;
    const now = timers.now();
    const verdict = this.#verdict(now);
    if (verdict === 'keep') this.#keep(now);
    if (verdict === 'return') {
      // At the latest when the resident who is there has gone: nobody else begins under it.
      if (free()) this.#end(() => goBack(store, 'journeys-failed', now));
      return;
    }
    const staged = store.configuration.staged();
    if (staged && isDue(staged, now) && this.#diskHasRested(now) && free()) this.#end(() => this.#apply(now));
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.look();
      await this.#parts.timers.sleep(LOOK_EVERY_MS, signal);
    }
  }

  /** A disk that changes what is written to it must not keep the kiosk restarting. */
  #diskHasRested(now: number): boolean {
    const left = this.#parts.store.configuration.returned();
    if (left === null || left.reason === 'told-to' || isRefusedFor(left.reason)) return true;
    return Math.abs(now - left.at) >= AFTER_DAMAGE_MS;
  }

  #verdict(now: number) {
    const { configuration, settings } = this.#parts.store;
    const trial = configuration.trial.find();
    if (!trial) return 'go-on';
    const { sessions, failed, startedAt } = trial;
    const before = readJourneys(settings);
    return trialVerdict({
      sessions,
      failed,
      ageMs: now - startedAt,
      before,
      turnsAway: turnsAway(readTrialJourneys(settings, startedAt), before.services),
    });
  }

  #keep(now: number): void {
    const { configuration, audit, transaction } = this.#parts.store;
    transaction(() => {
      const sessions = configuration.trial.find()?.sessions ?? 0;
      configuration.keepCurrent(now);
      audit.record('configuration-kept', {
        assignment: configuration.current()?.assignment ?? 0,
        sessions,
      });
    });
  }

  /** Old or new, never a mix: the sets and the record that they changed are one commit. */
  #apply(now: number): void {
    const { configuration, audit, transaction } = this.#parts.store;
    transaction(() => {
      const left = configuration.current()?.assignment ?? 0;
      const applied = configuration.applyStaged(now);
      if (!applied) return;
      const { assignment, documents } = applied;
      if (applied.goesBack) {
        audit.record('configuration-returned', { assignment: left, to: assignment, reason: 'told-to' });
      }
      audit.record('configuration-applied', { assignment, documents: namesOf(documents) });
    });
  }

  #end(change: () => void): void {
    this.#ended = true;
    change();
    this.#parts.restart();
  }

  /** Kinds that the current set has and the last good one has not, or not so. */
  #changed(): ReadonlySet<DocumentKind> {
    const { configuration } = this.#parts.store;
    const good = new Set(configuration.lastGood()?.documents.map(({ sha256 }) => sha256));
    const documents = configuration.current()?.documents ?? [];
    return new Set(documents.filter(({ sha256 }) => !good.has(sha256)).map(({ kind }) => kind));
  }
}
