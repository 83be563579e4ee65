import { describe, expect, it } from 'vitest';
import { NOTHING_DONE } from '../../../src/flows/memory/card-transaction.ts';
import { socialCardOf } from '../../../src/flows/memory/people.ts';
import { err, ok } from '../../../src/result.ts';
import { atTheService, ID_CARD, IN_USE } from './card-order-bench.ts';
import { packOf, TODAY } from './resident-at-the-screen.ts';

const DAYS = packOf('hainan').loss.temporaryTerms.find((term) => term.kind === 'days')?.days;
const CARD_FEN = packOf('hainan').replacement.fee.at(-1)?.fen ?? 0;
const FORMAL_FEN = packOf('hainan').loss.fee.at(-1)?.fen ?? 0;

describe('LOSS-2 temporary', () => {
  it('LOSS-1, LOSS-2 free, for the days of the pack or without end, as chosen', async () => {
    const { resident } = await atTheService('loss');
    const kinds = resident.on('choose');
    expect(kinds.question).toBe('what-about-the-lost-card');
    expect(kinds.options.map(({ value, feeFen }) => [value, feeFen])).toEqual([
      [`days-${DAYS}`, 0],
      ['long-term', 0],
      ['formal', FORMAL_FEN],
      ['replace', FORMAL_FEN + CARD_FEN],
    ]);
    await resident.touch({ type: 'choose', value: 'long-term' });
    expect(resident.on('check-answers').feeFen).toBe(0);
    resident.world.progress = { state: 'done', number: null, day: null };
    await resident.touch({ type: 'submit' });
    const receipt = resident.on('receipt');
    expect([receipt.state, receipt.parts, receipt.notBlockedYet]).toEqual([
      'done-here',
      ['loss-reported'],
      false,
    ]);
    expect(resident.world.accepted).toMatchObject([
      { service: 'loss', operation: { report: { loss: 'temporary', term: { kind: 'long-term' } } } },
    ]);
  });

  it('LOSS-5 with the link down says NOT blocked yet before and after, and queues it', async () => {
    const { resident } = await atTheService('loss', {}, ({ world }) => {
      world.linkUp = false;
    });
    expect(resident.on('notice').what).toBe('link-down-not-blocked');
    await resident.touch({ type: 'confirm' });
    const [days] = resident.on('choose').options;
    await resident.touch({ type: 'choose', value: days?.value ?? '' });
    expect(resident.on('check-answers').queued).toBe(true);
    resident.world.progress = { state: 'queued' };
    await resident.touch({ type: 'submit' });
    const receipt = resident.on('receipt');
    expect([receipt.state, receipt.notBlockedYet]).toEqual(['accepted-not-yet-sent', true]);
    expect(receipt.hotlines.length).toBeGreaterThan(0);
  });

  it('LOSS-5 a link that breaks as the authority is asked leads to the same screen', async () => {
    const { resident } = await atTheService('loss', {}, ({ world }) => {
      world.residentCard = err({ kind: 'link-down' });
    });
    expect(resident.on('notice').what).toBe('link-down-not-blocked');
  });
});

describe('LOSS-3 formal', () => {
  it('LOSS-4 is paid first and reported once', async () => {
    const { resident, money } = await atTheService('loss');
    await resident.touch({ type: 'choose', value: 'formal' });
    expect(resident.on('notice').what).toBe('formal-loss');
    await resident.touch({ type: 'confirm' });
    expect(resident.on('check-answers').feeFen).toBe(FORMAL_FEN);
    await resident.touch({ type: 'submit' });
    const pay = resident.on('pay');
    expect([pay.phase, pay.amountFen, pay.qr]).toEqual(['open', FORMAL_FEN, 'yktpay://order/1']);
    expect(pay.can).not.toContain('cancel');
    money.script.conclusion = {
      ...NOTHING_DONE,
      money: { state: 'taken', paidFen: FORMAL_FEN, keptFen: FORMAL_FEN, returnFen: 0 },
      loss: 'done',
    };
    money.pay('paid');
    await resident.settle();
    const receipt = resident.on('receipt');
    expect([receipt.state, receipt.parts, receipt.money?.state]).toEqual([
      'done-here',
      ['loss-reported'],
      'taken',
    ]);
    expect(money.acts).toEqual(['createOrder', 'awaitPayment', 'reportLoss', 'conclude']);
    // REPL-1: offered in one journey; nobody lays the card down or shows the face again.
    resident.world.residentCard = ok({ ...IN_USE, socialSecurity: 'formally-lost' });
    await resident.touch({ type: 'choose-service', service: 'replace' });
    expect([resident.now().service, resident.on('choose').question]).toEqual(['replace', 'account-number']);
  });

  it('LOSS-4 costs nothing while the financial side was never activated, and nobody is asked to pay', async () => {
    const { resident, money } = await atTheService('loss', {
      financial: 'locked',
      waivers: ['never-activated'],
    });
    await resident.touch({ type: 'choose', value: 'formal' });
    await resident.touch({ type: 'confirm' });
    expect(resident.on('check-answers').feeFen).toBe(0);
    money.script.conclusion = { ...NOTHING_DONE, loss: 'done' };
    await resident.touch({ type: 'submit' });
    expect(resident.on('receipt').money).toBeNull();
    expect(money.acts).toEqual(['reportLoss', 'conclude']);
  });

  it('INV-1 a cancelled payment reports nothing', async () => {
    const { resident, money } = await atTheService('loss');
    await resident.touch({ type: 'choose', value: 'formal' });
    await resident.touch({ type: 'confirm' });
    await resident.touch({ type: 'submit' });
    money.script.conclusion = {
      ...NOTHING_DONE,
      money: { state: 'not-taken', paidFen: 0, keptFen: 0, returnFen: 0 },
    };
    await resident.touch({ type: 'cancel-payment' });
    const receipt = resident.on('receipt');
    expect([receipt.state, receipt.refusal, receipt.parts]).toEqual([
      'refused',
      'payment-cancelled',
      ['loss-not-reported'],
    ]);
    expect(money.acts).not.toContain('reportLoss');
  });

  it('LOSS-3 a card that is formally lost already is offered its replacement alone', async () => {
    const { resident } = await atTheService('loss', { socialSecurity: 'formally-lost' });
    expect(resident.on('choose').options.map(({ value }) => value)).toEqual(['replace']);
    await resident.touch({ type: 'choose', value: 'replace' });
    expect([resident.now().service, resident.on('choose').question]).toEqual(['replace', 'account-number']);
  });
});

describe('LOSS-6 undo', () => {
  it('LOSS-6 is not offered where the pack sends people to counters', async () => {
    const { resident } = await atTheService('loss', { socialSecurity: 'temporarily-lost' });
    expect(resident.on('choose').options.map(({ value }) => value)).not.toContain('undo');
  });

  it('LOSS-6 where a pack opens it, needs the found card and its holder', async () => {
    const policy = packOf('jiangsu-suzhou');
    const region = `${policy.servedRegions[0]}0000`.slice(0, 6);
    const { resident } = await atTheService(
      'loss',
      { socialSecurity: 'temporarily-lost' },
      () => undefined,
      policy,
    );
    await resident.touch({ type: 'choose', value: 'undo' });
    await resident.touch({ type: 'confirm' });
    const cardId = `${region}D156000005A1B2C3D4E5F60718`;
    resident.world.socialCards.put(socialCardOf(TODAY, ID_CARD.document.number, { cardId }));
    await resident.settle();
    expect(resident.on('receipt').parts).toEqual(['loss-undone']);
    expect(resident.world.carriedOut).toMatchObject([{ service: 'undo-loss', operation: { cardId } }]);
  });
});

it.each([
  ['awaiting-collection', 'not-yet-collected'],
  ['suspended', 'suspended'],
  ['cancelled', 'cancelled'],
] as const)('LOSS-1 nothing can be reported of a card that is %s', async (socialSecurity, reason) => {
  const { resident } = await atTheService('loss', { socialSecurity });
  expect(resident.on('refusal').reason).toBe(reason);
});
