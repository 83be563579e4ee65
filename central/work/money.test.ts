import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkAnswer } from '../../src/contracts/console/work.ts';
import { makeReceiptReference } from '../../src/receipt/receipt-reference.ts';
import { type FleetBench, fleetBench } from '../fleet/fleet-bench.ts';
import { CARD_FEN, LOSS_FEN, ORDER_FEN } from '../payments/payment-bench.ts';

const DAY_SECONDS = 86_400;

let bench: FleetBench;
/** Of the test that runs. */
let reference: string;
let before: { readonly inFen: number; readonly outFen: number };
beforeAll(async () => {
  bench = await fleetBench();
});
afterAll(() => bench.central.close());

const work = async (view = 'waiting') =>
  (await bench.look<WorkAnswer>(`work?view=${view}&reference=${reference}`)).rows;
const books = async () =>
  (await bench.send('GET', '/dev/acquirer/ledger')).body as { inFen: number; outFen: number };
/** What came and went since the test began. */
async function ledger(): Promise<{ inFen: number; outFen: number }> {
  const now = await books();
  return { inFen: now.inFen - before.inFen, outFen: now.outFen - before.outFen };
}

/** An order of 25.00 that is paid, or not; a day goes by. */
async function dayAfterOrder(paid = true): Promise<string> {
  reference = makeReceiptReference(bench.central.foundations.entropy);
  before = await books();
  const key = randomUUID();
  await bench.put(bench.first, key, {
    kind: 'payment.create',
    receiptReference: reference,
    socialSecurityNumber: bench.resident('apply-has-lost-card').socialSecurityNumber,
    items: [
      { what: 'loss', fen: LOSS_FEN },
      { what: 'card', fen: CARD_FEN },
    ],
    amountFen: ORDER_FEN,
    expiresAfterSeconds: 180,
  });
  if (paid) {
    const { body } = await bench.send('GET', '/dev/acquirer/orders');
    const order = (body.orders as { id: string; key: string }[]).find((one) => one.key === key);
    await bench.send('POST', `/dev/acquirer/orders/${order?.id}/pay`);
  }
  await bench.central.sweep();
  expect(await work()).toEqual([]);
  await pass(DAY_SECONDS);
  return key;
}
async function pass(seconds: number): Promise<void> {
  bench.advance(seconds);
  await bench.signIn(bench.first);
  await bench.central.sweep();
}
async function giveBack(choice = 'refund'): Promise<string> {
  const [item] = await work();
  const proposed = await bench.act('fleet', 'POST', `work/${item?.itemId}/decisions`, {
    choice,
    note: '核实',
  });
  const { decisionId } = proposed.body.decision as { decisionId: string };
  const confirmed = await bench.act('money', 'POST', `work-decisions/${decisionId}/confirmation`);
  return String((confirmed.body.decision as { state: string }).state);
}

describe('INV-1 paid, and nothing delivered for a day', () => {
  it('INV-1 is given back whole, once, when two people say so', async () => {
    await dayAfterOrder();
    expect(await work()).toMatchObject([
      {
        kind: 'paid-without-delivery',
        kioskId: bench.first.kioskId,
        reference,
        facts: { paidFen: ORDER_FEN, owedFen: ORDER_FEN },
        money: true,
      },
    ]);
    expect(await ledger()).toEqual({ inFen: ORDER_FEN, outFen: 0 });
    expect(await giveBack()).toBe('sent');
    await pass(5);
    await pass(5);
    expect(await ledger()).toEqual({ inFen: ORDER_FEN, outFen: ORDER_FEN });
    expect(await work()).toEqual([]);
    expect(await work('closed')).toHaveLength(1);
  });

  it('INV-1 leaves after the decision is kept, and not within a commit that may yet be undone', async () => {
    await dayAfterOrder();
    expect(await giveBack()).toBe('sent');
    expect(await ledger()).toEqual({ inFen: ORDER_FEN, outFen: 0 });
    await pass(5);
    expect(await ledger()).toEqual({ inFen: ORDER_FEN, outFen: ORDER_FEN });
  });

  it('INV-1 is given back when the acquirer speaks again, however long it was silent', async () => {
    await dayAfterOrder();
    await bench.send('POST', '/dev/acquirer/mode', { mode: 'mute' });
    expect(await giveBack()).toBe('sent');
    await pass(60);
    expect(await ledger()).toEqual({ inFen: ORDER_FEN, outFen: 0 });
    expect(await work()).toMatchObject([{ state: 'decided' }]);
    await bench.send('POST', '/dev/acquirer/mode', { mode: 'normal' });
    await pass(60);
    await pass(60);
    expect(await ledger()).toEqual({ inFen: ORDER_FEN, outFen: ORDER_FEN });
    expect(await work()).toEqual([]);
  });

  it('INV-1 is off the list when the kiosk gave it back itself, and nothing goes back twice', async () => {
    const order = await dayAfterOrder();
    const [item] = await work();
    const proposed = await bench.act('fleet', 'POST', `work/${item?.itemId}/decisions`, {
      choice: 'refund',
      note: '核实',
    });
    await bench.put(bench.first, randomUUID(), {
      kind: 'payment.refund',
      receiptReference: reference,
      order,
      amountFen: ORDER_FEN,
      reason: 'service-not-delivered',
    });
    const { decisionId } = proposed.body.decision as { decisionId: string };
    const late = await bench.act('money', 'POST', `work-decisions/${decisionId}/confirmation`);
    expect(late.body).toMatchObject({ decision: { state: 'failed', result: 'nothing-owed' } });
    await pass(5);
    expect(await ledger()).toEqual({ inFen: ORDER_FEN, outFen: ORDER_FEN });
    expect(await work()).toEqual([]);
  });

  it('is kept where people found that it is due, and does not come up again', async () => {
    await dayAfterOrder();
    expect(await giveBack('keep-money')).toBe('done');
    await pass(DAY_SECONDS);
    expect(await work()).toEqual([]);
    expect(await ledger()).toEqual({ inFen: ORDER_FEN, outFen: 0 });
  });

  it('is nobody’s work where it was never paid', async () => {
    await dayAfterOrder(false);
    expect(await work()).toEqual([]);
  });

  it('INV-1 keeps the fee of a loss report that took effect', async () => {
    const key = await dayAfterOrder();
    await bench.database
      .insertInto('operation')
      .values({
        idempotency_key: randomUUID(),
        kiosk_id: bench.first.kioskId,
        kind: 'loss.report',
        body_digest: 'x',
        receipt_reference: reference,
        state: 'done',
        outcome: '{}',
        received_at: '2026-11-22T04:00:00.000Z',
      })
      .execute();
    await giveBack();
    await pass(5);
    expect(await ledger()).toEqual({ inFen: ORDER_FEN, outFen: CARD_FEN });
    const refunds = await bench.database
      .selectFrom('payment_refund')
      .select('amount_fen')
      .where('order_key', '=', key)
      .execute();
    expect(refunds).toEqual([{ amount_fen: CARD_FEN }]);
  });
});

describe('INV-1 a refund that was declined', () => {
  it('INV-1 comes up once; asked for again where nothing is owed, nothing moves', async () => {
    const order = await dayAfterOrder(false);
    await bench.database
      .insertInto('payment_refund')
      .values({
        refund_id: 'refund-0001',
        order_key: order,
        amount_fen: CARD_FEN,
        reason: 'card-not-issued',
        automatic: 0,
        state: 'declined',
        created_at: '2026-11-22T04:00:00.000Z',
        accepted_at: null,
      })
      .execute();
    await pass(5);
    await pass(5);
    expect(await work()).toMatchObject([{ kind: 'refund-declined', code: 'card-not-issued' }]);
    expect(await giveBack('refund-again')).toBe('failed');
    expect(await work()).toMatchObject([{ state: 'open' }]);
    expect(await giveBack('keep-money')).toBe('done');
    await pass(5);
    expect(await work()).toEqual([]);
    expect(await ledger()).toEqual({ inFen: 0, outFen: 0 });
  });
});
