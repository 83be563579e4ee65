import { type ChildProcess, spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { wallTimers } from '../../drivers/wall-timers.ts';

const CUPSD = '/usr/sbin/cupsd';
export const hasCupsd = existsSync(CUPSD);

/** Longest start ever seen is 0.1 s; a busy machine may take longer. Milliseconds. */
const START_MS = 8_000;
const LOOK_MS = 20;

export interface PrivateCupsd {
  /** The queue's address for a driver. */
  readonly uri: string;
  /** Documents that lie in its spool. */
  spooled(): readonly string[];
  stop(): Promise<void>;
}

/** A cupsd with its own folders and port, without privileges, and one raw queue in front of `deviceUri`. */
export async function startPrivateCupsd(deviceUri: string): Promise<PrivateCupsd> {
  const root = mkdtempSync(join(tmpdir(), 'yikatong-cups-'));
  const owner = whoMayRun();
  const port = await freePort();
  const folders = ['conf', 'spool', 'state', 'cache', 'log'].map((name) => join(root, name));
  for (const folder of folders) mkdirSync(folder);
  const [conf = '', spool = '', state = '', cache = '', log = ''] = folders;
  writeFileSync(
    join(conf, 'cups-files.conf'),
    [
      `User ${owner.name}`,
      `Group ${owner.group}`,
      `ServerRoot ${conf}`,
      `RequestRoot ${spool}`,
      `TempDir ${spool}`,
      `StateDir ${state}`,
      `CacheDir ${cache}`,
      ...['Access', 'Error', 'Page'].map((name) => `${name}Log ${join(log, name)}`),
      '',
    ].join('\n'),
  );
  writeFileSync(
    join(conf, 'cupsd.conf'),
    `Listen 127.0.0.1:${port}\nBrowsing Off\nWebInterface No\n<Location />\nOrder allow,deny\nAllow from 127.0.0.1\n</Location>\n`,
  );
  writeFileSync(
    join(conf, 'printers.conf'),
    `<Printer document>\nDeviceURI ${deviceUri}\nState Idle\nAccepting Yes\nShared No\nErrorPolicy abort-job\n</Printer>\n`,
  );
  for (const path of [root, ...folders, ...readdirSync(conf).map((file) => join(conf, file))]) {
    chownSync(path, owner.uid, owner.gid);
  }
  const daemon = spawn(CUPSD, ['-f', '-c', join(conf, 'cupsd.conf'), '-s', join(conf, 'cups-files.conf')], {
    stdio: 'ignore',
    ...(process.getuid?.() === 0 && { uid: owner.uid, gid: owner.gid }),
  });
  const stop = async (): Promise<void> => {
    await ended(daemon);
    rmSync(root, { recursive: true, force: true });
  };
  const begun = Date.now();
  while (!(await answers(port))) {
    if (daemon.exitCode !== null || Date.now() - begun > START_MS) {
      await stop();
      throw new Error('cupsd did not start');
    }
    await wallTimers.sleep(LOOK_MS);
  }
  return {
    uri: `ipp://127.0.0.1:${port}/printers/document`,
    // Control files are c00001, documents d00001-001.
    spooled: () => readdirSync(spool).filter((file) => file.startsWith('d')),
    stop,
  };
}

/** cupsd refuses to work for root: root's tests give it to `lp`, which every Linux has. */
function whoMayRun() {
  const { uid, gid, username } = userInfo();
  if (uid !== 0) return { uid, gid, name: username, group: String(gid) };
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('lp:'));
  const fields = line?.split(':') ?? [];
  return { uid: Number(fields[2]), gid: Number(fields[3]), name: 'lp', group: 'lp' };
}

async function ended(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null || daemon.signalCode !== null) return;
  const exited = new Promise((resolve) => daemon.once('exit', resolve));
  daemon.kill('SIGTERM');
  await exited;
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/`)).status > 0;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
