import { describe, expect, it } from 'vitest';
import type { KioskOrder } from '../../../src/contracts/configuration/orders.ts';
import { ModelCentral } from '../sync/model-central.ts';
import { activation, application, newFolder, type TestKiosk, testKiosk } from '../test-kiosk.ts';
import { carryOutOrder } from './carry-out-order.ts';
import { stuckRequests } from './stuck-requests.ts';

const never = new AbortController().signal;

/** A kiosk, a centre that can be told to say no, and people at the desk. */
function desk() {
  const central = new ModelCentral();
  const kiosk = testKiosk(central.fetch, { folder: newFolder() });
  let orders = 0;
  const order = (own: Partial<KioskOrder> & Pick<KioskOrder, 'kind'>): KioskOrder => {
    orders += 1;
    const one = { orderId: `order-${1000 + orders}`, reference: null, key: null, ...own };
    return { ...one, decidedBy: ['O-0001', 'O-0002'] };
  };
  const { store, transactions, clock, sync } = kiosk;
  const ground = { store, transactions, clock, sync };
  return { central, kiosk, order, carryOut: (one: KioskOrder) => carryOutOrder(one, ground) };
}

const audited = ({ store }: TestKiosk, event: string) =>
  store.audit
    .all()
    .filter((one) => one.event === event)
    .map(({ detail }) => detail);

/** An application that the centre would not take in at all. */
async function notTakenIn({ central, kiosk }: ReturnType<typeof desk>) {
  central.refuses = () => 'problem';
  const names = kiosk.transactions.accept({ service: 'apply', operation: application() });
  await kiosk.clock.advance(5_000);
  expect(kiosk.store.deadLetters.notTakenIn(names.transactionId).size).toBe(1);
  return names;
}

describe('orders of operators', () => {
  it('INV-4 send a dead letter again under its own key, once however often it is ordered', async () => {
    const bench = desk();
    const { central, kiosk, order, carryOut } = bench;
    const stop = kiosk.start();
    const { reference, key, transactionId } = await notTakenIn(bench);
    expect(stuckRequests(kiosk.store)).toMatchObject([{ kind: 'dead-letter', reference, key, money: false }]);
    central.refuses = () => null;
    const again = order({ kind: 'send-again', reference, key });
    expect(carryOut(again)).toEqual({ orderId: again.orderId, outcome: 'done', detail: null });
    expect(carryOut(again).outcome).toBe('done');
    expect(carryOut(order({ kind: 'send-again', reference, key })).detail).toBe('on-its-way');
    await kiosk.clock.advance(5_000);
    expect(central.effects.filter((one) => one.key === key)).toHaveLength(1);
    expect(kiosk.store.journal.find(transactionId)?.closedAt).not.toBeNull();
    expect(stuckRequests(kiosk.store)).toEqual([]);
    expect(carryOut(order({ kind: 'send-again', reference, key })).outcome).toBe('not-there');
    expect(audited(kiosk, 'order-carried-out')[0]).toMatchObject({
      order: again.orderId,
      kind: 'send-again',
      reference,
      outcome: 'done',
      decidedBy: 'O-0001, O-0002',
    });
    await stop();
  });

  it('INV-4 give a request its end where the "no" stands, and then no more is said of it', async () => {
    const bench = desk();
    const { central, kiosk, order, carryOut } = bench;
    const stop = kiosk.start();
    const { reference, key, transactionId } = await notTakenIn(bench);
    expect(carryOut(order({ kind: 'close-refused', reference: 'YKT-OTHER', key })).outcome).toBe('not-there');
    expect(carryOut(order({ kind: 'close-refused', reference, key }))).toMatchObject({ outcome: 'done' });
    expect(kiosk.store.journal.find(transactionId)?.closedAt).not.toBeNull();
    expect(await kiosk.transactions.progress(transactionId, 0, never)).toEqual({
      state: 'refused',
      code: 'counter-only',
    });
    expect(stuckRequests(kiosk.store)).toEqual([]);
    expect(carryOut(order({ kind: 'send-again', reference, key })).detail).toBe('decided-by-authority');
    central.refuses = () => null;
    await kiosk.clock.advance(60_000);
    expect(central.effects.some((one) => one.key === key)).toBe(false);
    await stop();
  });

  it.each([
    ['settle-done', 'close-done'],
    ['settle-not-done', 'close-nothing-happened'],
  ] as const)('INV-4 %s ends an unknown act with what people found out', async (kind, decision) => {
    const { central, kiosk, order, carryOut } = desk();
    central.nextFault = (_, path) => (path.includes('operations') ? 'drop-after' : 'none');
    const stop = kiosk.start();
    const acting = kiosk.transactions.carryOut({ service: 'activate', operation: activation }, 1_000, never);
    await kiosk.clock.advance(500);
    const [open] = kiosk.store.journal.openTransactions();
    const reference = open?.reference ?? '';
    expect(carryOut(order({ kind, reference })).detail).toBe('under-way');
    await kiosk.clock.advance(30_000);
    expect((await acting).end.state).toBe('unknown');
    expect(stuckRequests(kiosk.store)).toMatchObject([
      { kind: 'unknown', reference, code: 'authority-silent', money: false },
    ]);
    expect(carryOut(order({ kind, reference, key: 'k-another' })).outcome).toBe('not-there');
    expect(carryOut(order({ kind, reference }))).toMatchObject({ outcome: 'done', detail: null });
    expect(stuckRequests(kiosk.store)).toEqual([]);
    expect(audited(kiosk, 'transaction-settled')).toMatchObject([{ reference, decision }]);
    expect(carryOut(order({ kind, reference })).outcome).toBe('not-there');
    await stop();
  });

  it('INV-4 say in one commit what was done and that it was', async () => {
    const bench = desk();
    const { kiosk, order, carryOut } = bench;
    const stop = kiosk.start();
    const { reference, key } = await notTakenIn(bench);
    await stop();
    const { answered } = kiosk.store.configuration.orders;
    kiosk.store.configuration.orders.answered = () => {
      throw new Error('power');
    };
    const again = order({ kind: 'send-again', reference, key });
    expect(() => carryOut(again)).toThrow('power');
    kiosk.store.configuration.orders.answered = answered.bind(kiosk.store.configuration.orders);
    expect(kiosk.store.deadLetters.find(key)).not.toBeNull();
    expect(carryOut(again).outcome).toBe('done');
  });

  it('ask at once where they say so', () => {
    const { kiosk, order, carryOut } = desk();
    const { transactionId, key } = kiosk.transactions.accept({ service: 'apply', operation: application() });
    const later = kiosk.clock.now() + 60_000;
    kiosk.store.outbox.postpone(key, { state: 'waiting', attempts: 4, nextAt: later });
    expect(carryOut(order({ kind: 'ask-again' })).outcome).toBe('done');
    expect(kiosk.store.outbox.find(key)).toMatchObject({ transactionId, nextAt: kiosk.clock.now() });
  });
});
