import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Who on this machine uses the one pcscd there can be, and its two virtual readers. A claim is a file that holds
 * the process id of its owner; a claim whose owner is dead counts for nothing.
 */
const FOLDER = join(tmpdir(), 'yikatong-pcscd');

/** Takes a claim; false where a live process holds it, this one included. */
export function claim(name: string): boolean {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, name);
  if (owner(name) === null) rmSync(file, { force: true });
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

export function releaseClaim(name: string): void {
  rmSync(join(FOLDER, name), { force: true });
}

/** Writes another process's id, e.g. of a daemon this one started. */
export function recordProcess(name: string, pid: number): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, name), String(pid));
}

/** Process id of the live owner of a claim, or null. */
export function owner(name: string): number | null {
  let text: string;
  try {
    text = readFileSync(join(FOLDER, name), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const pid = Number(text);
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? pid : null;
}

/** Claims with this beginning that live processes hold. */
export function liveClaims(prefix: string): readonly string[] {
  mkdirSync(FOLDER, { recursive: true });
  return readdirSync(FOLDER).filter((name) => name.startsWith(prefix) && owner(name) !== null);
}

/**
 * A process of another user answers EPERM, and is alive. One that has ended and that nobody has taken notice of
 * (a zombie) answers too, and uses nothing any more.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The state letter follows the command's name, which is in brackets; no /proc means that nobody can tell. */
function isZombie(pid: number): boolean {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return false;
  const text = readFileSync(file, 'latin1');
  return text.slice(text.lastIndexOf(')') + 2).startsWith('Z');
}
