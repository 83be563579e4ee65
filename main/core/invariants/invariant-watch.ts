import { checkPolicyPack, type PolicyPack } from '../../../src/policy/policy-pack.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/open-store.ts';
import { checkInvariants } from './check-invariants.ts';
import { ForgottenTransactions } from './forgotten-transactions.ts';
import type { AtRest, PolicyInUse } from './invariant-view.ts';
import { KnownViolations } from './known-violations.ts';
import { StoreLook } from './store-look.ts';
import { type Violation, violationName } from './violation.ts';

export interface InvariantWatchOptions {
  readonly store: Store;
  readonly policy: PolicyPack;
  /** Assignment whose set runs; 0: as shipped. */
  readonly assignment: number;
  readonly clock: Clock;
  readonly log: Pick<Log, 'error'>;
  /** Null while somebody is being served, or before there is a screen. */
  readonly atRest: () => AtRest | null;
  /** Ends the core; the supervisor starts another. Called once. */
  readonly stop: (violations: readonly Violation[]) => void;
  /** What the screen may offer has changed: the kiosk is closed. */
  readonly closed: () => void;
}

/** Looks after every act whether INV-1…8 hold, and stops the core where one does not (docs/decisions/0018). */
export class InvariantWatch {
  readonly #options: InvariantWatchOptions;
  readonly #look: StoreLook;
  readonly #known: KnownViolations;
  readonly #forgotten: ForgottenTransactions;
  #closedBecause: Violation | null = null;
  #stopped = false;
  #begun = false;

  constructor(options: InvariantWatchOptions) {
    this.#options = options;
    this.#look = new StoreLook(options.store);
    this.#forgotten = new ForgottenTransactions(options.clock);
    this.#known = new KnownViolations(options.store.settings, options.clock);
  }

  /** Why the kiosk serves nobody; it goes on syncing, and a technician has to come. Null: all is in order. */
  get closedBecause(): Violation | null {
    return this.#closedBecause;
  }

  /**
   * Looks at everything: at start, after the first round of settling and before residents. What is wrong on disk is
   * still wrong after another start, so it closes the kiosk instead of stopping the core.
   */
  begin(): readonly Violation[] {
    const { store, policy } = this.#options;
    const found: Violation[] = [];
    const inUseNow = `${policy.id} ${policy.version}`;
    let inUse: PolicyInUse | null = this.#policyInUse();
    for (const slice of this.#look.everything()) {
      found.push(...checkInvariants({ ...slice, policy: inUse, rest: null, forgotten: [] }));
      inUse = null;
    }
    this.#begun = true;
    if (found.length > 0) this.#close(found);
    else if (inUseNow !== store.settings.get('policy-in-use')) store.settings.set('policy-in-use', inUseNow);
    return found;
  }

  /** Looks at what changed. Cheap: after every act that is over, and whenever nobody is being served. */
  quiet(): void {
    if (!this.#begun || this.#stopped || this.#closedBecause !== null) return;
    const rest = this.#options.atRest();
    const forgotten = rest === null ? [] : this.#forgotten.atRest(rest.live);
    this.violated(checkInvariants({ ...this.#look.changed(), policy: null, rest, forgotten }));
  }

  /**
   * Something that must hold does not: on record, then the core stops. Where it stopped for the same before, stopping
   * did not help, and the kiosk closes.
   */
  violated(violations: readonly Violation[]): void {
    if (violations.length === 0 || this.#stopped || this.#closedBecause !== null) return;
    if (violations.every((violation) => this.#known.has(violation))) {
      this.#close(violations);
      this.#options.closed();
      return;
    }
    this.#record(violations);
    this.#stopped = true;
    this.#options.stop(violations);
  }

  #close(violations: readonly Violation[]): void {
    this.#closedBecause = violations[0] ?? null;
    const news = violations.filter((violation) => !this.#known.has(violation));
    if (news.length > 0) this.#record(news);
  }

  #record(violations: readonly Violation[]): void {
    const { store, log } = this.#options;
    const once = [...new Map(violations.map((violation) => [violationName(violation), violation])).values()];
    store.transaction(() => {
      for (const { invariant, code, transaction } of once) {
        store.audit.record('invariant-violated', { invariant, code, transaction });
      }
      this.#known.note(once);
    });
    for (const { invariant, code, transaction } of once) {
      log.error('invariant-violated', { reason: invariant, code, transaction });
    }
  }

  #policyInUse(): PolicyInUse {
    const { store, policy, assignment } = this.#options;
    const { configuration } = store;
    const { id, version } = policy;
    const [recordedId, recordedVersion] = (store.settings.get('policy-in-use') ?? '').split(' ');
    return {
      id,
      version,
      recordedVersion: recordedId === id ? Number(recordedVersion) : null,
      valid: checkPolicyPack(JSON.parse(JSON.stringify(policy))).ok,
      wentBack: configuration.returned() !== null,
      isCurrentSet: assignment === (configuration.current()?.assignment ?? 0),
    };
  }
}
