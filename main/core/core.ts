import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { destination } from 'pino';
import type { SpawnHost } from '../../drivers/social-card/host/card-host.ts';
import type { CoreMessage, ShellMessage } from '../../src/contracts/core-link.ts';
import { type PolicyPack, parsePolicyPack } from '../../src/policy/policy-pack.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { systemEntropy, systemTimers } from './clock.ts';
import { closedScreen } from './closed-screen.ts';
import { loadConfiguration } from './configuration/load-configuration.ts';
import { endsOnPurpose } from './configuration/trial-starts.ts';
import { type CoreConfig, readTextFile } from './core-config.ts';
import { crashPointFromFile } from './crash-point-file.ts';
import { decommissionedCore } from './decommissioned-core.ts';
import { driverFactories } from './devices/driver-factories.ts';
import { loadDirectory } from './directory.ts';
import { type DiskTrouble, diskTroubleAt, diskTroubleIn } from './disk-trouble.ts';
import { type KioskCore, startKioskCore } from './kiosk-core.ts';
import { createLog, errorFields, type Log } from './log.ts';
import { LOG_FOLDER, logFile } from './log-file.ts';
import { readMachineId } from './machine-id.ts';
import { watchDeviceTrial } from './maintenance/devices/device-trial.ts';
import { soundDeviceTable } from './maintenance/devices/sound-device-table.ts';
import { TableFiles } from './maintenance/devices/table-files.ts';
import { markerAtStart } from './maintenance/system/decommission-marker.ts';
import { systemShredder } from './maintenance/system/shredder.ts';
import { openWhenWritable } from './open-when-writable.ts';
import { hurriedClock } from './session/hurried-clock.ts';
import { shiftedClock } from './shifted-clock.ts';
import type { SafeStorage } from './store/key-file.ts';
import { openStore } from './store/open-store.ts';
import { systemDisk } from './store/system-disk.ts';
import { systemGround } from './system-ground.ts';

export interface CoreSurroundings {
  readonly say: (message: CoreMessage) => void;
  /** Ends this process; the supervisor starts another. */
  readonly end: () => void;
  readonly safeStorage?: SafeStorage;
  readonly spawnCardHost?: SpawnHost;
}

export interface Core {
  receive(message: ShellMessage): void;
  /** Somebody ends this process by a signal: the next core counts no crash. */
  toldToEnd?(): void;
}

/** Milliseconds between two looks at a disk that is well. */
const LOOK_AT_DISK_EVERY_MS = 5_000;

const packageFile = fileURLToPath(new URL('../../package.json', import.meta.url));
const version = (): string => JSON.parse(readFileSync(packageFile, 'utf8')).version;

/**
 * One kiosk's core on the machine's own clock, disk, network and devices. The error is one sentence for the
 * technician; starting again will not help then.
 */
export async function startCore(
  config: CoreConfig,
  surroundings: CoreSurroundings,
): Promise<Result<Core, string>> {
  const { say, end, safeStorage, spawnCardHost } = surroundings;
  const timers = config.clockOffsetFile ? shiftedClock(systemTimers, config.clockOffsetFile) : systemTimers;
  const entropy = systemEntropy;
  const standardError = destination({ dest: 2, sync: true });
  const given = markerAtStart(config.folder);
  if (!given.ok) return given;
  const marker = given.value;
  if (marker) {
    // Store and log are being destroyed, so neither is opened; a damaged pack or device list stops nothing of it.
    const plainLog = createLog(standardError);
    void beat(say);
    return ok(
      decommissionedCore({
        folder: config.folder,
        marker,
        policy: loadPolicy(config.policyFile),
        devices: soundDeviceTable(config.devicesFile),
        drivers: driverFactories(systemTimers, plainLog, spawnCardHost),
        shredder: systemShredder,
        timers: systemTimers,
        log: plainLog,
        version: version(),
        say,
        end,
      }),
    );
  }
  const onDisk = logFile(join(config.folder, LOG_FOLDER), timers);
  const log = createLog({
    write(line) {
      standardError.write(line);
      onDisk.write(line);
    },
  });
  const policy = loadPolicy(config.policyFile);
  if (!policy.ok) return policy;
  const directory = loadDirectory(policy.value, config.assetsFolder);
  if (!directory.ok) return directory;
  const devices = soundDeviceTable(config.devicesFile);
  if (!devices.ok) return devices;
  void beat(say);
  const look = () => diskTroubleAt(config.folder);
  const opened = await openWhenWritable({
    look,
    open: () =>
      openStore({
        folder: config.folder,
        clock: timers,
        entropy,
        machineId: readMachineId(config.machineIdFile),
        ...(safeStorage && { safeStorage }),
      }),
    closed(trouble) {
      const { kioskName } = config;
      const { hotlines } = policy.value;
      say({ kind: 'view', view: closedScreen(trouble, { kioskName, hotlines, now: timers.now() }) });
    },
    timers,
    log,
  });
  if (!opened.ok) return err(opened.error.message);
  const store = opened.value;
  const crash = (error: unknown) => {
    log.error('core-crashed', errorFields(error));
    // A disk that is full or broken says nothing of the configuration that is on trial.
    if (diskTroubleIn(error) !== null) endsOnPurpose(store);
    end();
  };
  const configuration = await loadConfiguration(config, {
    store,
    policy: policy.value,
    directory: directory.value,
    timers,
    log,
  });
  if (!configuration.ok) return configuration;
  const started = await startKioskCore({
    kioskName: config.kioskName,
    version: version(),
    policy: policy.value,
    directory: directory.value,
    ...(configuration.value && { configuration: configuration.value }),
    devices: devices.value,
    drivers: driverFactories(timers, log, spawnCardHost),
    store,
    centralUrl: config.centralUrl,
    enrolmentCode: config.enrolmentCode,
    maintenance: {
      techniciansFile: config.techniciansFile,
      ground: systemGround(config, { say, log, spawnCardHost }),
    },
    timers,
    entropy,
    log,
    ...(config.hurryFile && { screenClock: hurriedClock(config.hurryFile) }),
    ...(config.crashPointFile && { crashPoint: crashPointFromFile(config.crashPointFile) }),
    show: (view) => say({ kind: 'view', view }),
    crash,
    violated: end,
    restart: end,
  });
  if (!started.ok) return started;
  const kiosk = started.value;
  void restartOnDiskTrouble(look, kiosk, log).catch(crash);
  const trial = { files: new TableFiles(config.devicesFile, systemDisk), devices: kiosk.devices };
  const serving = () => !kiosk.idle() && !kiosk.maintenance.hasScreen();
  const proving = { ...trial, timers, audit: store.audit, serving, restart: kiosk.restart };
  void watchDeviceTrial(proving, new AbortController().signal).catch(crash);
  say({ kind: 'ready', version: version(), notes: store.recovery ? ['store-restored'] : [] });
  return ok({
    toldToEnd: () => endsOnPurpose(store),
    receive(message) {
      switch (message.kind) {
        case 'screen':
          kiosk.receive(message.message);
          return;
        case 'show-again':
          kiosk.showAgain();
          return;
        case 'watchdog':
          kiosk.shellActed(message);
      }
    },
  });
}

/** Nobody is let in on a disk that is filling up: the next core says so on its screen and waits. */
async function restartOnDiskTrouble(
  look: () => DiskTrouble | null,
  kiosk: KioskCore,
  log: Log,
): Promise<void> {
  for (;;) {
    await systemTimers.sleep(LOOK_AT_DISK_EVERY_MS);
    const reason = look();
    if (reason === null || !kiosk.idle()) continue;
    log.error('disk-trouble', { reason });
    return kiosk.restart();
  }
}

/** Tells the supervisor every second that the event loop turns. */
async function beat(say: CoreSurroundings['say']): Promise<never> {
  for (;;) {
    say({ kind: 'alive' });
    await systemTimers.sleep(1_000);
  }
}

function loadPolicy(path: string): Result<PolicyPack, string> {
  const text = readTextFile(path);
  if (text === null) return err(`The policy pack ${path} can't be read.`);
  const parsed = parsePolicyPack(text);
  return parsed.ok ? parsed : err(`The policy pack ${path} is not right: ${JSON.stringify(parsed.error)}`);
}
