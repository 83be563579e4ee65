import { expect, it } from 'vitest';
import { addDays, dayInShanghai } from '../../src/calendar/calendar-day.ts';
import { accounted, registryOf } from './accounts.ts';
import {
  atTheService,
  choose,
  codeToPay,
  expectReceipt,
  LOSS_FEN,
  leave,
  PACK,
  pay,
} from './card-journeys.ts';
import { goHome, submit } from './journeys.ts';
import { doneOperations, eventually, kioskWorld, session } from './kiosk-test.ts';

const world = kioskWorld();
const RESIDENT = 'loss-active';
/** Asks for something that can wait, as an application can. */
const OTHER = 'benefits-receiver';
const REPORT = 'loss.report';
const stateOfCard = async () => (await registryOf(world(), RESIDENT)).cards[0]?.socialSecurity;

it('LOSS-1, LOSS-2 temporary: free, both sides at once, for the days the resident chose', async () => {
  const term = PACK.loss.temporaryTerms.find((one) => one.kind === 'days');
  const lostUntil = addDays(dayInShanghai(Date.now()), term?.days ?? 0);
  await accounted(world(), {}, async () => {
    await session(world(), { residentId: RESIDENT, faceSeen: true }, async (kiosk) => {
      await atTheService(world(), kiosk, 'loss', RESIDENT);
      await choose(kiosk, `days-${term?.days}`);
      await submit(kiosk);
      await expectReceipt(world(), kiosk, { state: 'done-here', parts: ['loss-reported'] });
      await leave(world(), kiosk);
    });
  });
  const { cards } = await registryOf(world(), RESIDENT);
  expect(cards).toMatchObject([{ socialSecurity: 'temporarily-lost', lostUntil }]);
  expect(world().hardware.printer.text()).toContain(lostUntil);
});

it('LOSS-5, INV-4 link down: recorded, NOT blocked; when it is back it goes before what was accepted earlier, once', async () => {
  const before = (await doneOperations(world(), REPORT)).length;
  await accounted(world(), {}, async () => {
    world().link.cut();
    await session(world(), { residentId: OTHER, faceSeen: true }, async (kiosk) => {
      await atTheService(world(), kiosk, 'certify', OTHER);
      await submit(kiosk);
      await kiosk.screen('receipt');
      expect(await kiosk.outcome()).toBe('accepted-not-yet-sent');
      await leave(world(), kiosk);
    });
    await session(world(), { residentId: RESIDENT, faceSeen: true }, async (kiosk) => {
      await atTheService(world(), kiosk, 'loss', RESIDENT);
      await kiosk.screen('notice');
      for (const { number } of PACK.hotlines) expect(await kiosk.text()).toContain(number);
      await kiosk.touch('confirm');
      await choose(kiosk, 'long-term');
      await submit(kiosk);
      await kiosk.screen('receipt');
      const text = await kiosk.text();
      expect(text).toContain((await kiosk.words()).receipt.notBlocked);
      for (const { number } of PACK.hotlines) expect(text).toContain(number);
      await leave(world(), kiosk);
      expect(await stateOfCard()).toBe('normal');
      world().link.restore();
      // Whoever comes next makes the kiosk look whether the link is back.
      await kiosk.touch('start');
      await eventually(stateOfCard, (state) => state === 'temporarily-lost');
      await kiosk.touch('cancel');
      await kiosk.overlay('leave');
      await kiosk.touch('leave');
      await goHome(world(), kiosk);
    });
  });
  expect(await doneOperations(world(), REPORT)).toHaveLength(before + 1);
  const order = (await world().central.operations()).map(({ kind }) => kind);
  expect(order.lastIndexOf(REPORT)).toBeLessThan(order.lastIndexOf('certification.submit'));
});

it('LOSS-3, LOSS-4, REPL-1 formal: paid, reported once, and the replacement begins where identity stands', async () => {
  await accounted(world(), { keptFen: LOSS_FEN }, async () => {
    await session(world(), { residentId: RESIDENT }, async (kiosk) => {
      await atTheService(world(), kiosk, 'loss', RESIDENT);
      await choose(kiosk, 'formal');
      await kiosk.screen('notice');
      await kiosk.touch('confirm');
      await submit(kiosk);
      await pay(world(), kiosk, LOSS_FEN);
      await expectReceipt(world(), kiosk, {
        state: 'done-here',
        parts: ['loss-reported'],
        money: { kept: LOSS_FEN },
      });
      await kiosk.touchThis(kiosk.page.locator('[data-service="replace"]').first());
      await choose(kiosk, 'same');
      await kiosk.screen('notice');
      await kiosk.touch('cancel');
      await kiosk.overlay('leave');
      await kiosk.touch('leave');
      await kiosk.screen('take-cards');
      await goHome(world(), kiosk);
    });
  });
  expect(await stateOfCard()).toBe('formally-lost');
});

it('INV-1 a payment cancelled: nothing is done; paid late all the same: the money goes back by itself', async () => {
  const before = await world().phone.ledger();
  const reports = (await doneOperations(world(), REPORT)).length;
  await accounted(world(), {}, async () => {
    await session(world(), { residentId: RESIDENT, faceSeen: true }, async (kiosk) => {
      await atTheService(world(), kiosk, 'loss', RESIDENT);
      await choose(kiosk, 'formal');
      await kiosk.screen('notice');
      await kiosk.touch('confirm');
      await submit(kiosk);
      const code = await codeToPay(kiosk, LOSS_FEN);
      await kiosk.touch('cancel-payment');
      await expectReceipt(world(), kiosk, {
        state: 'refused',
        parts: ['loss-not-reported'],
        money: 'not-taken',
      });
      const { title, now } = (await kiosk.words()).refusals['payment-cancelled'];
      for (const told of [title, now[0]]) expect(await kiosk.text()).toContain(told);
      await world().phone.scan(code);
      await leave(world(), kiosk);
    });
  });
  const after = await world().phone.ledger();
  expect(after.inFen - before.inFen).toBe(LOSS_FEN);
  expect(await stateOfCard()).toBe('normal');
  expect(await doneOperations(world(), REPORT)).toHaveLength(reports);
});
