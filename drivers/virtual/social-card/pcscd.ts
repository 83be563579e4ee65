import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { err, ok, type Result } from '../../../src/result.ts';
import { CardHost } from '../../social-card/host/card-host.ts';
import { listReaders } from '../../social-card/host/pcsc-slot.ts';
import { wallTimers } from '../wall-timers.ts';
import { claim, isAlive, liveClaims, owner, recordProcess, releaseClaim } from './machine-claims.ts';
import { virtualReaderName } from './slot-process-controller.ts';

export interface RunningPcscd {
  readonly readers: string[];
  /** Started by this project, now or by an earlier command that is still using it. */
  readonly owned: boolean;
  /** Ends a daemon of ours when nobody else on this machine uses it any more. */
  stop(): Promise<void>;
}

/** What is missing, and the one command that helps. */
export interface PcscdMissing {
  readonly missing: string;
  readonly remedy: string;
}

const BINARIES = ['/usr/sbin/pcscd', '/usr/local/sbin/pcscd'];
const VPCD = '/etc/reader.conf.d/vpcd';
const INSTALL = 'apt-get install pcscd vsmartcard-vpcd';

/** pcscd lists vpcd's readers some 100 ms after it starts. */
const START_DEADLINE_MS = 5_000;
const POLL_MS = 50;
const DAEMON = 'daemon';

let users = 0;

/**
 * A pcscd with the two virtual readers: one that runs already, or one started here (there is no systemd in the
 * development machines). Only one can run per machine, so it is shared and the last user ends it.
 */
export async function ensurePcscd(): Promise<Result<RunningPcscd, PcscdMissing>> {
  users += 1;
  const user = `user-${process.pid}-${users}`;
  claim(user);
  const running = await readersOnceUp();
  if (!running.ok) {
    releaseClaim(user);
    return running;
  }
  return ok({
    readers: running.value,
    owned: owner(DAEMON) !== null,
    stop: async () => {
      releaseClaim(user);
      if (liveClaims('user-').length === 0) await killPcscd();
    },
  });
}

/** Ends a pcscd that this project started and waits until it is gone; false where there is none of ours. */
export async function killPcscd(): Promise<boolean> {
  const pid = owner(DAEMON);
  if (pid === null) return false;
  process.kill(pid, 'SIGTERM');
  const until = wallTimers.now() + START_DEADLINE_MS;
  while (isAlive(pid) && wallTimers.now() < until) await wallTimers.sleep(POLL_MS);
  releaseClaim(DAEMON);
  return true;
}

async function readersOnceUp(): Promise<Result<string[], PcscdMissing>> {
  const host = new CardHost(wallTimers);
  try {
    const first = await listReaders(host);
    if (first.ok) return withVirtualReaders([...first.value]);
    if (first.error.code !== 'service-stopped') {
      return err({ missing: `the PC/SC binding (${first.error.message})`, remedy: 'npm rebuild smartcard' });
    }
    const started = startPcscd();
    if (!started.ok) return started;
    const until = wallTimers.now() + START_DEADLINE_MS;
    let readers: string[] = [];
    while (wallTimers.now() < until) {
      const listed = await listReaders(host);
      readers = listed.ok ? [...listed.value] : [];
      if (withVirtualReaders(readers).ok) break;
      await wallTimers.sleep(POLL_MS);
    }
    return withVirtualReaders(readers);
  } finally {
    host.stop();
  }
}

function startPcscd(): Result<void, PcscdMissing> {
  const binary = BINARIES.find((path) => existsSync(path));
  if (binary === undefined) return err({ missing: 'pcscd', remedy: INSTALL });
  if (!existsSync(VPCD)) return err({ missing: 'vpcd, the virtual reader driver of pcscd', remedy: INSTALL });
  if (process.getuid?.() !== 0) {
    return err({ missing: 'a running pcscd, or root to start one', remedy: 'sudo pcscd' });
  }
  // Where another process starts one at the same moment, the later daemon sees the first and ends.
  const child = spawn(binary, ['--foreground'], { detached: true, stdio: 'ignore' });
  child.unref();
  const { pid } = child;
  if (pid === undefined) return err({ missing: 'a pcscd that starts', remedy: `run ${binary} --foreground` });
  if (owner(DAEMON) === null) recordProcess(DAEMON, pid);
  return ok(undefined);
}

const withVirtualReaders = (readers: string[]): Result<string[], PcscdMissing> =>
  [virtualReaderName(0), virtualReaderName(1)].every((name) => readers.includes(name))
    ? ok(readers)
    : err({
        missing: 'the virtual readers of vpcd in the running pcscd',
        remedy: `${INSTALL}, then restart pcscd`,
      });
