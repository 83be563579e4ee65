import type { PluggedIn } from '../../../../drivers/discovery/plugged-in.ts';
import type { OwnCard } from '../../../../src/ports/own-card.ts';
import type { CardsInMotion } from '../../devices/cards-in-motion.ts';
import type { DeviceManager } from '../../devices/device-manager.ts';
import type { KioskParts } from '../../kiosk-parts.ts';
import { deviceTasks } from './device-tasks.ts';
import { createPaperBench } from './paper-bench.ts';
import { createReplaceBench, type GivenDevice } from './replace-bench.ts';
import { createScreenBench } from './screen-bench.ts';
import { createServiceDoor } from './service-door.ts';
import type { TableFiles } from './table-files.ts';
import { createTestBench, type DeviceTests } from './test-bench.ts';

export interface ComposeDeviceTasksOptions {
  readonly parts: Pick<KioskParts, 'kioskName' | 'policy' | 'store' | 'timers' | 'drivers'>;
  readonly devices: DeviceManager;
  readonly ownCard: OwnCard;
  readonly inMotion: Pick<CardsInMotion, 'during'>;
  /** Somebody is being served, or a card is being moved for somebody. */
  readonly busy: () => boolean;
  /** What the screen may offer has perhaps changed. */
  readonly changed: () => void;
  /** Program and arguments that calibrate the touch screen. */
  readonly calibrateTouch?: readonly string[] | undefined;
  /** null: the table is not a file here, and no device is replaced. */
  readonly table: {
    readonly files: TableFiles;
    readonly plugged: PluggedIn;
    readonly given: readonly GivenDevice[];
  } | null;
  readonly prepareReturn: () => void;
  /** Another machine stands in its place for good: its counts begin anew. */
  readonly replaced: (device: string) => void;
  /** Core ends; the supervisor starts another. */
  readonly restart: () => void;
}

/** The device tasks over one kiosk's own devices, store and table. */
export function composeDeviceTasks(options: ComposeDeviceTasksOptions): {
  readonly scripts: ReturnType<typeof deviceTasks>;
  readonly tests: DeviceTests;
} {
  const { parts, devices, inMotion, changed, table } = options;
  const { kioskName, policy, store, timers, drivers } = parts;
  const { ownCard, busy, calibrateTouch, prepareReturn, replaced, restart } = options;
  const tests = createTestBench({
    devices,
    ownCard,
    store,
    kioskName,
    timers,
    busy,
    during: (act) => inMotion.during(act),
  });
  const scripts = deviceTasks({
    paper: createPaperBench({ printer: () => devices.device('receipt-printer'), kioskName, clock: timers }),
    tests,
    screen: createScreenBench({ store, changed, ...(calibrateTouch && { calibrateTouch }) }),
    services: createServiceDoor({ store, policy, clock: timers, changed }),
    replacing:
      table &&
      createReplaceBench({
        ...table,
        devices,
        drivers,
        timers,
        audit: store.audit,
        prepareReturn,
        replaced,
        restart,
      }),
  });
  return { scripts, tests };
}
