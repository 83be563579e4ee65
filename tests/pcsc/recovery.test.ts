import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { ChildPort } from '../../drivers/social-card/child-port.ts';
import { forkHost } from '../../drivers/social-card/host/card-host.ts';
import { createSocialCardReader } from '../../drivers/social-card/social-card-reader.ts';
import { ensurePcscd } from '../../drivers/virtual/social-card/pcscd.ts';
import { killPcscd, ownPcscd } from '../../drivers/virtual/social-card/pcscd-daemon.ts';
import { startVirtualCardSlot } from '../../drivers/virtual/social-card/slot-process-controller.ts';
import { wallTimers } from '../../drivers/wall-timers.ts';
import { card, cardBench } from './card-bench.ts';
import { pcscdForTests } from './pcscd.ts';

/** Both readers: these tests stop and kill the daemon that everybody shares. */
const pcscd = await pcscdForTests(2);
afterAll(() => pcscd?.release());

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
async function bench(spawnHost?: () => ChildPort) {
  const made = await cardBench({ kind: 'vpcd', slot: 0 }, spawnHost);
  closers.push(() => made.close());
  return made;
}
const device = (code: string) => ({ ok: false, error: { kind: 'device', code } });

/** A pcscd of somebody else is not ours to kill. */
const ours = pcscd !== null && ownPcscd() !== null;

describe.skipIf(pcscd === null)('a card reader heals', { timeout: 30_000 }, () => {
  it('after its host was killed in the middle of an APDU', async () => {
    const hosts: ChildPort[] = [];
    const { reader, slot, putIn, read, readNow, takeOut } = await bench(() => {
      const host = forkHost();
      hosts.push(host);
      return host;
    });
    await putIn(card('2.00'), { silentFromApdu: 4 });
    const reading = readNow(null);
    for (let status = await slot.status(); status.ok && status.value.apdus < 4; status = await slot.status());
    hosts.at(-1)?.kill();
    expect(await reading).toMatchObject(device('host-ended'));
    expect(await reader.open()).toMatchObject({ ok: true });
    await takeOut();
    expect(await read(card('2.00'))).toMatchObject({ ok: true });
  });

  it('after the process of a silent card was killed: the slot is free again', async () => {
    const { reader, slot, putIn, readNow, signal } = await bench();
    await putIn(card('2.00'), { silentFromApdu: 4 });
    expect(await readNow(null)).toEqual({ ok: false, error: { kind: 'mute' } });
    await slot.stop();
    expect(await reader.waitForRemoval(signal)).toMatchObject({ ok: true });
    const next = await startVirtualCardSlot({ kind: 'vpcd', slot: 0 });
    if (!next.ok) throw new Error(next.error.message);
    closers.push(() => next.value.stop());
    // The slot that is new cannot know how long it has been empty.
    await next.value.insert(card('2.00'));
    await next.value.insert(card('2.00'));
    await reader.waitForCard(signal);
    expect(await readNow(null)).toMatchObject({ ok: true });
  });

  it.runIf(ours)('after pcscd was killed and started again, with the card still in', async () => {
    const { reader, putIn, readNow, signal } = await bench();
    await putIn(card('2.00'));
    const removal = reader.waitForRemoval(signal);
    await killPcscd();
    expect(await removal).toMatchObject({ ok: false, error: { kind: 'device' } });
    expect(await reader.open()).toMatchObject(device('service-unreachable'));
    expect(await reader.waitForCard(signal)).toMatchObject(device('service-unreachable'));
    const again = await ensurePcscd();
    if (!again.ok) throw new Error(again.error.missing);
    closers.push(() => again.value.stop());
    expect(await reader.open()).toEqual({ ok: true, value: undefined });
    await reader.waitForCard(signal);
    expect(await readNow(null)).toMatchObject({ ok: true, value: { name: '试验甲' } });
  });

  it.runIf(ours)(
    'and is closed within a second while pcscd hangs; its host does not outlive us',
    async () => {
      const pid = ownPcscd();
      if (pid === null) throw new Error('no pcscd of ours');
      const { reader } = await bench();
      await reader.open();
      process.kill(pid, 'SIGSTOP');
      try {
        const probe = reader.probe();
        const since = performance.now();
        await reader.close();
        expect(await probe).toMatchObject(device('host-ended'));
        expect(performance.now() - since).toBeLessThan(1_000);
        await orphansEnd();
      } finally {
        process.kill(pid, 'SIGCONT');
      }
    },
  );

  it('says that a reader is not there', async () => {
    const made = await cardBench({ kind: 'vpcd', slot: 1 });
    closers.push(() => made.close());
    expect(await made.reader.open()).toMatchObject({ ok: true });
    const wrong = createSocialCardReader({ reader: 'Virtual PCD 00 09', timers: wallTimers });
    if (!wrong.ok) throw new Error(wrong.error.message);
    closers.push(() => wrong.value.close());
    expect(await wrong.value.open()).toMatchObject(device('reader-not-found'));
  });
});

/** Starts the device command, whose host blocks in pcscd, kills it, and waits until nobody holds its stderr. */
async function orphansEnd(): Promise<void> {
  const args = ['scripts/device.ts', 'social-card', 'readers'];
  const command = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const pid = command.pid;
  if (pid === undefined) throw new Error('the command did not start');
  let hosts: string[] = [];
  while (hosts.length === 0) {
    const listed = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' });
    const pairs = listed
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/));
    hosts = pairs.filter(([, parent]) => parent === String(pid)).map(([child = '']) => child);
  }
  // Time to load the binding and to block in it.
  await new Promise((resolve) => setTimeout(resolve, 700));
  command.kill('SIGKILL');
  await once(command, 'close');
  const since = performance.now();
  const alive = () => hosts.filter((host) => state(host) !== '');
  while (alive().length > 0 && performance.now() - since < 3_000) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(alive()).toEqual([]);
}

/** Empty for a process that is gone; a zombie is gone too. */
function state(pid: string): string {
  try {
    return execFileSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' }).replace(/^Z.*/s, '').trim();
  } catch {
    return '';
  }
}
