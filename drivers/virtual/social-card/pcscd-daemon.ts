import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { err, ok, type Result } from '../../../src/result.ts';
import { wallTimers } from '../../wall-timers.ts';
import { isAlive, owner, recordProcess, releaseClaim } from './machine-claims.ts';
import { VPCD_PORT } from './vpcd-slot.ts';

/** What is missing, and the one command that helps. */
export interface PcscdMissing {
  readonly missing: string;
  readonly remedy: string;
}

export const INSTALL_PCSCD = 'apt-get install pcscd vsmartcard-vpcd';

const BINARIES = ['/usr/sbin/pcscd', '/usr/local/sbin/pcscd'];
const VPCD = '/etc/reader.conf.d/vpcd';
const PORTS = [VPCD_PORT, VPCD_PORT + 1];

/** pcscd ends within 100 ms of a SIGTERM, unless a card's silence holds one of its threads. */
const TERM_PATIENCE_MS = 2_000;
const KILL_PATIENCE_MS = 1_000;
/** The ports of a daemon that was just killed are free when its last thread is gone. */
const PORT_PATIENCE_MS = 2_000;
const POLL_MS = 50;
const DAEMON = 'daemon';

/** Process id of the pcscd that this project started and that still runs, or null. */
export const ownPcscd = (): number | null => owner(DAEMON);

/** Starts pcscd for this machine; what lists its readers must still wait for them (some 100 ms). */
export async function startPcscd(): Promise<Result<void, PcscdMissing>> {
  const binary = BINARIES.find((path) => existsSync(path));
  if (binary === undefined) return err({ missing: 'pcscd', remedy: INSTALL_PCSCD });
  if (!existsSync(VPCD)) {
    return err({ missing: 'vpcd, the virtual reader driver of pcscd', remedy: INSTALL_PCSCD });
  }
  if (process.getuid?.() !== 0) {
    return err({ missing: 'a running pcscd, or root to start one', remedy: 'sudo pcscd' });
  }
  for (const port of PORTS) {
    if (await freeWithin(port, PORT_PATIENCE_MS)) continue;
    return err({
      missing: `TCP port ${port}, on which vpcd waits for its card`,
      remedy: `end the program that ss -tanp 'sport = :${port}' names`,
    });
  }
  // Where another process starts one at the same moment, the later daemon sees the first and ends.
  const child = spawn(binary, ['--foreground'], { detached: true, stdio: 'ignore' });
  child.unref();
  const { pid } = child;
  if (pid === undefined) return err({ missing: 'a pcscd that starts', remedy: `run ${binary} --foreground` });
  if (ownPcscd() === null) recordProcess(DAEMON, pid);
  return ok(undefined);
}

/** Ends a pcscd that this project started and waits until it is gone; false where there is none of ours. */
export async function killPcscd(): Promise<boolean> {
  const pid = ownPcscd();
  if (pid === null) return false;
  if (!(await endsAfter(pid, 'SIGTERM', TERM_PATIENCE_MS))) await endsAfter(pid, 'SIGKILL', KILL_PATIENCE_MS);
  releaseClaim(DAEMON);
  return true;
}

async function endsAfter(pid: number, signal: NodeJS.Signals, patienceMs: number): Promise<boolean> {
  // It may have ended since it was looked up.
  if (isAlive(pid)) process.kill(pid, signal);
  const until = wallTimers.now() + patienceMs;
  while (isAlive(pid) && wallTimers.now() < until) await wallTimers.sleep(POLL_MS);
  return !isAlive(pid);
}

async function freeWithin(port: number, patienceMs: number): Promise<boolean> {
  const until = wallTimers.now() + patienceMs;
  for (;;) {
    if (await isFree(port)) return true;
    if (wallTimers.now() >= until) return false;
    await wallTimers.sleep(POLL_MS);
  }
}

/** vpcd listens on all addresses, so any socket bound to the port is in its way. */
function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '0.0.0.0', () => server.close(() => resolve(true)));
  });
}
