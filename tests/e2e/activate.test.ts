import { afterAll, beforeAll, expect, it } from 'vitest';
import { type KioskPage, openKiosk } from '../../scripts/world/kiosk-page.ts';
import { startWorld, type World } from '../../scripts/world/world.ts';
import { goHome, identify, submit, typePinTwice, verifyFace } from './journeys.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world?.stop());

async function atTheCardSlot(residentId: string): Promise<KioskPage> {
  const kiosk = await openKiosk(world, { residentId });
  await identify(world, kiosk, 'activate', residentId);
  await verifyFace(kiosk);
  await kiosk.screen('present-social-card');
  return kiosk;
}

it.each(['activate-3.0', 'activate-2.0'])(
  'ACT-1…5 %s: activated, PIN set, receipt printed',
  async (residentId) => {
    const kiosk = await atTheCardSlot(residentId);
    try {
      await kiosk.doBeside(() => world.insertSocialCard(residentId));
      await kiosk.screen('pin');
      await typePinTwice(world, kiosk);
      await kiosk.screen('balance-sms');
      const words = await kiosk.words();
      await kiosk.touchNamed(words.activate.balanceYes);
      await submit(kiosk);
      await kiosk.screen('receipt');
      expect(await kiosk.text()).toContain(words.receipt.ofService.activate?.['done-here']?.title);
      await kiosk.touch('finish');
      await kiosk.screen('take-cards');
      await goHome(world, kiosk);
      expect(world.hardware.printer.text()).toContain('已办好');
      expect(kiosk.complaints).toEqual([]);
    } finally {
      await kiosk.close();
    }
  },
);
