import type { KioskPage } from '../../scripts/world/kiosk-page.ts';
import { typeOnePin } from '../../scripts/world/pin-typing.ts';
import type { World } from '../../scripts/world/world.ts';
import type { ServiceId } from '../../src/contracts/service.ts';

/** A PIN no rule forbids. */
export const GOOD_PIN = '739514';

/** From the start screen to the consent screen for the face, with this resident's ID card. */
export async function identify(world: World, kiosk: KioskPage, service: ServiceId, residentId: string) {
  await kiosk.screen('welcome');
  await kiosk.touch('start');
  await kiosk.screen('home');
  await kiosk.chooseService(service);
  await kiosk.screen('present-id-card');
  await kiosk.doBeside(() => world.layIdCard(residentId));
}

/** From the start screen into a service for which nobody says who they are. */
export async function openService(kiosk: KioskPage, service: ServiceId) {
  await kiosk.screen('welcome');
  await kiosk.touch('start');
  await kiosk.screen('home');
  await kiosk.chooseService(service);
}

/** Waits until this sentence can be read. */
export const told = (kiosk: KioskPage, sentence: string) => kiosk.page.getByText(sentence).first().waitFor();

/** Consent and the turn challenge before the camera. */
export async function verifyFace(kiosk: KioskPage) {
  await kiosk.screen('who-you-are');
  await kiosk.touch('confirm');
  await kiosk.screen('face-consent');
  await kiosk.touch('consent-to-face');
  await kiosk.past('face-consent');
  // A busy machine may miss one turn; a person would try again too.
  while ((await kiosk.past('face')) === 'face-again') await kiosk.touch('try-again');
}

/** The resident's own answers, up to check-answers. */
export async function answerApplication(world: World, kiosk: KioskPage, mobile: string) {
  await kiosk.screen('details');
  await kiosk.touch('confirm');
  await confirmMobile(world, kiosk, mobile);
  await chooseRest(kiosk);
}

export async function enterMobile(kiosk: KioskPage, mobile: string) {
  await kiosk.screen('mobile');
  await kiosk.typeDigits(mobile);
  await kiosk.touch('enter-mobile');
}

export async function confirmMobile(world: World, kiosk: KioskPage, mobile: string) {
  await enterMobile(kiosk, mobile);
  await kiosk.screen('sms-code');
  await enterCode(kiosk, await lastCode(world, mobile));
}

export async function enterCode(kiosk: KioskPage, code: string) {
  await kiosk.screen('sms-code');
  await kiosk.typeDigits(code);
  await kiosk.touch('enter-sms-code');
}

export async function lastCode(world: World, mobile: string): Promise<string> {
  const message = (await world.central.sms()).find((sms) => sms.mobile === mobile);
  const code = /\d{6}/.exec(message?.text ?? '')?.[0];
  if (code === undefined) throw new Error(`no code was sent to ${mobile}`);
  return code;
}

export async function chooseRest(kiosk: KioskPage) {
  await kiosk.screen('occupation');
  await kiosk.pick(0);
  await kiosk.touch('choose-occupation');
  await kiosk.screen('address');
  await kiosk.touch('use-chip-address');
  // APPLY-6: with the link up and stock in the machine the resident is asked; these tests are about the outlet.
  if ((await kiosk.screen('choose', 'collection-place')) === 'choose') {
    await kiosk.touchThis(kiosk.page.locator('.choice[data-value="outlet"]'));
  }
  await kiosk.screen('collection-place');
  await kiosk.press('海口');
  await kiosk.pick(0);
  await kiosk.touch('choose-outlet');
  await takeCardPhoto(kiosk);
}

async function takeCardPhoto(kiosk: KioskPage) {
  await kiosk.screen('photo');
  const words = await kiosk.words();
  await kiosk.touchNamed(words.apply.photoCamera);
  await kiosk.screen('photo-approve');
  await kiosk.touch('confirm');
  await kiosk.screen('check-answers');
}

/** Reads to the last page and submits. */
export async function submit(kiosk: KioskPage) {
  await kiosk.screen('check-answers');
  const words = await kiosk.words();
  while ((await kiosk.button('submit').count()) === 0) await kiosk.press(words.ends.checkNext);
  await kiosk.touch('submit');
}

/** Both entries at the pad. */
export async function typePinTwice(world: World, kiosk: KioskPage, first = GOOD_PIN, again = first) {
  for (const pin of [first, again]) await kiosk.doBeside(() => typeOnePin(world.hardware.pinPad, pin));
}

/** Takes every card out and waits for the start screen. */
export async function goHome(world: World, kiosk: KioskPage) {
  world.hardware.idCardReader.removeCard();
  await world.hardware.socialCards.pull();
  await kiosk.screen('ended', 'welcome');
  if ((await kiosk.now())?.screen === 'ended') await kiosk.touch('finish');
  await kiosk.screen('welcome');
}

/** Read and understood: the end screen goes, the cards are taken, the start screen is back. */
export async function finish(world: World, kiosk: KioskPage) {
  await kiosk.touch('finish');
  await goHome(world, kiosk);
}

/** Leaves in the middle, and says yes to the question whether really. */
export async function leave(world: World, kiosk: KioskPage) {
  await kiosk.touch('cancel');
  await kiosk.overlay('leave');
  await kiosk.touch('leave');
  await goHome(world, kiosk);
}
