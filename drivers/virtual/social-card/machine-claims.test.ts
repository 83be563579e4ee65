import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { claim, isAlive, liveClaims, owner, recordProcess, releaseClaim } from './machine-claims.ts';

/** Of this test process alone: the folder is the machine's. */
const PREFIX = `test-${process.pid}-`;
const NAME = `${PREFIX}a`;
afterEach(() => releaseClaim(NAME));

/** Process id of somebody who has ended. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  if (child.pid === undefined) throw new Error('no process was started');
  return child.pid;
}

it('gives a claim once, and again after its release', () => {
  expect([claim(NAME), claim(NAME), owner(NAME)]).toEqual([true, false, process.pid]);
  releaseClaim(NAME);
  expect([owner(NAME), claim(NAME)]).toEqual([null, true]);
});

it('takes a claim over from the dead, never from the living', async () => {
  recordProcess(NAME, await deadProcess());
  expect([owner(NAME), liveClaims(PREFIX)]).toEqual([null, []]);
  expect(claim(NAME)).toBe(true);
  recordProcess(NAME, process.ppid);
  expect([claim(NAME), owner(NAME), liveClaims(PREFIX)]).toEqual([false, process.ppid, [NAME]]);
});

it('takes nonsense in a claim for nobody', () => {
  recordProcess(NAME, Number.NaN);
  expect(owner(NAME)).toBeNull();
});

it.runIf(process.platform === 'linux')('counts a zombie among the dead', async () => {
  // The shell's child ends at once and stays unreaped, since `exec` put a sleeper in the shell's place.
  const shell = spawn('sh', ['-c', 'sh -c "exit 0" & echo $!; exec sleep 5']);
  const [line] = (await once(shell.stdout, 'data')) as [Uint8Array];
  const zombie = Number(Buffer.from(line).toString());
  await expect.poll(() => isAlive(zombie)).toBe(false);
  expect(process.kill(zombie, 0)).toBe(true);
  shell.kill();
});
