import { expect, it } from 'vitest';
import { accounted, registryOf, usableCards } from './accounts.ts';
import {
  atTheService,
  expectReceipt,
  leave,
  offerOwnCard,
  PACK,
  takeNewCard,
  takeOwnCard,
  toCheckAnswers,
} from './card-journeys.ts';
import { goHome, submit } from './journeys.ts';
import { kioskWorld, session } from './kiosk-test.ts';
import { readInHand } from './taken-card.ts';

const world = kioskWorld();
const RESIDENT = 'swap-2.0';
const SOMEBODY_ELSE = 'swap-2.0-locked';
/** Silent from its third command on: in the middle of being written. */
const IN_THE_SCRIPT = 3;
/** A minute of patience in four seconds; the warning stays for two. */
const HURRY = 15;
const oldCardState = async () => (await registryOf(world(), RESIDENT)).cards[0]?.socialSecurity;

it('SWAP-1…4, INV-2 the old card stays in the machine, the new one comes out, and never are two usable', async () => {
  const usable = new Set<number>();
  const count = async () => usable.add(await usableCards(world(), RESIDENT));
  await accounted(world(), { blanks: { 'handed-over': 1 }, ownCards: { retained: 1 } }, async () => {
    await session(world(), { residentId: RESIDENT }, async (kiosk, resident) => {
      await atTheService(world(), kiosk, 'swap', RESIDENT);
      await offerOwnCard(world(), kiosk, RESIDENT);
      await toCheckAnswers(kiosk);
      const stop = world().hardware.issuer.onChange(() => void count());
      await submit(kiosk);
      await kiosk.screen('take-card');
      expect(world().hardware.acceptor.truth().bin.at(-1)).toBe(RESIDENT);
      const card = await readInHand(await takeNewCard(world(), kiosk));
      expect(card).toMatchObject({
        generation: 3,
        socialSecurityNumber: resident.socialSecurityNumber,
        accountNumber: resident.card?.accountNumber,
      });
      await expectReceipt(world(), kiosk, {
        state: 'done-here',
        parts: ['new-card-handed-over', 'old-card-kept'],
      });
      stop();
      await leave(world(), kiosk);
      const { cards } = await registryOf(world(), RESIDENT);
      expect(cards.find(({ cardNumber }) => cardNumber === card.cardNumber)?.socialSecurity).toBe('normal');
    });
  });
  expect([...usable]).toEqual([1]);
});

it('SWAP-3, INV-5 a new card that can’t be made: the old one goes back to its owner and still works', async () => {
  const { blanksToTry } = PACK.issuance;
  for (let blank = 0; blank < blanksToTry; blank += 1) world().hardware.issuer.failChipAt(IN_THE_SCRIPT);
  await accounted(world(), { blanks: { rejected: blanksToTry }, ownCards: { 'given-back': 1 } }, async () => {
    await session(world(), { residentId: RESIDENT, faceSeen: true }, async (kiosk, resident) => {
      await atTheService(world(), kiosk, 'swap', RESIDENT);
      await offerOwnCard(world(), kiosk, RESIDENT);
      await toCheckAnswers(kiosk);
      await submit(kiosk);
      const back = await takeOwnCard(world(), kiosk, 'take-card');
      expect((await readInHand(back)).cardNumber).toBe(resident.card?.cardNumber);
      await expectReceipt(world(), kiosk, {
        state: 'sent-waiting-for-office',
        parts: ['new-card-to-collect', 'old-card-given-back', 'old-card-still-valid'],
      });
      await leave(world(), kiosk);
    });
  });
  expect(await oldCardState()).toBe('normal');
});

it('ID-9, INV-5 somebody else’s card is refused with the reason, and given back', async () => {
  await accounted(world(), { ownCards: { 'given-back': 1 } }, async () => {
    await session(world(), { residentId: RESIDENT, faceSeen: true }, async (kiosk) => {
      await atTheService(world(), kiosk, 'swap', RESIDENT);
      await offerOwnCard(world(), kiosk, SOMEBODY_ELSE);
      await kiosk.screen('refusal');
      expect(await kiosk.text()).toContain((await kiosk.words()).refusals['holder-mismatch'].title);
      await kiosk.touch('finish');
      expect((await takeOwnCard(world(), kiosk, 'take-cards')).label).toBe(SOMEBODY_ELSE);
      await goHome(world(), kiosk);
    });
  });
});

it('INV-5 walking away before anything is confirmed: the card comes back, and nothing has changed', async () => {
  await accounted(world(), { ownCards: { 'given-back': 1 } }, async () => {
    await session(world(), { residentId: RESIDENT, faceSeen: true }, async (kiosk) => {
      await atTheService(world(), kiosk, 'swap', RESIDENT);
      await offerOwnCard(world(), kiosk, RESIDENT);
      await toCheckAnswers(kiosk);
      world().hurry(HURRY);
      await kiosk.touch('set-language');
      await kiosk.overlay('time-out');
      world().hurry(1);
      expect((await takeOwnCard(world(), kiosk, 'take-cards')).label).toBe(RESIDENT);
      await goHome(world(), kiosk);
    });
  });
  expect(await oldCardState()).toBe('normal');
});
