import type { ScreenMessage } from '../../src/contracts/command.ts';
import type { WatchdogNote } from '../../src/contracts/core-link.ts';
import type { Tile, View } from '../../src/contracts/view.ts';
import type { Directory } from '../../src/directory/directory.ts';
import type { PolicyPack } from '../../src/policy/policy-pack.ts';
import type { Entropy, Timers } from '../../src/ports/clock.ts';
import type { ConfigurationParts } from './configuration/compose-configuration.ts';
import type { CrashPoint } from './crash-points.ts';
import type { DeviceManager, DriverFactories } from './devices/device-manager.ts';
import type { DevicesConfig } from './devices/devices-config.ts';
import type { Violation } from './invariants/violation.ts';
import type { Log } from './log.ts';
import type { MaintenanceParts } from './maintenance/compose-maintenance.ts';
import type { CustodyActs } from './maintenance/custody-acts.ts';
import type { MaintenanceHost } from './maintenance/mode/maintenance-host.ts';
import type { SessionHostOptions } from './session/session-host.ts';
import type { Store } from './store/open-store.ts';
import type { Sync } from './sync/create-sync.ts';
import type { Fetch } from './sync/http-exchange.ts';
import type { SignAssertion } from './sync/sign-in.ts';

/** What a kiosk is made of. A process brings the machine's own; the simulation brings time, wire and devices of its own. */
export interface KioskParts {
  readonly kioskName: string;
  readonly version: string;
  readonly policy: PolicyPack;
  readonly directory: Directory;
  /** What runs in place of pack and directory, and how it is changed; absent: as shipped, for ever. */
  readonly configuration?: ConfigurationParts;
  readonly devices: DevicesConfig;
  readonly drivers: DriverFactories;
  readonly store: Store;
  readonly centralUrl: string;
  /** One-time code; used once, on the first start. */
  readonly enrolmentCode?: string | undefined;
  readonly timers: Timers;
  /** The session's own clock; the machine's where absent. */
  readonly screenClock?: SessionHostOptions['clock'];
  readonly entropy: Entropy;
  readonly log: Log;
  readonly crashPoint?: CrashPoint;
  readonly fetch?: Fetch;
  readonly signAssertion?: SignAssertion;
  readonly show: (view: View) => void;
  /** A programming error: core is crash-only. */
  readonly crash: (error: unknown) => void;
  /** INV-1…8: what the kiosk has on disk can't be; the core ends, and nobody is served while it stays so. */
  readonly violated: (violations: readonly Violation[]) => void;
  /** Who is let into maintenance mode, and what it leads through. */
  readonly maintenance?: MaintenanceParts;
  /** A device's ladder asked for a new core, and nobody is served. */
  readonly restart: () => void;
}

export interface KioskCore {
  receive(message: ScreenMessage): void;
  /** A watchdog of the shell replaced a core that was wedged, or a page. */
  shellActed(note: WatchdogNote): void;
  /** Publishes the present view once more: a page was loaded anew, nobody need have come. */
  showAgain(): void;
  readonly sync: Sync;
  readonly devices: DeviceManager;
  /** Technicians' sign-in and pages; the cabinet's door calls it. */
  readonly maintenance: MaintenanceHost;
  /** What a technician does with cards. */
  readonly custodyActs: CustodyActs;
  tiles(): readonly Tile[];
  /** Why nobody is served: an invariant that did not hold at the start. */
  closedBecause(): Violation | null;
  /** Ends this core on purpose: no crash of what it runs. */
  restart(): void;
  /** On the start screen, nobody's business under way, and no technician at work. */
  idle(): boolean;
  /** Ends every loop. A kiosk never calls it: core is crash-only. */
  stop(): Promise<void>;
}
