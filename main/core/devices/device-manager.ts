import type { CabinetBoard } from '../../../src/ports/cabinet-board.ts';
import type { CardAcceptor } from '../../../src/ports/card-acceptor.ts';
import type { CardIssuer } from '../../../src/ports/card-issuer.ts';
import type { Timers } from '../../../src/ports/clock.ts';
import type { CodeScanner } from '../../../src/ports/code-scanner.ts';
import type { ManagedDevice } from '../../../src/ports/device-status.ts';
import type { CardFacePrinter, DocumentPrinter } from '../../../src/ports/document-printer.ts';
import type { IdCardReader } from '../../../src/ports/id-card-reader.ts';
import type { PinPad } from '../../../src/ports/pin-pad.ts';
import type { ReceiptPrinter } from '../../../src/ports/receipt-printer.ts';
import type { SocialCardReader } from '../../../src/ports/social-card-reader.ts';
import type { AuditTrail } from '../../../src/ports/transactions.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import type { Log } from '../log.ts';
import type { DeviceCounters } from './device-counters.ts';
import { type DeviceCounting, notCounted } from './device-counting.ts';
import { type DeviceStatus, stateOfTrouble } from './device-state.ts';
import type { DeviceClass, DeviceConfig, DevicesConfig } from './devices-config.ts';
import { Keeper, type KeeperReport } from './keeper.ts';
import type { RestartRequests } from './restart-requests.ts';
import { watched } from './watched-device.ts';

interface DevicePorts {
  readonly 'id-card-reader': IdCardReader;
  readonly 'social-card-reader': SocialCardReader;
  readonly 'pin-pad': PinPad;
  readonly 'receipt-printer': ReceiptPrinter;
  readonly 'card-acceptor': CardAcceptor;
  readonly 'card-issuer': CardIssuer;
  readonly 'card-face-printer': CardFacePrinter;
  readonly 'document-printer': DocumentPrinter;
  readonly 'code-scanner': CodeScanner;
  readonly 'cabinet-board': CabinetBoard;
}

/** One device of the table, with its class's port, for a technician who works on it. */
export type ReachedDevice = {
  readonly [C in DeviceClass]: {
    readonly config: DeviceConfig;
    readonly deviceClass: C;
    readonly device: DevicePorts[C];
    /** No probe disturbs it until what this returns was called. */
    lease(): () => void;
    /** It is let go and left alone until what this returns was called: its cable, or it itself, is in a hand. */
    setAside(): Promise<() => void>;
  };
}[DeviceClass];

/** Makes a driver for one line of `devices.json`. Throws where transport or options make no sense. */
export type DriverFactories = {
  readonly [C in DeviceClass]?: Readonly<Record<string, (config: DeviceConfig) => DevicePorts[C]>>;
};

export interface DeviceManagerOptions {
  readonly config: DevicesConfig;
  readonly drivers: DriverFactories;
  readonly timers: Timers;
  readonly audit: AuditTrail;
  readonly log: Log;
  readonly restarts: RestartRequests;
  /** Nobody counts where absent. */
  readonly counters?: DeviceCounters;
}

/** A device as a technician wants to see it. */
export interface DeviceKeeping extends DeviceStatus {
  readonly ladder: KeeperReport['ladder'];
  /** In this state since, milliseconds since the epoch. */
  readonly since: number;
}

export interface DeviceManager {
  /** The first device of that class, for flows; null where the kiosk has none. */
  device<C extends DeviceClass>(deviceClass: C): DevicePorts[C] | null;
  /** All devices, in the order of `devices.json`. */
  statuses(): readonly DeviceStatus[];
  /** All devices with the recovery ladder as it works. */
  keeping(): readonly DeviceKeeping[];
  /** null where the table has no such device. */
  reach(device: string): ReachedDevice | null;
  /** Worst case for a class that the kiosk has not got: `noDevice`. */
  statusOf(deviceClass: DeviceClass): DeviceStatus;
  /** Hears of each change. Returns the way to stop listening. */
  subscribe(listener: (status: DeviceStatus) => void): () => void;
  /** Try all that are not online now: a resident arrived, or something was plugged in. */
  nudge(): void;
  run(signal: AbortSignal): Promise<void>;
}

interface Kept {
  readonly config: DeviceConfig;
  readonly device: ManagedDevice;
  readonly keeper: Keeper;
  readonly counting: DeviceCounting;
}

/** Builds every driver of `devices.json` and keeps it alive. An unknown driver is refused by name. */
export function createDeviceManager(options: DeviceManagerOptions): Result<DeviceManager, string> {
  const listeners = new Set<(status: DeviceStatus) => void>();
  const kept: Kept[] = [];
  for (const config of options.config.devices) {
    const make = options.drivers[config.class]?.[config.driver];
    if (!make)
      return err(`devices.json: ${config.id} asks for an unknown ${config.class} driver ${config.driver}`);
    const device: ManagedDevice = make(config);
    const counting = countingOf(config.id, options.counters);
    kept.push({ config, device, counting, keeper: keeperFor(config, device, counting, options, listeners) });
  }
  // What one device shows of itself is written down with the change it belongs to.
  listeners.add(() => options.counters?.write());
  return ok({
    device: <C extends DeviceClass>(deviceClass: C) => {
      const found = kept.find(({ config }) => config.class === deviceClass);
      // The registry is typed by class, so the device has that class's port.
      return found ? (watched(found.device, found.keeper, found.counting) as DevicePorts[C]) : null;
    },
    statuses: () => kept.map(({ config, keeper }) => statusFrom(config, keeper)),
    keeping: () =>
      kept.map(({ config, keeper }) => {
        const { ladder, since } = keeper.report;
        return { ...statusFrom(config, keeper), ladder, since };
      }),
    reach: (device) => {
      const found = kept.find(({ config }) => config.id === device);
      if (!found) return null;
      const { config, keeper } = found;
      // The registry is typed by class, so the device has that class's port.
      return {
        config,
        deviceClass: config.class,
        device: watched(found.device, keeper, found.counting),
        lease: () => keeper.lease(),
        setAside: () => keeper.setAside(),
      } as ReachedDevice;
    },
    statusOf: (deviceClass) => {
      const found = kept.find(({ config }) => config.class === deviceClass);
      if (found) return statusFrom(found.config, found.keeper);
      return { device: deviceClass, deviceClass, state: 'noDevice', code: 'not-fitted', recovering: false };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    nudge: () => {
      for (const { keeper } of kept) keeper.nudge();
    },
    run: async (signal) => {
      await Promise.all(kept.map(({ keeper }) => keeper.run(signal)));
    },
  });
}

function countingOf(device: string, counters: DeviceCounters | undefined): DeviceCounting {
  if (!counters) return notCounted;
  return {
    operation: () => counters.operation(device),
    retry: (act) => counters.retry(device, act),
    fault: (code) => counters.fault(device, code),
    success: () => counters.success(device),
  };
}

function keeperFor(
  config: DeviceConfig,
  device: ManagedDevice,
  counting: DeviceCounting,
  { timers, audit, log, restarts }: DeviceManagerOptions,
  listeners: ReadonlySet<(status: DeviceStatus) => void>,
): Keeper {
  let told: string | null = null;
  const keeper: Keeper = new Keeper({
    device,
    timers,
    stateOfTrouble,
    counting,
    askCoreRestart: () => restarts.ask(config.id),
    onReport: (report, act) => {
      const status = statusFrom(config, keeper);
      const { device: id, deviceClass, state, code } = status;
      log.info('device-state', { device: id, deviceClass, state, code, rung: act });
      if (state === 'online') restarts.wasOnline(id);
      const news = `${state} ${code} ${report.recovering}`;
      if (news === told) return;
      told = news;
      audit.record('device-state-changed', { device: id, state, code });
      for (const listener of [...listeners]) listener(status);
    },
  });
  return keeper;
}

function statusFrom(config: DeviceConfig, keeper: Keeper): DeviceStatus {
  const { state, trouble, recovering } = keeper.report;
  return { device: config.id, deviceClass: config.class, state, code: trouble?.code ?? null, recovering };
}
