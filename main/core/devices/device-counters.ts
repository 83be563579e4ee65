import { addDays, dayInShanghai } from '../../../src/calendar/calendar-day.ts';
import type { Timers } from '../../../src/ports/clock.ts';
import type { CountedKind, DeviceCareStore, DeviceCount } from '../store/device-care-store.ts';

/** Milliseconds between two writes; a fault and a state change write at once. */
const WRITE_EVERY_MS = 60_000;
/** Days that are kept apart: the fingerprint of a failing device looks at eight. */
const DAYS_KEPT = 31;

/** Who counts what devices do. */
export interface DeviceCounters {
  /** A call that was answered without device trouble. */
  operation(device: string): void;
  /** A rung of the recovery ladder was tried. */
  retry(device: string, act: string): void;
  fault(device: string, code: string): void;
  /** The device answered as it should, a probe too. */
  success(device: string): void;
  lastSuccess(device: string): number | null;
  /** Everything counted, what is not written yet included. */
  counts(): readonly DeviceCount[];
  /** To disk now: a device changed its state, or somebody wants to read. */
  write(): void;
  /** Another machine stands in its place. */
  beginAnew(device: string): void;
  /** Writes what was counted every minute, until the signal fires. */
  run(signal: AbortSignal): Promise<void>;
}

/**
 * Counts in memory and writes once a minute, with each fault and whenever a device changes its state: a power cut loses
 * the operations and tries of a minute at most, and never a fault.
 */
export function createDeviceCounters(store: DeviceCareStore, timers: Timers): DeviceCounters {
  let pending = new Map<string, DeviceCount>();
  let unwritten = new Map<string, number>();
  const successes = new Map<string, number>();
  let summedUpOn = '';

  const count = (device: string, kind: CountedKind, code: string): void => {
    const day = dayInShanghai(timers.now());
    const key = JSON.stringify([device, day, kind, code]);
    const before = pending.get(key)?.count ?? 0;
    pending.set(key, { device, day, kind, code, count: before + 1 });
  };
  const success = (device: string): void => {
    successes.set(device, timers.now());
    unwritten.set(device, timers.now());
  };
  const write = (): void => {
    const counts = [...pending.values()];
    const lastSuccesses = unwritten;
    pending = new Map();
    unwritten = new Map();
    // An idle device is probed every few seconds: that alone is no reason to write.
    if (counts.length === 0) {
      for (const [device, at] of lastSuccesses) unwritten.set(device, at);
      return;
    }
    store.add(counts, lastSuccesses, timers.now());
    const today = dayInShanghai(timers.now());
    if (today === summedUpOn) return;
    store.sumUpBefore(addDays(today, -DAYS_KEPT));
    summedUpOn = today;
  };
  return {
    operation(device) {
      count(device, 'operation', '');
      success(device);
    },
    retry: (device, act) => count(device, 'retry', act),
    fault(device, code) {
      count(device, 'fault', code);
      write();
    },
    success,
    lastSuccess: (device) => successes.get(device) ?? store.since(device)?.lastSuccess ?? null,
    counts: () => [...store.counts(), ...pending.values()],
    write,
    beginAnew(device) {
      for (const [key, one] of pending) if (one.device === device) pending.delete(key);
      unwritten.delete(device);
      successes.delete(device);
      store.beginAnew(device, timers.now());
    },
    async run(signal) {
      while (!signal.aborted) {
        await timers.sleep(WRITE_EVERY_MS, signal);
        write();
      }
    },
  };
}
