import { err, ok, type Result } from '../../../../src/result.ts';
import type { DevicesConfig } from '../../devices/devices-config.ts';
import { systemDisk } from '../../store/system-disk.ts';
import { type TableDisk, TableFiles } from './table-files.ts';

/**
 * The device table at a start. One that a power cut left half taken back is taken back whole; one that can't be read
 * gives way to the one before it. The error is one sentence for the technician: nothing is there to fall back to.
 */
export function soundDeviceTable(file: string, disk: TableDisk = systemDisk): Result<DevicesConfig, string> {
  const files = new TableFiles(file, disk);
  if (files.trial()?.state === 'taking-back') files.finishTakingBack();
  const table = files.read('table');
  if (table) return ok(table.config);
  const before = files.read('last-good');
  if (!before) return err(`The device table ${file} can't be read, is missing or is no device table.`);
  files.takeBack(files.trial()?.device ?? 'table', 'table-broken');
  return ok(before.config);
}
