import type { Timers } from '../../../../src/ports/clock.ts';
import type { AuditTrail } from '../../../../src/ports/transactions.ts';
import type { DeviceManager } from '../../devices/device-manager.ts';
import type { TableFiles } from './table-files.ts';

/** A changed device that is not online by then takes the old table back by itself. Milliseconds. */
export const TRIAL_MS = 60_000;
/** How often it is looked whether the resident who came meanwhile is done, milliseconds. */
const LOOK_EVERY_MS = 1_000;

export interface DeviceTrialParts {
  readonly files: TableFiles;
  readonly devices: Pick<DeviceManager, 'statuses' | 'subscribe'>;
  readonly timers: Timers;
  readonly audit: AuditTrail;
  /** A resident is being served: nobody is sent away for the sake of a table. */
  readonly serving: () => boolean;
  /** Core ends; the next one comes up with the table before. */
  readonly restart: () => void;
}

/** Sees after a start what became of a changed device table. Ends when it is settled. */
export async function watchDeviceTrial(
  { files, devices, timers, audit, serving, restart }: DeviceTrialParts,
  signal: AbortSignal,
): Promise<void> {
  const trial = files.trial();
  if (!trial) return;
  if (trial.state === 'taking-back') {
    audit.record('device-table-returned', { device: trial.device, code: trial.code });
    files.settle();
    return;
  }
  const { device } = trial;
  const statusOf = () => devices.statuses().find((one) => one.device === device);
  const seen = new AbortController();
  const look = () => {
    if (statusOf()?.state === 'online') seen.abort();
  };
  const stop = devices.subscribe(look);
  look();
  try {
    await timers.sleep(TRIAL_MS, AbortSignal.any([signal, seen.signal]));
  } finally {
    stop();
  }
  if (seen.signal.aborted) return files.settle();
  // The process ends for another reason: the next one tries again for the whole time.
  if (signal.aborted) return;
  files.takeBack(device, statusOf()?.code ?? 'not-online');
  while (serving()) {
    await timers.sleep(LOOK_EVERY_MS, signal);
    if (signal.aborted) return;
  }
  restart();
}
