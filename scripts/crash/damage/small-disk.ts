import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../../src/result.ts';

/** Room for a store with its log and backup, and for the reserve that core asks for, MiB. */
const SIZE_MIB = 48;
const CHUNK = Buffer.alloc(64 * 1024);

/** A disk of its own for a kiosk's store, in memory, that can be filled or refuse writes. */
export interface SmallDisk {
  /** To the last byte, as a log that ran wild would. */
  fill(): void;
  makeRoom(): void;
  /** Nobody may have a file open for writing. */
  readOnly(on: boolean): void;
  remove(): void;
}

/** Mounting is root's: elsewhere the error says what was not possible. */
export function mountSmallDisk(folder: string): Result<SmallDisk, string> {
  mkdirSync(folder, { recursive: true });
  const mount = (...options: string[]) => execFileSync('mount', [...options, folder], { stdio: 'pipe' });
  try {
    mount('-t', 'tmpfs', '-o', `size=${SIZE_MIB}m,mode=0700`, 'tmpfs');
  } catch {
    return err('a small disk can only be mounted by root');
  }
  const ballast = join(folder, 'ballast');
  return ok({
    fill() {
      try {
        for (;;) writeFileSync(ballast, CHUNK, { flag: 'a' });
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      }
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    readOnly: (on) => void mount('-o', `remount,${on ? 'ro' : 'rw'}`),
    remove: () => void execFileSync('umount', [folder], { stdio: 'pipe' }),
  });
}
