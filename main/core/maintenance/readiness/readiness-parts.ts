import type { DeviceCare, UnfinishedTask } from '../../../../src/contracts/maintenance/page.ts';
import type { AssignedFact } from '../../../../src/maintenance/kiosk-facts.ts';
import type { ThresholdsInForce } from '../../../../src/maintenance/thresholds-in-force.ts';
import type { CabinetBoard } from '../../../../src/ports/cabinet-board.ts';
import type { Timers } from '../../../../src/ports/clock.ts';
import type { ReceiptPrinter } from '../../../../src/ports/receipt-printer.ts';
import type { DeviceManager } from '../../devices/device-manager.ts';
import type { Violation } from '../../invariants/violation.ts';
import type { Store } from '../../store/open-store.ts';
import type { Sync } from '../../sync/create-sync.ts';
import type { ExpectedCustody } from '../expected-custody.ts';
import type { TechnicianListSource } from '../mode/technician-list-file.ts';
import type { MountedStick } from '../system/sticks.ts';
import type { MachineLook } from './machine-look.ts';

/** What readiness and alarms are looked up from. */
export interface ReadinessParts {
  readonly kioskName: string;
  readonly store: Store;
  readonly timers: Timers;
  readonly devices: Pick<DeviceManager, 'keeping'>;
  readonly care: () => readonly DeviceCare[];
  /** Asked for at each use; null where the kiosk has none. */
  readonly printer: () => Pick<ReceiptPrinter, 'status' | 'print'> | null;
  readonly cabinet: () => Pick<CabinetBoard, 'status'> | null;
  /** Ledger beside sensors: `custodyActs.expected`. */
  readonly expected: () => Promise<ExpectedCustody>;
  readonly sync: Pick<Sync, 'link' | 'clockComparison'>;
  readonly closedBecause: () => Violation | null;
  readonly machine: MachineLook;
  readonly versions: { readonly software: string; readonly node: string; readonly policy: string };
  /** The files this core was told by; null in a kiosk that was told otherwise. */
  readonly files: { readonly policy: string; readonly devices: string } | null;
  readonly technicians: TechnicianListSource;
  /** Figures that operators set. */
  readonly thresholds: ThresholdsInForce;
  /** Where the kiosk stands with what the centre assigned; null where it takes nothing from one. */
  readonly assigned: () => AssignedFact | null;
  readonly unfinished: () => readonly UnfinishedTask[];
  readonly sticks: () => Promise<readonly MountedStick[]>;
  /** Who asks, for the audit: null in the morning. */
  readonly technician: () => string | null;
}
