import { describe, expect, it } from 'vitest';
import type { KioskPage } from '../../scripts/world/kiosk-page.ts';
import { socialCardOf } from '../../scripts/world/props.ts';
import type { Refusal } from '../../src/contracts/trouble.ts';
import { GOOD_PIN, goHome, identify, submit, typePinTwice, verifyFace } from './journeys.ts';
import { doneOperations, eventually, kioskWorld, session } from './kiosk-test.ts';

const world = kioskWorld();
const ACTIVATION = 'card.activate';

async function toTheCardSlot(kiosk: KioskPage, residentId: string) {
  await identify(world(), kiosk, 'activate', residentId);
  await verifyFace(kiosk);
  await kiosk.screen('present-social-card');
}

async function toThePin(kiosk: KioskPage, residentId: string) {
  await toTheCardSlot(kiosk, residentId);
  await kiosk.doBeside(() => world().insertSocialCard(residentId));
  await kiosk.screen('pin');
}

async function toCheckAnswers(kiosk: KioskPage, residentId: string) {
  await toThePin(kiosk, residentId);
  await typePinTwice(world(), kiosk);
  await kiosk.screen('balance-sms');
  await kiosk.touchNamed((await kiosk.words()).activate.balanceYes);
  await kiosk.screen('check-answers');
}

/** The end screen is read, the cards are taken, the start screen is back. */
async function leave(kiosk: KioskPage) {
  await kiosk.touch('finish');
  await kiosk.screen('take-cards');
  await goHome(world(), kiosk);
}

async function expectRefusal(kiosk: KioskPage, reason: Refusal) {
  await kiosk.screen('refusal');
  expect(await kiosk.text()).toContain((await kiosk.words()).refusals[reason].title);
  await leave(kiosk);
}

describe('ACT-1…5, ACT-7 activated', () => {
  it.each([['activate-3.0'], ['activate-2.0']])('%s', async (residentId) => {
    const before = (await doneOperations(world(), ACTIVATION)).length;
    await session(world(), { residentId }, async (kiosk) => {
      await toCheckAnswers(kiosk, residentId);
      await submit(kiosk);
      await kiosk.screen('receipt');
      await leave(kiosk);
    });
    expect(world().hardware.printer.text()).toContain('已办好');
    expect(await doneOperations(world(), ACTIVATION)).toHaveLength(before + 1);
  });
});

describe('which card', () => {
  it.each([
    ['activate-other-province', 'other-province', 'ID-10'],
    ['activate-already-active', 'already-active', 'ACT-2'],
    ['activate-reported-lost', 'temporarily-lost', 'ACT-2'],
  ] as const)('%s is refused: %s (%s)', async (residentId, reason, _rule) => {
    await session(world(), { residentId, faceSeen: true }, async (kiosk) => {
      await toTheCardSlot(kiosk, residentId);
      await kiosk.doBeside(() => world().insertSocialCard(residentId));
      await expectRefusal(kiosk, reason);
    });
  });

  it('ID-9 somebody else’s card is refused and given back', async () => {
    const residentId = 'activate-3.0';
    await session(world(), { residentId, faceSeen: true }, async (kiosk) => {
      await toTheCardSlot(kiosk, residentId);
      await kiosk.doBeside(() => world().insertSocialCard('activate-2.0'));
      await expectRefusal(kiosk, 'holder-mismatch');
    });
  });

  it('a bank card is named as one; upside down is told; pulled in mid-read is told; then it goes on', async () => {
    const residentId = 'activate-3.0';
    const { socialCards } = world().hardware;
    await session(world(), { residentId, faceSeen: true }, async (kiosk, { card }) => {
      const { cardProblems } = (await kiosk.words()).activate;
      const told = (problem: string) => kiosk.page.getByText(problem).first().waitFor();
      await toTheCardSlot(kiosk, residentId);
      await kiosk.doBeside(() => world().insertSocialCard('activate-bank-only'));
      await told(cardProblems['not-a-social-security-card']);
      await socialCards.pull();
      await socialCards.insert({ kind: 'mute' });
      await told(cardProblems.mute);
      await socialCards.pull();
      if (!card) throw new Error('no card');
      await socialCards.insert(socialCardOf(card), { pullAtApdu: 7 });
      await told(cardProblems['card-removed']);
      await kiosk.doBeside(() => world().insertSocialCard(residentId));
      await kiosk.screen('pin');
      await kiosk.touch('cancel');
      await kiosk.overlay('leave');
      await kiosk.touch('leave');
      await kiosk.screen('take-cards');
      await goHome(world(), kiosk);
    });
  });
});

describe('the PIN', () => {
  it('ACT-3, ACT-4 two that differ, a weak one and the initial one are refused by the bank', async () => {
    const residentId = 'activate-3.0-second';
    await session(world(), { residentId, faceSeen: true }, async (kiosk, { card }) => {
      const { pinProblems } = (await kiosk.words()).activate;
      const told = (problem: string) => kiosk.page.getByText(problem).first().waitFor();
      await toThePin(kiosk, residentId);
      await typePinTwice(world(), kiosk, GOOD_PIN, '739515');
      await told(pinProblems['pins-differ']);
      await typePinTwice(world(), kiosk, '111111');
      await told(pinProblems['one-digit-repeated']);
      await typePinTwice(world(), kiosk, card?.initialPin ?? '');
      await expectRefusal(kiosk, 'pin-tries-used-up');
    });
  });

  it('INV-8 a pad that gives up ends the service, and nothing has changed', async () => {
    const residentId = 'activate-3.0';
    await session(world(), { residentId, faceSeen: true }, async (kiosk) => {
      await toThePin(kiosk, residentId);
      world().hardware.pinPad.setState('hardwareError');
      world().hardware.pinPad.disconnect();
      await kiosk.screen('trouble');
      expect(await kiosk.text()).toContain((await kiosk.words()).troubles.what['pin-pad-down'].title);
      await leave(kiosk);
    });
  });
});

describe('the link', () => {
  it('ACT-6 lost before the bank is asked: nothing happened, and it is said', async () => {
    const residentId = 'activate-3.0';
    await session(world(), { residentId, faceSeen: true }, async (kiosk) => {
      await toThePin(kiosk, residentId);
      world().link.cut();
      await typePinTwice(world(), kiosk);
      await kiosk.screen('trouble');
      expect(await kiosk.text()).toContain((await kiosk.words()).troubles.what['link-down'].title);
      await leave(kiosk);
    });
    expect(await doneOperations(world(), ACTIVATION)).toSatisfy((done: unknown[]) => done.length <= 2);
  });

  it('INV-4 lost after the bank was asked: unknown, asked about, done exactly once', async () => {
    const residentId = 'activate-1.0';
    const before = (await doneOperations(world(), ACTIVATION)).length;
    await session(world(), { residentId, faceSeen: true }, async (kiosk) => {
      await toCheckAnswers(kiosk, residentId);
      await world().central.fail({ method: 'PUT', route: '/v1/operations/:key', mode: 'answer-late' });
      await submit(kiosk);
      await eventually(
        () => doneOperations(world(), ACTIVATION),
        (done) => done.length === before + 1,
      );
      world().link.cut();
      await kiosk.screen('receipt');
      const words = await kiosk.words();
      const told =
        words.receipt.ofService.activate?.['unknown-asking'] ?? words.receipt.states['unknown-asking'];
      expect(await kiosk.text()).toContain(told.title);
      await leave(kiosk);
    });
    world().link.restore();
    await eventually(
      () => world().central.auditTrail(),
      (trail) => JSON.stringify(trail).includes('"transaction-settled"'),
    );
    expect(await doneOperations(world(), ACTIVATION)).toHaveLength(before + 1);
  });
});
