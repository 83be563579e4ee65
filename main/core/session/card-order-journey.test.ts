import { describe, expect, it } from 'vitest';
import { NOTHING_DONE } from '../../../src/flows/memory/card-transaction.ts';
import { socialCardOf } from '../../../src/flows/memory/people.ts';
import { atTheService, ID_CARD } from './card-order-bench.ts';
import {
  POLICY,
  packOf,
  type ResidentAtTheScreen,
  residentAtTheScreen,
  TODAY,
} from './resident-at-the-screen.ts';

const CARD_FEN = POLICY.replacement.fee.at(-1)?.fen ?? 0;
const LOSS_FEN = POLICY.loss.fee.at(-1)?.fen ?? 0;
const TOTAL = CARD_FEN + LOSS_FEN;
const TAKEN = { state: 'taken', paidFen: TOTAL, keptFen: TOTAL, returnFen: 0 } as const;

async function toCheckAnswers(resident: ResidentAtTheScreen, account: 'same' | 'new' = 'same') {
  expect(resident.on('choose').question).toBe('account-number');
  await resident.touch({ type: 'choose', value: account });
  while (resident.now().screen === 'notice') await resident.touch({ type: 'confirm' });
}

async function offerOldCard(resident: ResidentAtTheScreen, generation: 2 | 3 = 2) {
  expect(resident.on('present-social-card').slot).toBe('acceptor');
  const specVersion = generation === 2 ? '2.00' : '3.00';
  resident.world.ownCards.put(socialCardOf(TODAY, ID_CARD.document.number, { generation, specVersion }));
  await resident.settle();
}

describe('REPL replacement after loss', () => {
  it('REPL-1, REPL-3 pays both fees, reports, asks, makes and hands over, in this order', async () => {
    const { resident, money } = await atTheService('replace');
    await toCheckAnswers(resident);
    expect(resident.on('check-answers').feeFen).toBe(TOTAL);
    await resident.touch({ type: 'submit' });
    expect(resident.on('pay').items).toEqual([
      { what: 'loss', fen: LOSS_FEN },
      { what: 'card', fen: CARD_FEN },
    ]);
    money.pay('paid');
    await resident.settle();
    expect(resident.on('take-card').which).toBe('new');
    money.script.conclusion = {
      ...NOTHING_DONE,
      money: TAKEN,
      loss: 'done',
      request: 'accepted',
      newCard: 'handed-over',
      oldCard: 'void',
    };
    money.take();
    await resident.settle();
    const receipt = resident.on('receipt');
    expect(receipt.state).toBe('done-here');
    expect(receipt.parts).toEqual([
      'loss-reported',
      'new-card-handed-over',
      'electronic-card-follows',
      'old-card-void',
    ]);
    expect(money.acts).toEqual([
      'createOrder',
      'awaitPayment',
      'reportLoss',
      'submit',
      'makeCard',
      'handOver',
      'conclude',
    ]);
    expect(money.bodies[1]).toMatchObject({ purpose: 'replacement', issue: 'on-the-spot', account: 'same' });
  });

  it('REPL-1 does not report again what is formally lost already, and charges the card alone', async () => {
    const { resident, money } = await atTheService('replace', { socialSecurity: 'formally-lost' });
    await toCheckAnswers(resident);
    expect(resident.on('check-answers').feeFen).toBe(CARD_FEN);
    await resident.touch({ type: 'submit' });
    money.script.payment = 'paid';
    money.pay('paid');
    await resident.settle();
    expect(money.acts).not.toContain('reportLoss');
  });

  it('REPL-3 special hardship pays no card fee', async () => {
    const { resident } = await atTheService('replace', {
      socialSecurity: 'formally-lost',
      waivers: ['hardship'],
    });
    await toCheckAnswers(resident);
    expect(resident.on('check-answers').feeFen).toBe(0);
  });

  it('REPL-2 a new account number warns who receives benefits', async () => {
    const { resident } = await atTheService('replace', { receivesBenefits: true });
    await resident.touch({ type: 'choose', value: 'new' });
    expect(resident.on('notice').what).toBe('replacement-voids-old-card');
    await resident.touch({ type: 'confirm' });
    expect(resident.on('notice').what).toBe('new-account-tell-payers');
  });

  it('REPL-1 without stock the card is collected at an outlet of choice, and that is said first', async () => {
    const { resident, money } = await atTheService(
      'replace',
      { socialSecurity: 'formally-lost' },
      ({ world }) => {
        world.machines = { ...world.machines, canMakeCards: false };
      },
    );
    await resident.touch({ type: 'choose', value: 'same' });
    await resident.touch({ type: 'confirm' });
    expect(resident.on('notice').what).toBe('card-to-collect');
    await resident.touch({ type: 'confirm' });
    const outlet = resident.on('collection-place').places[1]?.id ?? '';
    await resident.touch({ type: 'choose-outlet', outlet });
    await resident.touch({ type: 'submit' });
    money.script.conclusion = {
      ...NOTHING_DONE,
      money: TAKEN,
      request: 'accepted',
      newCard: 'to-collect',
      oldCard: 'void',
      day: '2027-01-04',
    };
    money.pay('paid');
    await resident.settle();
    const receipt = resident.on('receipt');
    expect([receipt.state, receipt.place?.id, receipt.readyBy]).toEqual([
      'sent-waiting-for-office',
      outlet,
      '2027-01-04',
    ]);
    expect(money.acts).not.toContain('makeCard');
  });

  it('settlement 6: a refused request keeps the loss, and says what comes back', async () => {
    const { resident, money } = await atTheService('replace');
    await toCheckAnswers(resident);
    await resident.touch({ type: 'submit' });
    money.script.request = { state: 'refused', code: 'request-pending' };
    money.script.conclusion = {
      ...NOTHING_DONE,
      money: { state: 'coming-back', paidFen: TOTAL, keptFen: LOSS_FEN, returnFen: CARD_FEN },
      loss: 'done',
      request: 'refused',
      refusal: 'request-pending',
    };
    money.pay('paid');
    await resident.settle();
    const receipt = resident.on('receipt');
    expect([receipt.state, receipt.refusal, receipt.money?.returnFen]).toEqual([
      'partly-done',
      'request-pending',
      CARD_FEN,
    ]);
    expect(receipt.parts).toEqual(['loss-reported', 'new-card-not-made']);
  });

  it('INV-1 an unknown payment ends in asking, and nothing is done on it', async () => {
    const { resident, money } = await atTheService('replace');
    await toCheckAnswers(resident);
    money.script.conclusion = {
      ...NOTHING_DONE,
      money: { state: 'unknown', paidFen: 0, keptFen: 0, returnFen: 0 },
      loss: 'not-done',
      request: 'not-done',
    };
    await resident.touch({ type: 'submit' });
    money.pay('unknown');
    await resident.settle();
    expect(resident.on('receipt').state).toBe('unknown-asking');
    expect(money.acts).toEqual(['createOrder', 'awaitPayment', 'conclude']);
  });

  it('INV-2 a card nobody takes in time is drawn in and held for its owner', async () => {
    const { resident, money } = await atTheService('replace');
    await toCheckAnswers(resident);
    await resident.touch({ type: 'submit' });
    money.script.conclusion = {
      ...NOTHING_DONE,
      money: TAKEN,
      loss: 'done',
      request: 'accepted',
      newCard: 'held-here',
      oldCard: 'void',
    };
    money.pay('paid');
    await resident.settle();
    await resident.wait(POLICY.issuance.takeCardSeconds + 1);
    expect(resident.on('receipt').parts).toContain('new-card-held-here');
  });

  it('REPL-1 without the link says so before anything is asked', async () => {
    const { resident } = await atTheService('replace', {}, ({ world }) => {
      world.linkUp = false;
    });
    expect(resident.now().screen).toBe('home');
  });
});

describe('SWAP second for third generation', () => {
  it('SWAP-1…4 keeps the old card only after the new one is bound, free of charge', async () => {
    const { resident, money } = await atTheService('swap', { generation: 2 });
    await offerOldCard(resident);
    await toCheckAnswers(resident);
    expect(resident.on('check-answers').feeFen).toBe(0);
    money.script.conclusion = {
      ...NOTHING_DONE,
      request: 'accepted',
      newCard: 'handed-over',
      oldCard: 'kept',
    };
    await resident.touch({ type: 'submit' });
    money.take();
    await resident.settle();
    expect(money.acts).toEqual(['submit', 'makeCard', 'switchOldCard', 'handOver', 'conclude']);
    expect(resident.on('receipt').parts).toContain('old-card-kept');
  });

  it('SWAP-3, INV-5 a new card that can’t be made gives the old one back', async () => {
    const { resident, money } = await atTheService('swap', { generation: 2 });
    await offerOldCard(resident);
    await toCheckAnswers(resident);
    money.script.made = { state: 'not-made', why: 'device' };
    money.script.conclusion = {
      ...NOTHING_DONE,
      request: 'accepted',
      newCard: 'to-collect',
      oldCard: 'still-valid',
    };
    await resident.touch({ type: 'submit' });
    expect(money.acts).not.toContain('switchOldCard');
    expect(resident.on('receipt').parts).toContain('old-card-given-back');
    expect(resident.world.ownCards.card).toBeNull();
  });

  it('SWAP-1 a third-generation card is not swapped, and goes back to its owner', async () => {
    const { resident } = await atTheService('swap');
    await offerOldCard(resident, 3);
    expect(resident.on('refusal').reason).toBe('not-second-generation');
    await resident.touch({ type: 'finish' });
    expect(resident.world.ownCards.card).toBeNull();
  });

  it('SWAP-5 is closed without stock, with the reason on its tile', async () => {
    const { resident } = await atTheService('swap', {}, ({ world }) => {
      world.blanks = 0;
    });
    const tile = resident.on('home').tiles.find(({ service }) => service === 'swap');
    expect(tile).toMatchObject({ available: false, reason: 'no-stock' });
  });
});

describe('EXCH exchange', () => {
  it('EXCH-4, EXCH-5 Hainan guides to a counter without asking who it is, with the papers on the slip', async () => {
    const resident = residentAtTheScreen();
    await resident.settle();
    await resident.touch({ type: 'start' });
    await resident.touch({ type: 'choose-service', service: 'exchange' });
    await resident.touch({ type: 'choose', value: 'data-changed' });
    const { reason, papers } = resident.on('refusal');
    expect(reason).toBe('counter-only');
    expect(papers.length).toBeGreaterThan(0);
    await resident.touch({ type: 'print-slip' });
    const printed = JSON.stringify(resident.world.paper.at(-1));
    for (const paper of papers) expect(printed).toContain(paper);
  });

  it('EXCH-1, EXCH-2 where the kiosk exchanges, the reason decides the fee', async () => {
    const policy = packOf('henan');
    const region = `${policy.servedRegions[0]}0000`.slice(0, 6);
    const { resident, money } = await atTheService('exchange', {}, () => undefined, policy);
    const reasons = resident.on('choose');
    expect(reasons.question).toBe('exchange-reason');
    const here = reasons.options.find(({ note, value }) => note === 'kiosk' && value !== 'generation');
    await resident.touch({ type: 'choose', value: here?.value ?? '' });
    resident.world.ownCards.put(
      socialCardOf(TODAY, ID_CARD.document.number, { cardId: `${region}D156000005A1B2C3D4E5F60718` }),
    );
    await resident.settle();
    if (resident.now().screen === 'choose') await resident.touch({ type: 'choose', value: 'same' });
    while (resident.now().screen === 'notice') await resident.touch({ type: 'confirm' });
    expect(resident.on('check-answers').lines.map(({ field }) => field)).toContain('exchange-reason');
    await resident.touch({ type: 'submit' });
    expect(money.plans[0]?.service).toBe('exchange');
  });
});
