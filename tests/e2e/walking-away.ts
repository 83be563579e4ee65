import { expect } from 'vitest';
import type { KioskPage } from '../../scripts/world/kiosk-page.ts';
import type { World } from '../../scripts/world/world.ts';
import type { Screen } from '../../src/contracts/view.ts';
import { enterCode, enterMobile, lastCode } from './journeys.ts';
import { eventually, session } from './kiosk-test.ts';

/** Has an earlier photo on file, so that only who wants to stands before the camera. */
const RESIDENT = 'apply-photo-on-file';

/** A minute of patience in four seconds, once the resident has touched the screen for the last time; the warning stays for two. */
const HURRY = 15;

type Act = (kiosk: KioskPage, world: World, camera: boolean) => Promise<unknown>;

const mobile = (world: World) => world.resident(RESIDENT).mobile;

/** From each screen to the next; the resident leaves at one of them. */
const WAY: readonly (readonly [Screen, Act])[] = [
  ['home', (kiosk) => kiosk.chooseService('apply')],
  ['present-id-card', (kiosk, world) => kiosk.doBeside(() => world.layIdCard(RESIDENT))],
  ['who-you-are', (kiosk) => kiosk.touch('confirm')],
  ['face-consent', (kiosk) => kiosk.touch('consent-to-face')],
  [
    'face',
    async (kiosk) => {
      // A busy machine may miss a turn; a person would try again too.
      while ((await kiosk.screen('details', 'face-again')) === 'face-again') await kiosk.touch('try-again');
    },
  ],
  ['details', (kiosk) => kiosk.touch('confirm')],
  ['mobile', (kiosk, world) => enterMobile(kiosk, mobile(world))],
  ['sms-code', async (kiosk, world) => enterCode(kiosk, await lastCode(world, mobile(world)))],
  [
    'occupation',
    async (kiosk) => {
      await kiosk.pick(0);
      await kiosk.touch('choose-occupation');
    },
  ],
  ['address', (kiosk) => kiosk.touch('use-chip-address')],
  ['choose', (kiosk) => kiosk.touchThis(kiosk.page.locator('.choice[data-value="outlet"]'))],
  [
    'collection-place',
    async (kiosk) => {
      await kiosk.press('海口');
      await kiosk.pick(0);
      await kiosk.touch('choose-outlet');
    },
  ],
  [
    'photo',
    async (kiosk, _, camera) => {
      const { photoCamera, photoFile } = (await kiosk.words()).apply;
      await kiosk.touchNamed(camera ? photoCamera : photoFile);
    },
  ],
  ['photo-camera', (kiosk) => kiosk.screen('photo-approve')],
  ['photo-approve', (kiosk) => kiosk.touch('confirm')],
  ['check-answers', () => Promise.resolve()],
];

export const SCREENS: readonly Screen[] = WAY.map(([screen]) => screen);
/** Those where the camera runs; the others are walked without one, which takes a fifth of the time. */
export const BEFORE_A_CAMERA: readonly Screen[] = ['face', 'photo-camera', 'photo-approve'];

/** The resident walks away from this screen: a warning, the card back, the start screen. */
export async function leaveWithoutAWord(kiosk: KioskPage, world: World) {
  world.hurry(HURRY);
  await kiosk.touch('set-language');
  await kiosk.overlay('time-out');
  world.hurry(1);
  const shown = await kiosk.screen('take-cards', 'ended');
  if (shown === 'take-cards') world.hardware.idCardReader.removeCard();
  await kiosk.screen('ended');
  expect(await kiosk.text()).toContain((await kiosk.words()).ends.endedTitle['timed-out']);
  await kiosk.touch('finish');
  await kiosk.screen('welcome');
}

/** One after the other, a resident walks away from each of these screens of an application. */
export async function walkAwayFrom(world: World, screens: readonly Screen[], camera: boolean): Promise<void> {
  const way = WAY.filter(([screen]) => camera || screen === 'face' || !BEFORE_A_CAMERA.includes(screen));
  await session(world, { residentId: RESIDENT, faceSeen: !camera }, async (kiosk) => {
    for (const left of screens) {
      await kiosk.screen('welcome');
      await kiosk.touch('start');
      for (const [screen, goOn] of way) {
        // A face that was seen elsewhere may be through before anybody looks.
        if (screen === 'face' && !camera) {
          await kiosk.past('face-consent');
          continue;
        }
        await kiosk.screen(screen);
        if (screen === left) break;
        await goOn(kiosk, world, camera);
      }
      await leaveWithoutAWord(kiosk, world);
      await world.central.reset();
    }
  });
  const trail = await eventually(
    () => world.central.auditTrail(),
    (said) => JSON.stringify(said).split('"timed-out"').length > screens.length,
  );
  expect(JSON.stringify(trail)).not.toContain(world.resident(RESIDENT).document.number);
}
