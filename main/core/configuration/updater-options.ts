import type { KioskPlace } from '../../../src/configuration/admit-document.ts';
import type { KioskOrder } from '../../../src/contracts/configuration/orders.ts';
import type { Entropy, Timers } from '../../../src/ports/clock.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/open-store.ts';
import type { CentralClient } from '../sync/central-client.ts';

/** How long the updater bears with a centre that answers slowly. Milliseconds and bytes. */
export interface UpdaterPatience {
  /** A poll is held open so long where there is nothing new. */
  readonly pollSeconds: number;
  /** Beyond the time it is held open. */
  readonly pollAnswerMs: number;
  /** For all documents of one set together. */
  readonly setMs: number;
  /** So many bytes of a document must come in each such time. */
  readonly progress: { readonly bytes: number; readonly eachMs: number };
  /** Between two polls at least: a centre that answers at once and always must not keep this kiosk busy. */
  readonly leastPauseMs: number;
  /** Longest pause after an answer that was of no use. */
  readonly longestPauseMs: number;
}

/** A pack comes in seconds over a mobile link; a quarter of an hour for all of it means that somebody holds it back. */
export const USUAL_PATIENCE: UpdaterPatience = {
  pollSeconds: 25,
  pollAnswerMs: 15_000,
  setMs: 15 * 60_000,
  progress: { bytes: 2_000, eachMs: 10_000 },
  leastPauseMs: 500,
  longestPauseMs: 60_000,
};

export interface UpdaterOptions {
  readonly store: Pick<Store, 'configuration' | 'sealingKey' | 'identity' | 'audit' | 'transaction'>;
  readonly client: Pick<CentralClient, 'call'>;
  readonly timers: Timers;
  readonly entropy: Entropy;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  /** Whether the centre is reached at all. */
  readonly linkUp: () => boolean;
  /** What this kiosk is; null: documents for some regions or models alone are not for it. */
  readonly place: KioskPlace | null;
  /**
   * The line of the pack this kiosk works by: a kiosk stays in its province, and takes no other one's pack. Absent: any.
   */
  readonly packLine?: string;
  /** Signed statement of the root the software was shipped with; null: this kiosk takes no configuration from afar. */
  readonly shippedRoot: string | null;
  /** A whole set waits to be applied, or one that waited is not wanted any more. */
  readonly onStaged: () => void;
  /** Services were closed or opened by the centre, or kiosks revoked. */
  readonly onClosures: () => void;
  /** Carries out an order that is new to this kiosk; its result is on disk, in the same commit, when this returns. */
  readonly onOrder: (order: KioskOrder) => void;
  /** Last second of the certificate this kiosk has; null: none. And a new one (src/contracts/receipt-code.ts). */
  readonly certificateEndsAt?: () => number | null;
  readonly onCertificate?: (certificate: string) => void;
  readonly patience?: Partial<UpdaterPatience>;
}

/**
 * The time by which validity is judged: this kiosk's own, and no earlier than the newest assignment was issued. Nobody
 * on the line can move it back, and a clock that somebody set back brings nothing back that was over by then.
 */
export function trustedNow({ store, timers }: Pick<UpdaterOptions, 'store' | 'timers'>): number {
  return Math.max(timers.now(), store.configuration.assignments.newest()?.issuedAt ?? 0);
}
