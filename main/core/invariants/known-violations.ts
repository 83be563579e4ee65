import type { Clock } from '../../../src/ports/clock.ts';
import type { SettingsStore } from '../store/settings-store.ts';
import { type Violation, violationName } from './violation.ts';

/** A fault that comes again within this time is not ended by starting again: a day, milliseconds. */
const REMEMBERED_MS = 24 * 3_600_000;
/** Enough to know them again; a store with more wrong than this is closed by the first of them. */
const MOST = 50;

/**
 * The violations this kiosk has already stopped for, kept in the store: a core that stopped for each of them again
 * would start and stop for ever.
 */
export class KnownViolations {
  readonly #settings: SettingsStore;
  readonly #clock: Clock;

  constructor(settings: SettingsStore, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
  }

  has(violation: Violation): boolean {
    return this.#read().has(violationName(violation));
  }

  /** Call in the commit that records them. */
  note(violations: readonly Violation[]): void {
    const names = new Set([...violations.map(violationName), ...this.#read()]);
    this.#settings.set('invariants-violated', [this.#clock.now(), ...[...names].slice(0, MOST)].join(' '));
  }

  #read(): ReadonlySet<string> {
    const [at, ...names] = (this.#settings.get('invariants-violated') ?? '').split(' ').filter(Boolean);
    const age = this.#clock.now() - Number(at ?? 0);
    // A clock that was set back says nothing about what is over.
    return new Set(age <= REMEMBERED_MS ? names : []);
  }
}
