import { readTextFile } from './core-config.ts';

/** As systemd makes it at an installation's first start. */
const ID = /^[0-9a-f]{32}$/;

/** The machine's own name; null where it has none, as in some containers. */
export function readMachineId(path: string): string | null {
  const text = readTextFile(path)?.trim() ?? '';
  return ID.test(text) ? text : null;
}
