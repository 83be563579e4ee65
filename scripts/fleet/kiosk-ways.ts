import type { SealingKey } from '../../src/contracts/configuration/poll.ts';
import type { Temper } from './standing.ts';

/** How one made-up kiosk behaves. */
export interface KioskWays {
  readonly seed: number;
  /** Seconds between two beats, and how long a poll is let wait. */
  readonly round: number;
  /** Residents in the ten hours the hall is open. */
  readonly sessions: number;
  readonly temper: Temper;
  readonly sealingKey: SealingKey;
  /** An assignment was taken in: how many services it closes. */
  readonly onAssignment: (closedServices: number) => void;
}
