import { describe, expect, it } from 'vitest';
import type { KioskPage } from '../../scripts/world/kiosk-page.ts';
import { accounted, registryOf } from './accounts.ts';
import {
  atTheService,
  CARD_FEN,
  codeToPay,
  expectReceipt,
  LOSS_FEN,
  leave,
  PACK,
  pay,
  takeNewCard,
  toCheckAnswers,
} from './card-journeys.ts';
import { submit } from './journeys.ts';
import { eventually, kioskWorld, session } from './kiosk-test.ts';
import { readInHand } from './taken-card.ts';

const world = kioskWorld();
/** Nothing was reported: pays for the report and for the card. */
const NOT_REPORTED = 'loss-active';
/** Formally lost already: pays for the card alone. */
const REPORTED = 'loss-formal';
const HARDSHIP = 'loss-hardship';
/** Silent from its third command on: in the middle of being written. */
const IN_THE_SCRIPT = 3;

async function toThePayment(kiosk: KioskPage, residentId: string) {
  await atTheService(world(), kiosk, 'replace', residentId);
  await toCheckAnswers(kiosk);
  await submit(kiosk);
}

const cardsOf = async (residentId: string) =>
  (await registryOf(world(), residentId)).cards.map(({ socialSecurity }) => socialSecurity).sort();

describe('on the spot', () => {
  it('REPL-1…6 pays for report and card, and leaves with the new one; the old one is void', async () => {
    const keptFen = LOSS_FEN + CARD_FEN;
    await accounted(world(), { keptFen, blanks: { 'handed-over': 1 } }, async () => {
      await session(world(), { residentId: NOT_REPORTED }, async (kiosk, resident) => {
        await toThePayment(kiosk, resident.id);
        await pay(world(), kiosk, keptFen);
        const card = await readInHand(await takeNewCard(world(), kiosk));
        await expectReceipt(world(), kiosk, {
          state: 'done-here',
          parts: ['loss-reported', 'new-card-handed-over', 'electronic-card-follows', 'old-card-void'],
          money: { kept: keptFen },
        });
        expect(await kiosk.page.locator('[data-service="activate"]').count()).toBe(1);
        await leave(world(), kiosk);
        expect(card).toMatchObject({
          generation: 3,
          specVersion: '3.00',
          socialSecurityNumber: resident.socialSecurityNumber,
          name: resident.document.name,
          accountNumber: resident.card?.accountNumber,
        });
        const { cards, electronicCard } = await registryOf(world(), resident.id);
        const made = cards.find(({ cardNumber }) => cardNumber === card.cardNumber);
        expect(made).toMatchObject({ socialSecurity: 'normal', generation: 3 });
        expect(cards.filter((one) => one !== made)).toMatchObject([{ socialSecurity: 'cancelled' }]);
        expect(electronicCard).toBe('normal');
      });
    });
  });

  it('REPL-3 hardship pays nothing and sees no payment; INV-3 the chip of the first blank fails, the second comes out', async () => {
    world().hardware.issuer.failChipAt(IN_THE_SCRIPT);
    await accounted(world(), { blanks: { 'handed-over': 1, rejected: 1 } }, async () => {
      await session(world(), { residentId: HARDSHIP, faceSeen: true }, async (kiosk) => {
        await toThePayment(kiosk, HARDSHIP);
        const card = await readInHand(await takeNewCard(world(), kiosk));
        expect(card.generation).toBe(3);
        await expectReceipt(world(), kiosk, { state: 'done-here', parts: ['new-card-handed-over'] });
        const shown = (await kiosk.events()).map((event) => (event.kind === 'screen' ? event.screen : ''));
        expect(shown).not.toContain('pay');
        await leave(world(), kiosk);
      });
    });
    expect(await cardsOf(HARDSHIP)).toEqual(['cancelled', 'normal']);
  });
});

describe('no card comes out', () => {
  it('INV-3 the chips of both blanks fail: the card is owed at the outlet, and its fee stays with it', async () => {
    for (let blank = 0; blank < PACK.issuance.blanksToTry; blank += 1) {
      world().hardware.issuer.failChipAt(IN_THE_SCRIPT);
    }
    await accounted(
      world(),
      { keptFen: CARD_FEN, blanks: { rejected: PACK.issuance.blanksToTry } },
      async () => {
        await session(world(), { residentId: REPORTED, faceSeen: true }, async (kiosk) => {
          await toThePayment(kiosk, REPORTED);
          await pay(world(), kiosk, CARD_FEN);
          await expectReceipt(world(), kiosk, {
            state: 'sent-waiting-for-office',
            parts: ['new-card-to-collect', 'old-card-void'],
            money: { kept: CARD_FEN },
          });
          await leave(world(), kiosk);
        });
      },
    );
    const { requests } = await registryOf(world(), REPORTED);
    expect(requests).toMatchObject([{ purpose: 'replacement', state: 'open', priority: true }]);
    expect(world().hardware.printer.text()).toContain(requests[0]?.readyBy);
  });

  it('INV-3 the face printer runs out of ribbon: that blank is rejected, and no other is tried', async () => {
    await accounted(world(), { keptFen: CARD_FEN, blanks: { rejected: 1 } }, async () => {
      await session(world(), { residentId: REPORTED, faceSeen: true }, async (kiosk) => {
        await atTheService(world(), kiosk, 'replace', REPORTED);
        await toCheckAnswers(kiosk);
        await world().hardware.facePrinter.setFault('toner-out');
        await submit(kiosk);
        await pay(world(), kiosk, CARD_FEN);
        await expectReceipt(world(), kiosk, {
          state: 'sent-waiting-for-office',
          parts: ['new-card-to-collect'],
          money: { kept: CARD_FEN },
        });
        await leave(world(), kiosk);
      });
    });
  });

  it('INV-2 nobody takes it: it is drawn in and held for its owner, and the authority knows where', async () => {
    await accounted(world(), { keptFen: CARD_FEN, blanks: { retained: 1 } }, async () => {
      await session(world(), { residentId: REPORTED, faceSeen: true }, async (kiosk) => {
        await toThePayment(kiosk, REPORTED);
        await codeToPay(kiosk, CARD_FEN);
        world().hurry(PACK.issuance.takeCardSeconds);
        await pay(world(), kiosk, CARD_FEN);
        await kiosk.screen('take-card');
        world().hurry(1);
        await expectReceipt(world(), kiosk, {
          state: 'sent-waiting-for-office',
          parts: ['new-card-held-here'],
          money: { kept: CARD_FEN },
        });
        await leave(world(), kiosk);
      });
    });
    const { cards } = await registryOf(world(), REPORTED);
    const held = cards.find(({ socialSecurity }) => socialSecurity === 'awaiting-collection');
    expect(held?.place).toMatch(/^kiosk:/);
  });
});

describe('INV-1 money that nobody is sure of', () => {
  it('an acquirer whose answers are lost: unknown and asking, one order, and what was paid comes back', async () => {
    const before = (await world().phone.orders()).length;
    await accounted(world(), {}, async () => {
      await session(world(), { residentId: NOT_REPORTED, faceSeen: true }, async (kiosk) => {
        await atTheService(world(), kiosk, 'replace', NOT_REPORTED);
        await toCheckAnswers(kiosk);
        await world().phone.acquirer('slow');
        await submit(kiosk);
        const [order] = await eventually(
          () => world().phone.orders(),
          (orders) => orders.length > before,
        );
        await world().phone.answer(order?.id ?? '', 'pay');
        await expectReceipt(world(), kiosk, { state: 'unknown-asking', money: 'unknown' });
        await leave(world(), kiosk);
      });
      await world().phone.acquirer('normal');
    });
    const orders = await world().phone.orders();
    expect(orders).toHaveLength(before + 1);
    expect(orders[0]).toMatchObject({
      receivedFen: LOSS_FEN + CARD_FEN,
      refundedFen: LOSS_FEN + CARD_FEN,
    });
    expect(await cardsOf(NOT_REPORTED)).toEqual(['normal']);
  });

  it('INV-8 core killed right after the payment: the money comes back by itself, and nothing has changed', async () => {
    const before = await world().phone.ledger();
    await accounted(world(), {}, async () => {
      await session(world(), { residentId: NOT_REPORTED, faceSeen: true }, async (kiosk) => {
        await toThePayment(kiosk, NOT_REPORTED);
        await codeToPay(kiosk, LOSS_FEN + CARD_FEN);
        world().crashAt('request-pay-after-outcome');
        await pay(world(), kiosk, LOSS_FEN + CARD_FEN);
        await kiosk.screen('welcome');
        // While core is away the page knocks and is told so: that is no fault of the page.
        const faults = kiosk.complaints.filter((said) => !said.includes('503'));
        kiosk.complaints.splice(0, Number.POSITIVE_INFINITY, ...faults);
      });
    });
    expect((await world().phone.ledger()).inFen - before.inFen).toBe(LOSS_FEN + CARD_FEN);
    const { cards, requests } = await registryOf(world(), NOT_REPORTED);
    expect([cards.map(({ socialSecurity }) => socialSecurity), requests]).toEqual([['normal'], []]);
  });
});
