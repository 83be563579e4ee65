import { expect, it } from 'vitest';
import type { KioskPage } from '../../scripts/world/kiosk-page.ts';
import { accounted, registryOf } from './accounts.ts';
import { atTheService, choose, expectReceipt, leave, PACK, takeNewCard } from './card-journeys.ts';
import { confirmMobile, submit } from './journeys.ts';
import { kioskWorld, session } from './kiosk-test.ts';
import { readInHand } from './taken-card.ts';

const world = kioskWorld();
const RESIDENT = 'apply-instant';
/** Silent from its third command on: in the middle of being written. */
const IN_THE_SCRIPT = 3;

/** Everything an application asks for, the card here and now, the photo that is on file. */
async function applyForItNow(kiosk: KioskPage, mobile: string) {
  await atTheService(world(), kiosk, 'apply', RESIDENT);
  await kiosk.screen('details');
  await kiosk.touch('confirm');
  await confirmMobile(world(), kiosk, mobile);
  await kiosk.screen('occupation');
  await kiosk.pick(0);
  await kiosk.touch('choose-occupation');
  await kiosk.screen('address');
  await kiosk.touch('use-chip-address');
  await choose(kiosk, 'now');
  await kiosk.screen('photo');
  await kiosk.touchNamed((await kiosk.words()).apply.photoFile);
  await submit(kiosk);
}

it('APPLY-5, APPLY-6, APPLY-9 made at once, for nothing, and handed over', async () => {
  await accounted(world(), { blanks: { 'handed-over': 1 } }, async () => {
    await session(world(), { residentId: RESIDENT }, async (kiosk, resident) => {
      await applyForItNow(kiosk, resident.mobile);
      const card = await readInHand(await takeNewCard(world(), kiosk));
      await expectReceipt(world(), kiosk, {
        state: 'done-here',
        parts: ['new-card-handed-over', 'electronic-card-follows'],
      });
      expect(await kiosk.page.locator('[data-service="activate"]').count()).toBe(1);
      await leave(world(), kiosk);
      expect(card).toMatchObject({
        generation: 3,
        socialSecurityNumber: resident.socialSecurityNumber,
        name: resident.document.name,
      });
      const { cards, electronicCard } = await registryOf(world(), RESIDENT);
      expect(cards).toMatchObject([
        { cardNumber: card.cardNumber, socialSecurity: 'normal', financial: 'locked' },
      ]);
      expect(electronicCard).toBe('normal');
    });
  });
});

it('APPLY-6, INV-3 no blank can be written: the card is collected at an outlet, and the receipt says where and when', async () => {
  const { blanksToTry } = PACK.issuance;
  for (let blank = 0; blank < blanksToTry; blank += 1) world().hardware.issuer.failChipAt(IN_THE_SCRIPT);
  await accounted(world(), { blanks: { rejected: blanksToTry } }, async () => {
    await session(world(), { residentId: RESIDENT }, async (kiosk, resident) => {
      await applyForItNow(kiosk, resident.mobile);
      await expectReceipt(world(), kiosk, {
        state: 'sent-waiting-for-office',
        parts: ['new-card-to-collect'],
      });
      await leave(world(), kiosk);
    });
  });
  const { requests, cards } = await registryOf(world(), RESIDENT);
  expect(requests).toMatchObject([{ purpose: 'application', state: 'open', priority: true }]);
  expect(cards.filter(({ socialSecurity }) => socialSecurity === 'normal')).toEqual([]);
  const paper = world().hardware.printer.text();
  for (const told of [requests[0]?.readyBy, PACK.application.collectionOutlets[0]?.phones[0]]) {
    expect(paper).toContain(told);
  }
});
