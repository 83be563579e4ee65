import { describe, expect, it } from 'vitest';
import type { RequestPlan } from '../../../src/ports/card-transaction.ts';
import { err } from '../../../src/result.ts';
import { CrashMachines, type MachineTruth } from '../crash-machines.ts';
import { ModelCentral } from '../sync/model-central.ts';
import { MODEL_CARD } from '../sync/model-personalisation.ts';
import { newFolder, testKiosk } from '../test-kiosk.ts';
import { cardRequest, lossReport } from '../test-requests.ts';
import { moneyBalance } from './money-balance.ts';

const never = new AbortController().signal;
const PLAN: RequestPlan = {
  service: 'replace',
  socialSecurityNumber: MODEL_CARD.socialSecurityNumber,
  charge: [
    { what: 'loss', fen: 1_000 },
    { what: 'card', fen: 1_500 },
  ],
};
const FREE_SWAP: RequestPlan = { ...PLAN, service: 'swap', charge: [] };

/** A kiosk that makes cards, with ten blanks; somebody stands there and takes what comes out. */
function bench(truth: Partial<MachineTruth> = {}, { start = true } = {}) {
  const central = new ModelCentral();
  const folder = newFolder();
  const machines = new CrashMachines(folder).begin(truth);
  const kiosk = testKiosk(central.fetch, {
    folder,
    machines: {
      issuer: () => machines.issuer,
      acceptor: () => machines.acceptor,
      faces: () => machines.faces,
    },
  });
  kiosk.store.custody.load(10, 'commissioned');
  const stop = start ? kiosk.start() : async () => undefined;
  /** Lets time pass until what was begun has ended. */
  const soon = async <T>(act: Promise<T>, ms = 30_000): Promise<T> => {
    let ended = false;
    void act.finally(() => {
      ended = true;
    });
    for (let passed = 0; !ended && passed < ms; passed += 250) await kiosk.clock.advance(250);
    return act;
  };
  return { central, machines, kiosk, stop, soon, transactions: kiosk.transactions, store: kiosk.store };
}
type Bench = ReturnType<typeof bench>;

async function replaced({ transactions, soon }: Bench) {
  const request = transactions.openRequest(PLAN);
  const order = await soon(request.createOrder(180, never));
  const paid = await soon(request.awaitPayment(never));
  const loss = await soon(request.reportLoss(lossReport(), never));
  const accepted = await soon(request.submit(cardRequest('replacement'), never));
  const made = await soon(request.makeCard(() => undefined, never));
  const out = made.state === 'bound' ? await soon(request.handOver(never)) : null;
  return { request, order, paid, loss, accepted, made, out };
}

/** INV-1 to INV-5 at a quiescent point. */
function balanced({ central, machines, store }: Bench): void {
  expect(moneyBalance(store.journal)).toMatchObject({ unsettledFen: 0, unreadable: 0 });
  for (const order of central.authority.orders.values()) {
    expect(order.paidFen - order.refundedFen).toBe(moneyBalance(store.journal).feesFen);
  }
  const { loaded, stock, blanks } = store.custody.counts();
  expect(stock + Object.values(blanks).reduce((sum, count) => sum + count, 0)).toBe(loaded);
  const { truth } = machines;
  expect(truth.stack + truth.issuerBin + truth.handedOver + (truth.position === 'none' ? 0 : 1)).toBe(10);
  expect(truth.handedOver).toBeLessThanOrEqual(1);
  const usable = [...central.authority.cards.values()].filter((card) => card === 'usable').length;
  expect(usable + (central.authority.oldCardUsable ? 1 : 0)).toBeLessThanOrEqual(1);
  expect(store.journal.countOpen()).toBe(0);
}

describe('a replacement', () => {
  it('REPL-1 REPL-3 goes straight through: 25 yuan kept, old card void, new one in the hand', async () => {
    const kiosk = bench();
    const { request, order, paid, loss, accepted, made, out } = await replaced(kiosk);
    expect(order).toMatchObject({ state: 'open', qr: expect.stringContaining('pay:') });
    expect([paid, loss.state, accepted.state, made.state, out]).toEqual([
      'paid',
      'done',
      'done',
      'bound',
      'taken',
    ]);
    const conclusion = await kiosk.soon(request.conclude(5_000, never));
    expect(conclusion).toEqual({
      money: { state: 'taken', paidFen: 2_500, keptFen: 2_500, returnFen: 0 },
      loss: 'done',
      request: 'accepted',
      refusal: null,
      newCard: 'handed-over',
      oldCard: 'void',
      number: 'R-1',
      day: '2026-02-16',
    });
    await kiosk.kiosk.clock.advance(10_000);
    balanced(kiosk);
    expect(kiosk.central.authority.deliveries).toEqual(['handed-over']);
    expect(kiosk.store.custody.counts().blanks['handed-over']).toBe(1);
    await kiosk.stop();
  });

  it('a request is closed by the wall clock, not by the stopwatch that deadlines hang on', async () => {
    const kiosk = bench();
    kiosk.kiosk.clock.setWallClock(24 * 60 * 60_000);
    const { request } = await replaced(kiosk);
    await kiosk.soon(request.conclude(5_000, never));
    const { openedAt = 0, closedAt } = kiosk.store.journal.find(request.transactionId) ?? {};
    expect(closedAt).toBeGreaterThan(openedAt);
    expect(closedAt).toBeLessThanOrEqual(kiosk.kiosk.clock.now());
    await kiosk.stop();
  });

  it.each([
    ['status word', (m: CrashMachines): void => m.answerWith('6A82')],
    ['no read back', (m: CrashMachines): void => void m.faults.push(readFault(), readFault())],
    [
      'no face',
      (m: CrashMachines) => m.faults.push({ act: 'printFace', trouble: { kind: 'no-card' }, acts: false }),
    ],
  ] as const)('INV-3 a card with %s is rejected, and the card is owed', async (name, spoil) => {
    const kiosk = bench();
    spoil(kiosk.machines);
    const { request, made } = await replaced(kiosk);
    expect(made).toEqual({ state: 'not-made', why: 'device' });
    const conclusion = await kiosk.soon(request.conclude(5_000, never));
    expect(conclusion).toMatchObject({ newCard: 'to-collect', money: { state: 'taken', keptFen: 2_500 } });
    await kiosk.kiosk.clock.advance(10_000);
    balanced(kiosk);
    expect(kiosk.store.custody.counts().blanks.rejected).toBe(name === 'no face' ? 1 : 2);
    expect(kiosk.central.authority.deliveries).toEqual(['not-issued']);
    await kiosk.stop();
  });

  it.each([
    ['is binned from there', false, 'rejected'],
    ['is in an unknown place when a hand was quicker', true, 'unknown'],
  ] as const)(
    'INV-3 a blank that went past the chip station is never written, and %s',
    async (_, gone, place) => {
      const kiosk = bench();
      const { machines } = kiosk;
      const stays = machines.issuer.toBin;
      machines.issuer.takeBlank = async () => {
        machines.change({ stack: machines.truth.stack - 1, position: 'gate' });
        return err({ kind: 'device', code: 'timeout', message: 'no answer' });
      };
      machines.issuer.toBin = async () => {
        if (!gone) return stays();
        machines.change({ position: 'none' });
        return err({ kind: 'device', code: 'timeout', message: 'no answer' });
      };
      const { request, made } = await replaced(kiosk);
      expect(made).toEqual({ state: 'not-made', why: 'device' });
      expect(machines.truth.written).toBe(false);
      expect(await kiosk.soon(request.conclude(5_000, never))).toMatchObject({ newCard: 'to-collect' });
      await kiosk.kiosk.clock.advance(10_000);
      expect(kiosk.store.custody.counts().blanks[place]).toBe(gone ? 1 : 2);
      expect(kiosk.central.authority.deliveries).toEqual(['not-issued']);
      expect(kiosk.store.journal.countOpen()).toBe(0);
      await kiosk.stop();
    },
  );

  it('INV-2 a card nobody takes is kept for its owner, and the authority is told', async () => {
    const kiosk = bench({ somebodyTakes: false });
    const { request, out } = await replaced(kiosk);
    expect(out).toBe('retained');
    expect(await kiosk.soon(request.conclude(5_000, never))).toMatchObject({ newCard: 'held-here' });
    await kiosk.kiosk.clock.advance(10_000);
    balanced(kiosk);
    expect(kiosk.central.authority.deliveries).toEqual(['retained']);
    // Whoever empties the bin sees whose it is, masked.
    const [kept] = kiosk.store.custody.at('blank', 'retained');
    expect(kiosk.store.cardOwners.find(kept?.card ?? '').masked).toBe('测＊＊ 4601 ＊＊＊＊ ＊＊＊＊ 1239');
    await kiosk.stop();
  });

  it('INV-1 the loss stands and the rest comes back where the request is refused', async () => {
    const kiosk = bench();
    kiosk.central.refuses = ({ kind }) => (kind === 'card.request' ? 'has-card' : null);
    const request = kiosk.transactions.openRequest(PLAN);
    await kiosk.soon(request.createOrder(180, never));
    await kiosk.soon(request.awaitPayment(never));
    await kiosk.soon(request.reportLoss(lossReport(), never));
    const refused = await kiosk.soon(request.submit(cardRequest('replacement'), never));
    expect(refused).toEqual({ state: 'refused', code: 'has-card' });
    expect(await kiosk.soon(request.conclude(5_000, never))).toMatchObject({
      money: { state: 'coming-back', keptFen: 1_000, returnFen: 1_500 },
      loss: 'done',
      request: 'refused',
      refusal: 'has-card',
      newCard: 'none',
    });
    await kiosk.kiosk.clock.advance(10_000);
    balanced(kiosk);
    await kiosk.stop();
  });
});

describe('a card that stays in the machine', () => {
  it('INV-3 is a technician’s when the bin is full; taken out by hand, its place is unknown', async () => {
    const kiosk = bench({ badChips: 2 });
    const full = { act: 'toBin', trouble: { kind: 'bin-full' } as const, acts: false };
    kiosk.machines.faults.push(full);
    const { request, made } = await replaced(kiosk);
    expect(made).toEqual({ state: 'not-made', why: 'device' });
    expect(await kiosk.soon(request.conclude(5_000, never))).toMatchObject({ newCard: 'to-collect' });
    await kiosk.kiosk.clock.advance(10_000);
    const ended = kiosk.store.audit.all().find(({ event }) => event === 'request-ended');
    expect(ended?.detail).toMatchObject({ end: 'card-owed', technician: 'card-not-in-bin' });
    expect(kiosk.store.custody.inMachine('blank')?.place).toBe('chip-station');
    kiosk.machines.change({ position: 'none' });
    kiosk.transactions.devicesChanged();
    await kiosk.kiosk.clock.advance(10_000);
    expect(kiosk.store.custody.counts().blanks.unknown).toBe(1);
    await kiosk.stop();
  });
});

const readFault = () => ({ act: 'read', trouble: { kind: 'chip', code: 'mute' } as const, acts: false });

describe('money', () => {
  it('INV-1 an order the resident cancels is cancelled once; paid meanwhile is paid', async () => {
    for (const paidLate of [false, true]) {
      const kiosk = bench();
      kiosk.central.authority.paysAtOnce = false;
      const request = kiosk.transactions.openRequest(PLAN);
      await kiosk.soon(request.createOrder(180, never));
      const walksAway = new AbortController();
      const waiting = request.awaitPayment(walksAway.signal);
      await kiosk.kiosk.clock.advance(4_000);
      const order = [...kiosk.central.authority.orders.keys()][0] ?? '';
      if (paidLate) kiosk.central.authority.pay(order);
      walksAway.abort();
      expect(await kiosk.soon(waiting)).toBe(paidLate ? 'paid' : 'cancelled');
      expect(await kiosk.soon(request.conclude(5_000, never))).toMatchObject({
        money: paidLate ? { state: 'coming-back', returnFen: 2_500 } : { state: 'not-taken' },
      });
      await kiosk.kiosk.clock.advance(10_000);
      balanced(kiosk);
      await kiosk.stop();
    }
  });

  it('INV-1 an unknown payment is asked about until it is known, across a restart, and never charged again', async () => {
    const kiosk = bench({}, { start: false });
    kiosk.central.authority.acquirerAnswers = false;
    const request = kiosk.transactions.openRequest(PLAN);
    await kiosk.soon(request.createOrder(180, never));
    expect(await kiosk.soon(request.conclude(4_000, never))).toMatchObject({ money: { state: 'unknown' } });
    expect(await kiosk.soon(request.conclude(4_000, never))).toMatchObject({ money: { state: 'unknown' } });
    const told = kiosk.store.audit.all().filter(({ event }) => event === 'transaction-unknown');
    expect(told.map(({ detail }) => detail)).toMatchObject([{ unknown: 'payment-unknown' }]);
    kiosk.central.authority.acquirerAnswers = true;
    const stop = kiosk.kiosk.start();
    await kiosk.kiosk.clock.advance(10 * 60_000);
    balanced(kiosk);
    expect(kiosk.central.effects.filter(({ operation }) => operation.kind === 'payment.create')).toHaveLength(
      1,
    );
    expect([...kiosk.central.authority.orders.values()]).toMatchObject([
      { paidFen: 2_500, refundedFen: 2_500 },
    ]);
    await stop();
  });

  it.each([
    ['refused-connection', { state: 'failed', why: 'link-down' }],
    ['drop-before', { state: 'failed', why: 'link-down' }],
    ['drop-after', { state: 'open' }],
    ['in-progress', { state: 'open' }],
    ['server-error', { state: 'failed', why: 'link-down' }],
  ] as const)('INV-1 one order, whatever the wire does (%s)', async (fault, end) => {
    const kiosk = bench();
    let faults = 1;
    kiosk.central.nextFault = (method) => {
      if (method !== 'PUT') return 'none';
      faults -= 1;
      return faults >= 0 ? fault : 'none';
    };
    await kiosk.kiosk.clock.advance(100);
    faults = 1;
    const request = kiosk.transactions.openRequest(PLAN);
    expect(await kiosk.soon(request.createOrder(180, never))).toMatchObject(end);
    kiosk.central.nextFault = () => 'none';
    await kiosk.soon(request.conclude(5_000, never));
    await kiosk.kiosk.clock.advance(60_000);
    balanced(kiosk);
    expect(kiosk.central.authority.orders.size).toBeLessThanOrEqual(1);
    await kiosk.stop();
  });
});

describe('a generation swap', () => {
  it('SWAP-3 keeps the old card only when the new one is certain, then hands that over', async () => {
    const kiosk = bench({ acceptor: 'latched' });
    kiosk.store.custody.acceptOwnCard('accepted');
    const request = kiosk.transactions.openRequest(FREE_SWAP);
    await kiosk.soon(request.submit(cardRequest('swap'), never));
    expect(kiosk.machines.truth.retainBin).toBe(0);
    expect(await kiosk.soon(request.makeCard(() => undefined, never))).toEqual({ state: 'bound' });
    expect(await kiosk.soon(request.switchOldCard(never))).toBe('switched');
    expect(await kiosk.soon(request.handOver(never))).toBe('taken');
    expect(await kiosk.soon(request.conclude(5_000, never))).toMatchObject({
      money: { state: 'none' },
      newCard: 'handed-over',
      oldCard: 'kept',
    });
    await kiosk.kiosk.clock.advance(10_000);
    balanced(kiosk);
    const [kept] = kiosk.store.custody.at('resident', 'retained');
    expect(kiosk.store.cardOwners.find(kept?.card ?? '').reference).toBe(request.reference);
    await kiosk.stop();
  });

  it('SWAP-3 INV-5 leaves the old card latched where the new one fails', async () => {
    const kiosk = bench({ acceptor: 'latched', stack: 0 });
    kiosk.store.custody.acceptOwnCard('accepted');
    const request = kiosk.transactions.openRequest(FREE_SWAP);
    await kiosk.soon(request.submit(cardRequest('swap'), never));
    expect(await kiosk.soon(request.makeCard(() => undefined, never))).toEqual({
      state: 'not-made',
      why: 'no-stock',
    });
    expect(await kiosk.soon(request.conclude(5_000, never))).toMatchObject({
      newCard: 'to-collect',
      oldCard: 'still-valid',
    });
    expect(kiosk.machines.truth.acceptor).toBe('latched');
    await kiosk.stop();
  });

  it('SWAP-3 finishes the switch later where the link fails in it', async () => {
    const kiosk = bench({ acceptor: 'latched' });
    kiosk.store.custody.acceptOwnCard('accepted');
    const request = kiosk.transactions.openRequest(FREE_SWAP);
    await kiosk.soon(request.submit(cardRequest('swap'), never));
    await kiosk.soon(request.makeCard(() => undefined, never));
    kiosk.central.nextFault = () => 'refused-connection';
    expect(await kiosk.soon(request.switchOldCard(never))).toBe('unknown');
    expect(await kiosk.soon(request.conclude(2_000, never))).toMatchObject({
      newCard: 'held-here',
      oldCard: 'kept',
    });
    expect(kiosk.central.authority.oldCardUsable).toBe(true);
    kiosk.central.nextFault = () => 'none';
    await kiosk.kiosk.clock.advance(10 * 60_000);
    balanced(kiosk);
    expect(kiosk.central.authority).toMatchObject({ oldCardUsable: false, deliveries: ['retained'] });
    await kiosk.stop();
  });
});
