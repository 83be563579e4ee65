import type { ConfigurationReport } from '../../src/contracts/configuration/poll.ts';
import type { Queries } from '../database/tables.ts';

/** What the director asks of the rollouts: the border between who says what a kiosk runs and who hands it out. */
export interface RolloutDesk {
  /** A kiosk that is in no wave yet (new, or back after a long time) joins every rollout that concerns it. */
  join(q: Queries, kioskId: string): Promise<void>;
  /** What a kiosk told of its configuration: its place in every rollout it is in follows from it. */
  heard(q: Queries, kioskId: string, report: ConfigurationReport): Promise<void>;
  /** Gates, schedules and quiet hours, as the clock brings them about; called every few seconds by one process or several. */
  sweep(): Promise<void>;
}
