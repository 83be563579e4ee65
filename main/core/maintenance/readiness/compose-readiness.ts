import type { Alarm } from '../../../../src/contracts/maintenance/alarm.ts';
import type { Entropy } from '../../../../src/ports/clock.ts';
import type { Log } from '../../log.ts';
import type { Sync } from '../../sync/create-sync.ts';
import { reportMornings } from '../morning-report.ts';
import type { ReadinessDesk } from '../readiness-desk.ts';
import { type AlarmWatchOptions, createAlarmWatch } from './alarm-watch.ts';
import { createReadinessDesk } from './create-readiness-desk.ts';
import { KioskLook } from './gather-facts.ts';
import type { ReadinessParts } from './readiness-parts.ts';
import type { PageAlive } from './screen-watch.ts';

export interface ReadinessOptions
  extends ReadinessParts,
    Pick<AlarmWatchOptions, 'watchdogs' | 'lockedOut' | 'maintenanceSince' | 'changed'> {
  readonly sync: Pick<Sync, 'link' | 'clockComparison' | 'readinessReports'>;
  readonly entropy: Entropy;
  readonly log: Pick<Log, 'warn'>;
}

/** How the kiosk is, for whoever asks: technicians, alarms, the centre each morning. */
export interface Readiness {
  readonly desk: ReadinessDesk;
  /** All that stand now, for the heartbeat. */
  alarms(): readonly Alarm[];
  /** A device or the custody ledger changed. */
  lookSoon(): void;
  pageAlive(message: PageAlive): void;
  /** Alarms and morning reports, until the signal fires. */
  run(signal: AbortSignal): Promise<void>;
}

/** Desk, alarms and morning reports over one look at the kiosk. */
export function composeReadiness(options: ReadinessOptions): Readiness {
  const { store, timers, entropy, log, sync } = options;
  const look = new KioskLook(options);
  const alarms = createAlarmWatch({ ...options, look: () => look.watched() });
  const desk = createReadinessDesk(options, look, alarms);
  return {
    desk,
    alarms: () => alarms.alarms(),
    lookSoon: () => alarms.lookSoon(),
    pageAlive: (message) => look.screen.pageAlive(message),
    async run(signal) {
      await Promise.all([
        alarms.run(signal),
        reportMornings({ store, timers, entropy, log, sync, report: () => desk.report() }, signal),
      ]);
    },
  };
}
