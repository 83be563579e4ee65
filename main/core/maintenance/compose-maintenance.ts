import type { PluggedIn } from '../../../drivers/discovery/plugged-in.ts';
import type { ScreenMessage } from '../../../src/contracts/command.ts';
import type { MaintenanceThresholds } from '../../../src/contracts/configuration/small-documents.ts';
import type { WatchdogNote } from '../../../src/contracts/core-link.ts';
import type { Alarm } from '../../../src/contracts/maintenance/alarm.ts';
import { thresholdsWith } from '../../../src/maintenance/thresholds-in-force.ts';
import type { OwnCard } from '../../../src/ports/own-card.ts';
import { CabinetWatch } from '../devices/cabinet-watch.ts';
import type { CardsInMotion } from '../devices/cards-in-motion.ts';
import { createDeviceCare } from '../devices/device-care.ts';
import type { DeviceCounters } from '../devices/device-counters.ts';
import type { DeviceManager } from '../devices/device-manager.ts';
import type { Violation } from '../invariants/violation.ts';
import type { KioskParts } from '../kiosk-parts.ts';
import type { Sync } from '../sync/create-sync.ts';
import { composeWatchdogs, type WatchdogParts } from '../watchdogs/compose-watchdogs.ts';
import { cardTaskScripts } from './card-task-scripts.ts';
import type { CustodyActs } from './custody-acts.ts';
import { composeDeviceTasks } from './devices/compose-device-tasks.ts';
import type { GivenDevice } from './devices/replace-bench.ts';
import type { TableFiles } from './devices/table-files.ts';
import { createTaskDesk } from './guide/create-task-desk.ts';
import { devicesAlone } from './mode/devices-alone.ts';
import {
  createMaintenanceHost,
  type MaintenanceHost,
  type MaintenanceHostOptions,
} from './mode/maintenance-host.ts';
import type { TechnicianListSource } from './mode/technician-list-file.ts';
import { composeReadiness } from './readiness/compose-readiness.ts';
import type { MachineLook } from './readiness/machine-look.ts';
import type { ReadinessParts } from './readiness/readiness-parts.ts';
import type { Machine } from './system/machine.ts';
import { findSticks } from './system/sticks.ts';
import { systemTasks } from './system/system-tasks.ts';
import type { TaskScripts } from './task-desk.ts';

/** The computer under a kiosk: what maintenance mode looks at and works on. */
export interface MaintainedMachine
  extends Pick<WatchdogParts, 'touchPresent' | 'resetTouch' | 'restartPage'> {
  readonly machine: Machine;
  readonly look: MachineLook;
  /** The files this core was told by. */
  readonly files: ReadinessParts['files'];
  /** null: the device table is no file here, and no device is replaced. */
  readonly table: {
    readonly files: TableFiles;
    readonly plugged: PluggedIn;
    readonly given: readonly GivenDevice[];
  } | null;
  /** Program and arguments; absent: done by hand. */
  readonly calibrateTouch?: readonly string[] | undefined;
}

/** Without a list nobody is let in (src/contracts/maintenance/technician-list.ts). */
export interface MaintenanceParts extends TechnicianListSource {
  /** Absent where a kiosk is only played: technicians are let in, and find the state of the devices. */
  readonly ground?: MaintainedMachine;
}

export interface ComposeMaintenanceOptions
  extends Pick<MaintenanceHostOptions, 'linkUp' | 'free' | 'revisions' | 'clock' | 'show' | 'released'> {
  readonly parts: KioskParts;
  readonly devices: DeviceManager;
  readonly counters: DeviceCounters | null;
  readonly ownCard: OwnCard;
  readonly inMotion: Pick<CardsInMotion, 'during'>;
  readonly custodyActs: CustodyActs;
  readonly sync: Sync;
  readonly closedBecause: () => Violation | null;
  /** The centre knows this kiosk no more: nothing is left to do here but its end. */
  readonly revoked: () => boolean;
  /** Somebody is being served, or a card is being moved for somebody. */
  readonly busy: () => boolean;
  /** On the start screen, and no technician at work. */
  readonly idle: () => boolean;
  /** What the screen may offer has perhaps changed. */
  readonly changed: () => void;
  /** What operators set. */
  readonly thresholds: MaintenanceThresholds;
  readonly assigned: ReadinessParts['assigned'];
  /** Fires when core stops. */
  readonly signal: AbortSignal;
}

/** Maintenance mode with all that runs beside it. */
export interface Maintenance {
  readonly host: MaintenanceHost;
  /** For the heartbeat. */
  alarms(): readonly Alarm[];
  /** A watchdog of the shell acted. */
  shellActed(note: WatchdogNote): void;
  heard(message: ScreenMessage): void;
  /** A card is perhaps inside a machine for a technician's test: nobody gives it back as one that was left behind. */
  testsUnderWay(): boolean;
  /** A device or the custody ledger changed. */
  lookSoon(): void;
  /** Watches, alarms and morning reports, until the signal fires. */
  run(): Promise<void>;
}

/** Maintenance mode over what this kiosk has. */
export function composeMaintenance(options: ComposeMaintenanceOptions): Maintenance {
  const ground = options.parts.maintenance?.ground;
  return ground && options.counters ? wholeRoom(options, ground, options.counters) : screenAlone(options);
}

function hostOf(
  {
    parts,
    devices,
    signal,
    linkUp,
    revoked,
    free,
    revisions,
    clock,
    show,
    released,
  }: ComposeMaintenanceOptions,
  scripts: TaskScripts,
  readiness: MaintenanceHostOptions['readiness'],
  tasks = createTaskDesk({ ...parts, scripts, signal }),
): MaintenanceHost {
  return createMaintenanceHost({
    ...parts,
    linkUp,
    revoked,
    free,
    revisions,
    ...(clock && { clock }),
    show,
    released,
    technicians: parts.maintenance ?? {},
    tasks,
    fitted: (kind) => scripts[kind] !== undefined,
    readiness,
    cardReader: () => devices.device('social-card-reader'),
  });
}

function screenAlone(options: ComposeMaintenanceOptions): Maintenance {
  const { parts, devices } = options;
  const readiness = devicesAlone(devices, {
    kioskName: parts.kioskName,
    now: () => parts.timers.now(),
  });
  return {
    host: hostOf(options, {}, readiness),
    alarms: () => [],
    shellActed: () => undefined,
    heard: () => undefined,
    testsUnderWay: () => false,
    lookSoon: () => undefined,
    run: async () => undefined,
  };
}

function wholeRoom(
  options: ComposeMaintenanceOptions,
  ground: MaintainedMachine,
  counters: DeviceCounters,
): Maintenance {
  const { parts, devices, custodyActs, sync, signal } = options;
  const { store, timers, entropy, log, kioskName, policy } = parts;
  const { machine } = ground;
  // Desks and host know each other; none of them asks before all are there.
  let host: MaintenanceHost | null = null;
  const someHost = (): MaintenanceHost => {
    if (host === null) throw new Error('maintenance mode was asked before it was there');
    return host;
  };
  const care = createDeviceCare({ manager: devices, counters, store: store.deviceCare, clock: timers });
  const watchdogs = composeWatchdogs({
    ...ground,
    audit: store.audit,
    timers,
    idle: options.idle,
    coreBytes: () => ground.look.memory().coreBytes,
    restartCore: parts.restart,
  });
  const cabinet = new CabinetWatch({
    board: devices.device('cabinet-board'),
    timers,
    doorOpened: () => someHost().doorOpened(),
    changed: () => readiness.lookSoon(),
  });
  const readiness = composeReadiness({
    kioskName,
    store,
    timers,
    devices,
    care,
    printer: () => devices.device('receipt-printer'),
    cabinet: () => devices.device('cabinet-board'),
    expected: () => custodyActs.expected(),
    sync,
    closedBecause: options.closedBecause,
    machine: ground.look,
    versions: { software: parts.version, node: process.version, policy: `${policy.id} ${policy.version}` },
    files: ground.files,
    thresholds: thresholdsWith(options.thresholds),
    assigned: options.assigned,
    technicians: parts.maintenance ?? {},
    unfinished: () => tasks.unfinished(),
    sticks: () => findSticks(machine.sticks),
    technician: () => host?.technician() ?? null,
    watchdogs: () => watchdogs.told(),
    // Of the list alone: whoever types ids that nobody has fills no alarms that nobody could end.
    lockedOut: () => host?.lockedOut() ?? [],
    maintenanceSince: () => host?.since() ?? null,
    changed: () => sync.heartbeatSoon(),
    entropy,
    log,
  });
  const prepareReturn = () => someHost().prepareReturn();
  const system = systemTasks({
    store,
    sync,
    timers,
    kioskName,
    machine,
    scanner: () => devices.device('code-scanner'),
    readiness: () => readiness.desk.report(),
    lockouts: {
      lockedOut: () => someHost().lockedOut(),
      unlock: (technician, by) => someHost().unlock(technician, by),
    },
    prepareReturn,
    end: parts.restart,
  });
  const { scripts: deviceScripts, tests } = composeDeviceTasks({
    parts,
    devices,
    ownCard: options.ownCard,
    inMotion: options.inMotion,
    busy: options.busy,
    changed: options.changed,
    calibrateTouch: ground.calibrateTouch,
    table: ground.table,
    prepareReturn,
    replaced: (device) => counters.beginAnew(device),
    restart: parts.restart,
  });
  const scripts: TaskScripts = {
    ...cardTaskScripts(store, custodyActs),
    ...deviceScripts,
    ...system.scripts,
  };
  const tasks = createTaskDesk({ store, entropy, scripts, signal, crash: parts.crash });
  host = hostOf(options, scripts, readiness.desk, tasks);
  return {
    host,
    alarms: () => readiness.alarms(),
    shellActed: (note) => {
      watchdogs.shellActed(note);
      readiness.lookSoon();
    },
    heard(message) {
      if (message.kind !== 'page-alive') return;
      watchdogs.pageAlive(message);
      readiness.pageAlive(message);
    },
    testsUnderWay: () => tests.underWay(),
    lookSoon: () => readiness.lookSoon(),
    async run() {
      await system.begin();
      await Promise.all([
        cabinet.run(signal),
        counters.run(signal),
        readiness.run(signal),
        watchdogs.run(signal),
      ]);
    },
  };
}
