import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensurePcscd } from '../../drivers/virtual/social-card/pcscd.ts';
import { killPcscd } from '../../drivers/virtual/social-card/pcscd-daemon.ts';
import { claimSlots } from '../../drivers/virtual/social-card/slot-claim.ts';
import { wallTimers } from '../../drivers/wall-timers.ts';
import { type ScreenlessKiosk, startScreenlessKiosk } from '../../scripts/world/screenless-kiosk.ts';
import { type Surroundings, startSurroundings } from '../../scripts/world/surroundings.ts';
import type { ServiceId } from '../../src/contracts/service.ts';
import type { Tile, View } from '../../src/contracts/view.ts';
import { isOpen, on, SCREEN_WITHIN_MS, says, screenlessResident, tileOf } from './screenless-resident.ts';

/**
 * The recovery ladder on real wires, end to end without a page: what is pulled, killed or cut is told on the home
 * screen, and is well again by itself (architecture.md, Devices; INV-8).
 */

/** An idle device is probed every 5 s; a mute one is given up after its driver's deadline besides. */
const NOTICED_WITHIN_MS = 12_000;
/** The ladder's longest rest in the first 15 s is 5 s; opening and probing come on top. */
const HEALED_WITHIN_MS = 12_000;

let world: Surroundings;
let kiosk: ScreenlessKiosk;
let resident: ReturnType<typeof screenlessResident>;
const figures: string[] = [];

beforeAll(async () => {
  world = await startSurroundings();
  kiosk = startScreenlessKiosk(world);
  resident = screenlessResident(world, kiosk);
}, 120_000);
afterAll(async () => {
  await kiosk?.stop();
  await world?.stop();
  console.info(`healing, milliseconds\n${figures.join('\n')}`);
});

/** Breaks something, waits for the tile to say so, mends it, waits for the tile to open; and notes the figures. */
async function heals(
  what: string,
  service: ServiceId,
  reason: Tile['reason'],
  hand: { breaks: () => unknown; mends: () => unknown },
): Promise<void> {
  await hand.breaks();
  const noticed = await kiosk.until(says(service, reason), NOTICED_WITHIN_MS);
  await hand.mends();
  const healed = await kiosk.until(isOpen(service), HEALED_WITHIN_MS);
  note(what, { noticed, healed });
}

function note(what: string, times: Readonly<Record<string, number>>): void {
  const list = Object.entries(times).map(([name, ms]) => `${name} ${Math.round(ms)}`);
  figures.push(`  ${what}: ${list.join(', ')}`);
}

describe('healing', { timeout: 60_000 }, () => {
  beforeEach(() => resident.atHome());

  it('INV-8 the ID card reader, unplugged before the home screen and plugged in again', async () => {
    await heals('ID card reader unplugged', 'apply', 'id-card-reader-down', {
      breaks: () => world.hardware.unplugIdCardReader(),
      mends: () => world.hardware.plugInIdCardReader(),
    });
  });

  it('INV-8 a mute ID card reader', async () => {
    await heals('ID card reader mute', 'apply', 'id-card-reader-down', {
      breaks: () => world.hardware.idCardReader.fail('mute', 'always'),
      mends: () => world.hardware.idCardReader.clearFaults(),
    });
  });

  it('INV-8 the ID card reader, unplugged while it waits for a card: the session goes on', async () => {
    kiosk.touch({ type: 'choose-service', service: 'apply' });
    await resident.screen('present-id-card');
    await world.hardware.unplugIdCardReader();
    const problem = (wanted: string | null) => (view: View) =>
      view.screen === 'present-id-card' && view.problem === wanted;
    const noticed = await kiosk.until(problem('reader-recovering'), NOTICED_WITHIN_MS);
    await world.hardware.plugInIdCardReader();
    const healed = await kiosk.until(problem(null), HEALED_WITHIN_MS);
    note('ID card reader unplugged in a session', { noticed, healed });
    world.layIdCard('activate-3.0');
    await kiosk.until(on('who-you-are'), HEALED_WITHIN_MS);
    await resident.leave();
  });

  it('INV-8 the PIN pad, its cable pulled', async () => {
    await heals('PIN pad cable pulled', 'activate', 'pin-pad-down', {
      breaks: () => {
        world.hardware.pinPad.faults.failRepeatedly('mute');
        world.hardware.pinPad.disconnect();
      },
      mends: () => world.hardware.pinPad.faults.clear(),
    });
  });

  it('INV-8 a mute receipt printer is a notice, closes nothing, and comes back', async () => {
    const { printer } = world.hardware;
    const notice = (wanted: Tile['notice']) => (view: View) => tileOf(view, 'apply')?.notice === wanted;
    printer.setFault('mute');
    const noticed = await kiosk.until(notice('no-paper'), NOTICED_WITHIN_MS);
    expect(tileOf(kiosk.shown, 'apply')).toMatchObject({ available: true, reason: null });
    printer.mend();
    const healed = await kiosk.until(notice(null), HEALED_WITHIN_MS);
    note('printer mute', { noticed, healed });
  });

  it('INV-8 the link to the centre, cut and restored: whoever starts sees a true tile', async () => {
    await resident.leave();
    await heals('link cut', 'activate', 'link-down', {
      breaks: () => {
        world.link.cut();
        kiosk.touch({ type: 'start' });
      },
      mends: () => world.link.restore(),
    });
  });

  it('INV-8 pcscd, killed and started again', async ({ skip }) => {
    // Whoever holds the other reader as well is alone with pcscd, and may kill it.
    const other = await claimSlots(1, 0, wallTimers);
    const direct = world.hardware.socialCards.reader.startsWith('direct:');
    if (other === null || direct) return skip('another kiosk of this machine uses pcscd');
    try {
      if (!(await killPcscd())) return skip('pcscd was not started by this project');
      const noticed = await kiosk.until(says('activate', 'social-card-reader-down'), NOTICED_WITHIN_MS);
      const again = await ensurePcscd();
      expect(again.ok).toBe(true);
      const healed = await kiosk.until(isOpen('activate'), HEALED_WITHIN_MS);
      note('pcscd killed', { noticed, healed });
      await world.insertSocialCard('activate-3.0');
      if (again.ok) await again.value.stop();
    } finally {
      other.release();
    }
  });

  it('INV-6 core killed in a session: a new one at the start screen, and nothing of the person is left', async () => {
    const { document, mobile } = world.resident('activate-3.0');
    await resident.toTheFace('apply', 'activate-3.0');
    kiosk.forget();
    kiosk.killCore();
    const back = await kiosk.until(on('welcome'), SCREEN_WITHIN_MS);
    note('core killed', { back });
    world.hardware.idCardReader.removeCard();
    const personal = [document.name, document.number, document.address, mobile].filter(
      ({ length }) => length > 1,
    );
    const left = JSON.stringify(kiosk.views) + filesOf(world.folder);
    for (const text of personal) expect(left.includes(text)).toBe(false);
    // Out of service until its devices are open: the tiles are true from the first view on.
    expect(kiosk.views.filter((view) => !on('welcome')(view) && !on('out-of-service')(view))).toEqual([]);
  });
});

/** Store and logs, byte for byte. */
function filesOf(folder: string): string {
  const kept = readdirSync(join(folder, 'kiosk'), { recursive: true, withFileTypes: true });
  const files = [
    ...kept.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name)),
    join(folder, 'core.log'),
  ];
  return files.map((file) => readFileSync(file).toString('utf8')).join('');
}
