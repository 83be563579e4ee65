import { addDays, type CalendarDay, dayInShanghai } from '../../../src/calendar/calendar-day.ts';
import type { DeviceCare } from '../../../src/contracts/maintenance/page.ts';
import { type DeviceDay, isFailing } from '../../../src/maintenance/failing-device.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { DeviceCareStore, DeviceCount } from '../store/device-care-store.ts';
import type { DeviceCounters } from './device-counters.ts';
import type { DeviceManager } from './device-manager.ts';

/** As many kinds of fault as the contract takes, most frequent first. */
const MOST_FAULTS = 20;
/** Days before the last one that it is compared with. */
const WEEK = 7;

export interface DeviceCareOptions {
  readonly manager: Pick<DeviceManager, 'keeping'>;
  readonly counters: DeviceCounters;
  readonly store: Pick<DeviceCareStore, 'since'>;
  readonly clock: Clock;
}

/** What every device has done since it was put in, in the order of `devices.json`. */
export function createDeviceCare({ manager, counters, store, clock }: DeviceCareOptions): () => DeviceCare[] {
  /** Those that are called failing: the answer depends on it. */
  const failing = new Set<string>();
  return () => {
    const now = clock.now();
    const counts = Map.groupBy(counters.counts(), ({ device }) => device);
    return manager.keeping().map(({ device, deviceClass, state, code, ladder }) => {
      const own = counts.get(device) ?? [];
      const faults = faultsOf(own);
      const faultCount = faults.reduce((all, { count }) => all + count, 0);
      const countingSince = store.since(device)?.countingSince ?? now;
      const is = isFailing(...lastDayAndWeek(own, dayInShanghai(now)), failing.has(device));
      if (is) failing.add(device);
      else failing.delete(device);
      return {
        device,
        deviceClass,
        state,
        code,
        ladder,
        operations: sumOf(own, 'operation'),
        retries: sumOf(own, 'retry'),
        faults: faults.slice(0, MOST_FAULTS),
        meanTimeBetweenFaultsMs:
          faultCount === 0 ? null : Math.round(Math.max(0, now - countingSince) / faultCount),
        countingSince,
        lastSuccess: counters.lastSuccess(device),
        failing: is,
      };
    });
  };
}

function sumOf(counts: readonly DeviceCount[], kind: DeviceCount['kind']): number {
  return counts.reduce((all, one) => all + (one.kind === kind ? one.count : 0), 0);
}

function faultsOf(counts: readonly DeviceCount[]): { code: string; count: number }[] {
  const byCode = Map.groupBy(
    counts.filter(({ kind }) => kind === 'fault'),
    ({ code }) => code,
  );
  return [...byCode]
    .map(([code, ofCode]) => ({ code, count: sumOf(ofCode, 'fault') }))
    .sort((one, other) => other.count - one.count || (one.code < other.code ? -1 : 1));
}

/** Yesterday and today are the last day: at midnight a device does not become well. */
function lastDayAndWeek(counts: readonly DeviceCount[], today: CalendarDay): [DeviceDay, DeviceDay[]] {
  const days = Map.groupBy(counts, ({ day }) => day);
  const dayOf = (ago: number): DeviceDay => {
    const own = days.get(addDays(today, -ago)) ?? [];
    return {
      operations: sumOf(own, 'operation'),
      retries: sumOf(own, 'retry'),
      faults: sumOf(own, 'fault'),
    };
  };
  const [now, yesterday] = [dayOf(0), dayOf(1)];
  const lastDay = {
    operations: now.operations + yesterday.operations,
    retries: now.retries + yesterday.retries,
    faults: now.faults + yesterday.faults,
  };
  return [lastDay, Array.from({ length: WEEK }, (_, ago) => dayOf(ago + 2))];
}
