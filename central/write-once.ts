import { writeFileSync } from 'node:fs';

/** Makes a file for the service's account alone; one that is there already is left as it is. */
export function writeOnce(path: string, content: Uint8Array): void {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
