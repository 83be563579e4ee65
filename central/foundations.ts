import type { Clock, Entropy } from '../src/ports/clock.ts';
import type { ChangeSignal } from './changes/change-signal.ts';
import type { Queries } from './database/tables.ts';
import type { KeyedDigest } from './secrets.ts';

/** What every part of the service stands on. */
export interface Foundations {
  readonly queries: Queries;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly digest: KeyedDigest;
  readonly changes: ChangeSignal;
}
