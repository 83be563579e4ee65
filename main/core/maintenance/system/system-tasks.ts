import type { ReadinessReport } from '../../../../src/contracts/maintenance/readiness-report.ts';
import { decommission } from '../../../../src/maintenance/tasks/decommission.ts';
import { enrol } from '../../../../src/maintenance/tasks/enrol.ts';
import { exportLogs } from '../../../../src/maintenance/tasks/export-logs.ts';
import { restartCore, restartMachine } from '../../../../src/maintenance/tasks/restarts.ts';
import { setClock } from '../../../../src/maintenance/tasks/set-clock.ts';
import { setNetwork } from '../../../../src/maintenance/tasks/set-network.ts';
import { unlockTechnician } from '../../../../src/maintenance/tasks/unlock-technician.ts';
import type { Timers } from '../../../../src/ports/clock.ts';
import type { CodeScanner } from '../../../../src/ports/code-scanner.ts';
import type { Lockouts } from '../../../../src/ports/maintenance/lockouts.ts';
import type { Store } from '../../store/open-store.ts';
import type { Sync } from '../../sync/create-sync.ts';
import type { TaskScripts } from '../task-desk.ts';
import { decommissioning } from './decommissioning.ts';
import { enrolment } from './enrolment.ts';
import { logExport } from './log-export.ts';
import type { Machine } from './machine.ts';
import { machineClock } from './machine-clock.ts';
import { NetworkTrial } from './network-trial.ts';
import { Nmcli } from './nmcli.ts';
import { restarts } from './restarts.ts';

export interface SystemParts {
  readonly store: Store;
  readonly sync: Sync;
  readonly timers: Timers;
  readonly kioskName: string;
  readonly machine: Machine;
  readonly scanner: () => Pick<CodeScanner, 'scan'> | null;
  readonly readiness: () => Promise<ReadinessReport>;
  readonly lockouts: Lockouts;
  /** The technician who asks for a restart comes back signed in. */
  readonly prepareReturn: () => void;
  /** Ends core; its supervisor starts another. */
  readonly end: () => void;
}

export interface SystemTasks {
  readonly scripts: Pick<
    TaskScripts,
    | 'export-logs'
    | 'set-clock'
    | 'set-network'
    | 'restart-core'
    | 'restart-machine'
    | 'enrol'
    | 'decommission'
    | 'unlock-technician'
  >;
  /** Once at each start: network settings whose trial the power ended are taken back. */
  begin(): Promise<void>;
}

/** The tasks with the kiosk itself: what it tells, its clock and network, its beginning and its end. */
export function systemTasks(parts: SystemParts): SystemTasks {
  const { store, sync, timers, kioskName, machine, end } = parts;
  const { audit } = store;
  const { folder } = machine;
  const network = new NetworkTrial({
    nmcli: new Nmcli(machine.network),
    centre: sync.technicians,
    timers,
    audit,
    folder,
  });
  const restarting = restarts({ audit, prepareReturn: parts.prepareReturn, end, command: machine.restart });
  const { setSystemTime, sticks, logFolder } = machine;
  const clock = machineClock({
    centre: sync.technicians,
    timers,
    setSystemTime,
    audit,
    changed: () => sync.heartbeatSoon(),
  });
  return {
    scripts: {
      'export-logs': exportLogs(
        logExport({ store, sync, kioskName, clock: timers, sticks, logFolder, readiness: parts.readiness }),
      ),
      'set-clock': setClock(clock),
      'set-network': setNetwork(network),
      'restart-core': restartCore(restarting),
      'restart-machine': restartMachine(restarting),
      enrol: enrol(enrolment({ store, sync, kioskName, timers, scanner: parts.scanner })),
      decommission: decommission(decommissioning({ store, sync, kioskName, clock: timers, folder, end })),
      'unlock-technician': unlockTechnician(parts.lockouts),
    },
    begin: () => network.takeBackUnfinished(),
  };
}
