import { z } from 'zod';
import { type Alarm, alarm } from '../../../../src/contracts/maintenance/alarm.ts';
import type { AlarmFacts } from '../../../../src/maintenance/alarm-conditions.ts';
import { alarmsSeen, type StandingAlarm } from '../../../../src/maintenance/alarms.ts';
import type { Timers } from '../../../../src/ports/clock.ts';
import type { Store } from '../../store/open-store.ts';
import { Bell } from '../../sync/bell.ts';
import type { WatchedFacts } from './gather-facts.ts';

/** Milliseconds between two looks at a kiosk where nothing is told to have changed. */
const EVERY_MS = 30_000;
/** Changes come in flocks: this long after a look the next one waits, milliseconds. */
const REST_MS = 2_000;
/** Sources of a core that has just started have nothing to say yet, milliseconds. */
const FIRST_LOOK_MS = 15_000;

export interface AlarmWatchOptions {
  readonly store: Pick<Store, 'audit' | 'settings' | 'transaction'>;
  readonly timers: Timers;
  readonly look: () => Promise<WatchedFacts>;
  /** What watchdogs have to heal now. */
  readonly watchdogs: () => AlarmFacts['watchdogs'];
  readonly lockedOut: () => readonly string[];
  /** A technician is at work since; null where none is. */
  readonly maintenanceSince: () => number | null;
  /** The centre is to hear of it now. */
  readonly changed: () => void;
}

/** Raises alarms and takes them back. */
export interface AlarmWatch {
  /** All that stand now, for the heartbeat and the technician. */
  alarms(): readonly Alarm[];
  /** A device or the custody ledger changed. */
  lookSoon(): void;
  /** One look. */
  look(): Promise<void>;
  run(signal: AbortSignal): Promise<void>;
}

const kept = z.array(alarm.extend({ calmSince: z.number().nullable() }));

/**
 * Looks every half minute and at each change. What stands is on disk with the record that it was raised: a restart
 * raises nothing twice, and what is over when core comes back is over once.
 */
export function createAlarmWatch(options: AlarmWatchOptions): AlarmWatch {
  const { store, timers, watchdogs, lockedOut, maintenanceSince, changed } = options;
  const bell = new Bell();
  let standing: readonly StandingAlarm[] = readStanding(store.settings.get('alarms-standing'));

  const look = async (): Promise<void> => {
    const facts = await options.look();
    const seen = alarmsSeen(
      {
        ...facts,
        watchdogs: watchdogs(),
        lockedOut: lockedOut(),
        maintenanceSince: maintenanceSince(),
      },
      standing,
      facts.now,
    );
    const news = seen.raised.length + seen.over.length > 0;
    if (news) {
      store.transaction(() => {
        for (const { kind, which, detail } of seen.raised)
          store.audit.record('alarm-raised', { alarm: kind, which, detail });
        for (const { kind, which } of seen.over) store.audit.record('alarm-over', { alarm: kind, which });
        store.settings.set('alarms-standing', JSON.stringify(seen.standing));
      });
    }
    standing = seen.standing;
    if (news) changed();
  };
  return {
    alarms: () => standing.map(({ kind, which, since, detail }) => ({ kind, which, since, detail })),
    lookSoon: () => bell.ring(),
    look,
    async run(signal) {
      await timers.sleep(FIRST_LOOK_MS, signal);
      while (!signal.aborted) {
        await look();
        await timers.sleep(REST_MS, signal);
        await bell.wait(timers, EVERY_MS - REST_MS, signal);
      }
    },
  };
}

/** A word of newer software than this: its alarms are raised anew. */
function readStanding(text: string | null): readonly StandingAlarm[] {
  const parsed = kept.safeParse(text === null ? [] : JSON.parse(text));
  return parsed.success ? parsed.data : [];
}
