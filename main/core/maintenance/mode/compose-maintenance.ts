import type { DeviceManager } from '../../devices/device-manager.ts';
import type { KioskParts } from '../../kiosk-parts.ts';
import { createTaskDesk } from '../guide/create-task-desk.ts';
import type { ReadinessDesk } from '../readiness-desk.ts';
import type { TaskScripts } from '../task-desk.ts';
import { devicesAlone } from './devices-alone.ts';
import {
  createMaintenanceHost,
  type MaintenanceHost,
  type MaintenanceHostOptions,
} from './maintenance-host.ts';

/** Who is let in, and what the kiosk leads technicians through. */
export interface MaintenanceParts {
  /** Local list (src/contracts/maintenance/technician-list.ts); where absent nobody is let in. */
  readonly techniciansFile?: string | undefined;
  /** Tasks this kiosk is fitted for. */
  readonly scripts?: TaskScripts;
  readonly readiness?: ReadinessDesk;
}

export interface ComposeMaintenanceOptions
  extends Pick<MaintenanceHostOptions, 'linkUp' | 'free' | 'revisions' | 'clock' | 'show' | 'released'> {
  readonly parts: Pick<
    KioskParts,
    'kioskName' | 'policy' | 'store' | 'timers' | 'entropy' | 'crash' | 'maintenance'
  >;
  readonly devices: Pick<DeviceManager, 'device' | 'statuses'>;
  /** Fires when core stops. */
  readonly signal: AbortSignal;
}

/** Maintenance mode over what this kiosk has. */
export function composeMaintenance(options: ComposeMaintenanceOptions): MaintenanceHost {
  const { parts, devices, signal, ...screen } = options;
  const { kioskName, policy, store, timers, entropy, crash, maintenance = {} } = parts;
  const { scripts = {}, techniciansFile } = maintenance;
  const readiness = maintenance.readiness ?? devicesAlone(devices, { kioskName, now: () => timers.now() });
  return createMaintenanceHost({
    ...screen,
    kioskName,
    policy,
    store,
    techniciansFile,
    tasks: createTaskDesk({ store, entropy, scripts, signal, crash }),
    fitted: (kind) => scripts[kind] !== undefined,
    readiness,
    cardReader: () => devices.device('social-card-reader'),
    timers,
    entropy,
    crash,
  });
}
