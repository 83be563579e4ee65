import { err, ok, type Result } from '../../../src/result.ts';
import { CardHost } from '../../social-card/host/card-host.ts';
import { listReaders } from '../../social-card/host/pcsc-slot.ts';
import { wallTimers } from '../../wall-timers.ts';
import { claim, liveClaims, releaseClaim } from './machine-claims.ts';
import { INSTALL_PCSCD, killPcscd, ownPcscd, type PcscdMissing, startPcscd } from './pcscd-daemon.ts';
import { virtualReaderName } from './slot-process-controller.ts';

export interface RunningPcscd {
  readonly readers: string[];
  /** Started by this project, now or by an earlier command that is still using it. */
  readonly owned: boolean;
  /** Ends a daemon of ours when nobody else on this machine uses it any more. */
  stop(): Promise<void>;
}

/** pcscd lists vpcd's readers some 100 ms after it starts. */
const START_DEADLINE_MS = 5_000;
const POLL_MS = 50;

/** Codes of a pcscd that is there but does not answer; the daemon hangs, or its host does. */
const SILENT: ReadonlySet<string> = new Set(['host-silent', 'timeout']);

const GATE = 'gate';

let users = 0;

/**
 * A pcscd with the two virtual readers: one that runs already, or one started here (there is no systemd in the
 * development machines). Only one can run per machine, so it is shared and the last user ends it.
 */
export async function ensurePcscd(): Promise<Result<RunningPcscd, PcscdMissing>> {
  users += 1;
  const user = `user-${process.pid}-${users}`;
  return throughGate(async () => {
    claim(user);
    const running = await readersOnceUp();
    if (!running.ok) {
      releaseClaim(user);
      return running;
    }
    return ok({
      readers: running.value,
      owned: ownPcscd() !== null,
      stop: () =>
        throughGate(async () => {
          releaseClaim(user);
          if (liveClaims('user-').length === 0) await killPcscd();
        }),
    });
  });
}

/**
 * One process at a time starts the daemon or ends it: or the last user's leaving would end what a new user has
 * just found, and two that start at once would find each other's ports taken.
 */
async function throughGate<T>(act: () => Promise<T>): Promise<T> {
  while (!claim(GATE)) await wallTimers.sleep(POLL_MS);
  try {
    return await act();
  } finally {
    releaseClaim(GATE);
  }
}

async function readersOnceUp(): Promise<Result<string[], PcscdMissing>> {
  const host = new CardHost(wallTimers);
  try {
    const first = await listReaders(host);
    if (first.ok) return withVirtualReaders([...first.value]);
    // A daemon of ours that hangs is replaced; somebody else's is not ours to end.
    const hangs = SILENT.has(first.error.code);
    if (hangs && !(await killPcscd())) {
      return err({ missing: 'a pcscd that answers', remedy: 'restart pcscd' });
    }
    if (!hangs && first.error.code !== 'service-unreachable') {
      return err({ missing: `the PC/SC binding (${first.error.message})`, remedy: 'npm rebuild smartcard' });
    }
    const started = await startPcscd();
    return started.ok ? await readersWithin(host, START_DEADLINE_MS) : started;
  } finally {
    host.stop();
  }
}

async function readersWithin(host: CardHost, patienceMs: number): Promise<Result<string[], PcscdMissing>> {
  const until = wallTimers.now() + patienceMs;
  for (;;) {
    const listed = await listReaders(host);
    const found = withVirtualReaders(listed.ok ? [...listed.value] : []);
    if (found.ok || wallTimers.now() >= until) return found;
    await wallTimers.sleep(POLL_MS);
  }
}

const withVirtualReaders = (readers: string[]): Result<string[], PcscdMissing> =>
  [virtualReaderName(0), virtualReaderName(1)].every((name) => readers.includes(name))
    ? ok(readers)
    : err({
        missing: 'the virtual readers of vpcd in the running pcscd',
        remedy: `${INSTALL_PCSCD}, then restart pcscd`,
      });
