import { discover, type GivenAddress } from '../../../../drivers/discovery/discover.ts';
import { askIdentity } from '../../../../drivers/discovery/identity.ts';
import type { PluggedIn } from '../../../../drivers/discovery/plugged-in.ts';
import type { Timers } from '../../../../src/ports/clock.ts';
import type { ManagedDevice } from '../../../../src/ports/device-status.ts';
import type { FoundDevice, ReplaceBench } from '../../../../src/ports/maintenance/device-bench.ts';
import type { AuditTrail } from '../../../../src/ports/transactions.ts';
import type { DeviceManager, DriverFactories } from '../../devices/device-manager.ts';
import type { DeviceConfig } from '../../devices/devices-config.ts';
import { TRIAL_MS } from './device-trial.ts';
import type { TableFiles } from './table-files.ts';
import { tableWith } from './table-with.ts';
import { fittedDevices } from './test-bench.ts';

/** How often the end of a trial is looked for, milliseconds. */
const LOOK_EVERY_MS = 500;

/** An address with the options its driver needs there, e.g. where a reader's portraits come from. */
export interface GivenDevice extends GivenAddress {
  readonly options?: DeviceConfig['options'];
}

export interface ReplaceBenchParts {
  readonly devices: Pick<DeviceManager, 'statuses' | 'reach'>;
  readonly drivers: DriverFactories;
  readonly files: TableFiles;
  readonly plugged: PluggedIn;
  /** Network addresses where devices may be, from the configuration. */
  readonly given: readonly GivenDevice[];
  readonly timers: Timers;
  readonly audit: AuditTrail;
  /** The technician is back on the readiness page after the next start. */
  readonly prepareReturn: () => void;
  /** Another machine stands in its place for good. */
  readonly replaced: (device: string) => void;
  /** Core ends; the supervisor starts another. */
  readonly restart: () => void;
}

/** Finds what was plugged in, proves it, and changes its line of the table. */
export function createReplaceBench(parts: ReplaceBenchParts): ReplaceBench {
  const { devices, files, plugged, given, timers, audit } = parts;
  const lines = () => files.read('table')?.config.devices ?? [];
  const lineOf = (device: string, found: FoundDevice): DeviceConfig | null => {
    const line = lines().find(({ id }) => id === device);
    return line ? changedLine(line, found, given) : null;
  };
  return {
    fitted: () => fittedDevices(devices),
    async lookFor(device, signal) {
      const line = lines().find(({ id }) => id === device);
      const reached = devices.reach(device);
      if (!line || !reached) return [];
      const takeUp = await reached.setAside();
      try {
        const inUse = lines().flatMap(({ id, transport }) => (id === device ? [] : [transport]));
        const make = (driver: string, transport: string) =>
          driverOn(parts, changedLine(line, { driver, transport }, given));
        // The place where it was comes first: most often the same model is put in again.
        const here = { deviceClass: line.class, driver: line.driver, transport: line.transport };
        return await discover(line.class, { plugged, timers, inUse, given: [here, ...given], make }, signal);
      } finally {
        takeUp();
      }
    },
    async selfTest(device, found, signal) {
      const line = lineOf(device, found);
      const reached = devices.reach(device);
      if (!line || !reached) return 'not-fitted';
      const takeUp = await reached.setAside();
      try {
        const fresh = driverOn(parts, line);
        if (!fresh) return 'driver-refused';
        const said = await askIdentity(fresh, timers, signal);
        return said ? null : 'no-answer';
      } finally {
        takeUp();
      }
    },
    writeTable(device, found, technician) {
      const line = lineOf(device, found);
      const now = files.read('table');
      if (!line || !now) return 'not-fitted';
      if (!driverOn(parts, line)) return 'driver-refused';
      const text = tableWith(now, line);
      if (text === now.text) return null;
      if (files.trial()) return 'trial-running';
      try {
        files.tryOut(text, device);
      } catch (error) {
        // The disk's word: full, read-only, or not this account's. Core would end over it, again and again.
        if (error instanceof Error && 'code' in error) return 'table-not-writable';
        throw error;
      }
      audit.record('device-replaced', { device, driver: line.driver, transport: line.transport, technician });
      return null;
    },
    restart() {
      parts.prepareReturn();
      parts.restart();
    },
    async verdict(device, found, signal) {
      for (let left = TRIAL_MS; files.trial() && left > 0 && !signal.aborted; left -= LOOK_EVERY_MS)
        await timers.sleep(LOOK_EVERY_MS, signal);
      // Core ends in the midst of the trial: the next one sees its end, and this one must not say how it was.
      if (signal.aborted && files.trial()) return never();
      const line = lines().find(({ id }) => id === device);
      const kept = line?.transport === found.transport && line.driver === found.driver;
      if (kept) parts.replaced(device);
      return kept ? 'kept' : 'taken-back';
    },
  };
}

/** Nobody hears of it: core is ending. */
const never = (): Promise<never> => new Promise(() => undefined);

/** Options stay where the driver does; those of a given address go with it. */
function changedLine(
  line: DeviceConfig,
  { driver, transport }: Pick<FoundDevice, 'driver' | 'transport'>,
  given: readonly GivenDevice[],
): DeviceConfig {
  const there = given.find((one) => one.deviceClass === line.class && one.transport === transport);
  const options = there?.options ?? (driver === line.driver ? line.options : {});
  return { ...line, driver, transport, options };
}

/** null where transport or options make no sense to the driver, or there is no such driver. */
function driverOn({ drivers }: ReplaceBenchParts, line: DeviceConfig): ManagedDevice | null {
  try {
    return drivers[line.class]?.[line.driver]?.(line) ?? null;
  } catch (error) {
    // Factories throw where configuration is wrong; here it is a technician's choice, and an answer.
    if (error instanceof Error) return null;
    throw error;
  }
}
