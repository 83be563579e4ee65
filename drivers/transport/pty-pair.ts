import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface PtyPair {
  readonly near: string;
  readonly far: string;
  close(): Promise<void>;
}

/** Two serial ports that are one wire, made by socat; null where socat is not installed. */
export async function createPtyPair(): Promise<PtyPair | null> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pty-pair-'));
  const near = path.join(folder, 'near');
  const far = path.join(folder, 'far');
  const ends = [near, far].map((link) => `pty,raw,echo=0,link=${link}`);
  const socat = spawn('socat', ['-d', '-d', ...ends], { stdio: ['ignore', 'ignore', 'pipe'] });
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  if (!(await isReady(socat))) {
    await removeFolder();
    return null;
  }
  return {
    near,
    far,
    close: async () => {
      if (socat.exitCode === null) {
        const ended = once(socat, 'exit');
        socat.kill();
        await ended;
      }
      await removeFolder();
    },
  };
}

/** socat says "starting data transfer loop" once both ends and their links are there. */
const isReady = (socat: ChildProcess): Promise<boolean> =>
  new Promise((resolve) => {
    let said = '';
    socat.stderr?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      if (said.includes('starting data transfer loop')) resolve(true);
    });
    socat.on('error', () => resolve(false));
    socat.on('exit', () => resolve(false));
  });
