import { expect, it } from 'vitest';
import type { KioskPage } from '../../scripts/world/kiosk-page.ts';
import type { Screen } from '../../src/contracts/view.ts';
import { enterCode, enterMobile, lastCode } from './journeys.ts';
import { eventually, kioskWorld, session } from './kiosk-test.ts';

const world = kioskWorld();
const RESIDENT = 'apply-plain-2';

/** A minute of patience in a second, once the resident has touched the screen for the last time. */
const HURRY = 60;

type Act = (kiosk: KioskPage) => Promise<unknown>;

const mobile = () => world().resident(RESIDENT).mobile;

/** From each screen to the next; the resident leaves at one of them. */
const WAY: readonly (readonly [Screen, Act])[] = [
  ['home', (kiosk) => kiosk.chooseService('apply')],
  ['present-id-card', (kiosk) => kiosk.doBeside(() => world().layIdCard(RESIDENT))],
  ['who-you-are', (kiosk) => kiosk.touch('confirm')],
  ['face-consent', (kiosk) => kiosk.touch('consent-to-face')],
  ['face', (kiosk) => kiosk.screen('details')],
  ['details', (kiosk) => kiosk.touch('confirm')],
  ['mobile', (kiosk) => enterMobile(kiosk, mobile())],
  ['sms-code', async (kiosk) => enterCode(kiosk, await lastCode(world(), mobile()))],
  [
    'occupation',
    async (kiosk) => {
      await kiosk.pick(0);
      await kiosk.touch('choose-occupation');
    },
  ],
  ['address', (kiosk) => kiosk.touch('use-chip-address')],
  [
    'collection-place',
    async (kiosk) => {
      await kiosk.press('海口');
      await kiosk.pick(0);
      await kiosk.touch('choose-outlet');
    },
  ],
  ['photo', async (kiosk) => kiosk.touchNamed((await kiosk.words()).apply.photoCamera)],
  ['photo-camera', (kiosk) => kiosk.screen('photo-approve')],
  ['photo-approve', (kiosk) => kiosk.touch('confirm')],
  ['check-answers', () => Promise.resolve()],
];

async function leaveWithoutAWord(kiosk: KioskPage) {
  world().hurry(HURRY);
  await kiosk.touch('set-elder');
  await kiosk.overlay('time-out');
  world().hurry(1);
  const shown = await kiosk.screen('take-cards', 'ended');
  if (shown === 'take-cards') world().hardware.idCardReader.removeCard();
  await kiosk.screen('ended');
  expect(await kiosk.text()).toContain((await kiosk.words()).ends.endedTitle['timed-out']);
  await kiosk.touch('finish');
  await kiosk.screen('welcome');
}

it('INV-5, INV-6 whatever screen a resident walks away from: a warning, the card back, the data gone, the start screen', async () => {
  await session(world(), { residentId: RESIDENT }, async (kiosk) => {
    for (const [left] of WAY) {
      await kiosk.screen('welcome');
      await kiosk.touch('start');
      for (const [screen, goOn] of WAY) {
        await kiosk.screen(screen);
        if (screen === left) break;
        await goOn(kiosk);
      }
      await leaveWithoutAWord(kiosk);
      await world().central.reset();
    }
  });
  const trail = await eventually(
    () => world().central.auditTrail(),
    (said) => JSON.stringify(said).split('"timed-out"').length > WAY.length,
  );
  expect(JSON.stringify(trail)).not.toContain(world().resident(RESIDENT).document.number);
}, 400_000);
