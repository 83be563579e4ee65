import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TransactionAnswer } from '../../src/contracts/console/transactions.ts';
import { makeReceiptReference } from '../../src/receipt/receipt-reference.ts';
import { activation, application } from '../bench-operations.ts';
import { type FleetBench, fleetBench } from '../fleet/fleet-bench.ts';

let bench: FleetBench;
beforeAll(async () => {
  bench = await fleetBench();
});
afterAll(() => bench.central.close());

type Found = Extract<TransactionAnswer, { found: 'found' }>;
const reference = () => makeReceiptReference(bench.central.foundations.entropy);
const look = (typed: string) =>
  bench.look<TransactionAnswer>(`transactions?reference=${encodeURIComponent(typed)}`);
async function found(typed: string): Promise<Found> {
  const answer = await look(typed);
  if (answer.found !== 'found') throw new Error(answer.found);
  return answer;
}
const check = (typed: string) =>
  bench.send('POST', '/v1/receipt-checks', { reference: typed }, bench.first.token);

describe('a request, by its receipt', () => {
  it('is followed from the kiosk through the queue to the authority', async () => {
    const own = reference();
    const trail = { reference: own, transaction: 'transaction-1' };
    await bench.record(bench.first, [
      { event: 'application-accepted', detail: { ...trail, link: 'down' }, at: '2026-11-22T03:00:00.000Z' },
      {
        event: 'transaction-settled',
        detail: { transaction: 'transaction-1', service: 'apply', decision: 'go-on' },
      },
      { event: 'operation-sent', detail: { ...trail, kind: 'application.submit', outcome: 'done' } },
      { event: 'service-chosen', detail: { service: 'help' } },
    ]);
    const body = application(bench.resident('apply-plain-1'), { receiptReference: own });
    await bench.put(bench.first, randomUUID(), body);
    const { timeline, ...rest } = await found(own);
    expect(rest).toMatchObject({
      reference: own,
      service: 'apply',
      kioskIds: [bench.first.kioskId],
      standing: 'card-in-production',
      money: { paidFen: 0, refundedFen: 0, orders: [] },
      held: [],
      work: [],
    });
    const steps = timeline.map(({ where, what }) => `${where} ${what}`);
    expect(steps[0]).toBe('kiosk application-accepted');
    expect(steps).toEqual(
      expect.arrayContaining([
        'kiosk transaction-settled',
        'queue operation-sent',
        'authority application.submit',
        'authority card-request',
      ]),
    );
    expect(steps).not.toContain('kiosk service-chosen');
  });

  it('names no person, and no card or account', async () => {
    const resident = bench.resident('activate-3.0');
    const own = reference();
    await bench.put(bench.first, randomUUID(), activation(resident, { receiptReference: own }));
    const text = JSON.stringify(await found(own));
    const { name, number, address } = resident.document;
    const { card, mobile, socialSecurityNumber } = resident;
    for (const personal of [name, number, address, mobile, socialSecurityNumber]) {
      expect(text).not.toContain(personal);
    }
    for (const personal of [card?.cardId, card?.cardNumber, card?.accountNumber]) {
      expect(text).not.toContain(personal ?? 'none');
    }
    expect(await found(own)).toMatchObject({ service: 'activate', standing: 'done' });
  });

  it('shows its money: order, payment, refund, and what is owed', async () => {
    const own = reference();
    const key = randomUUID();
    await bench.put(bench.first, key, {
      kind: 'payment.create',
      receiptReference: own,
      socialSecurityNumber: bench.resident('apply-has-lost-card').socialSecurityNumber,
      items: [{ what: 'card', fen: 1500 }],
      amountFen: 1500,
      expiresAfterSeconds: 180,
    });
    const { body } = await bench.send('GET', '/dev/acquirer/orders');
    const order = (body.orders as { id: string; key: string }[]).find((one) => one.key === key);
    await bench.send('POST', `/dev/acquirer/orders/${order?.id}/pay`);
    expect(await found(own)).toMatchObject({
      standing: 'paid-without-delivery',
      money: {
        paidFen: 1500,
        refundedFen: 0,
        orders: [{ state: 'paid', items: [{ what: 'card', fen: 1500 }] }],
      },
    });
    const refund = { kind: 'payment.refund', order: key, amountFen: 1500, reason: 'card-not-issued' };
    await bench.put(bench.first, randomUUID(), { ...refund, receiptReference: own });
    const { standing, money, timeline } = await found(own);
    expect([standing, money.refundedFen]).toEqual(['money-returned', 1500]);
    expect(timeline.filter(({ what }) => what === 'payment-movement').map(({ state }) => state)).toEqual([
      'in',
      'out',
    ]);
  });

  it('shows what a kiosk still holds of it, and what people have to decide', async () => {
    const own = reference();
    const stuck = {
      kind: 'dead-letter' as const,
      reference: own,
      service: 'certify',
      key: randomUUID(),
      act: 'certification.submit',
      code: 'not-entitled-to-benefits',
      since: 1_000,
      money: false,
    };
    await bench.beat(bench.first, { stuck: [stuck] });
    expect(await found(own)).toMatchObject({
      standing: 'dead-letter',
      service: 'certify',
      held: [{ kioskId: bench.first.kioskId, key: stuck.key }],
      work: [{ kind: 'dead-letter', state: 'open' }],
    });
  });

  it('is found as people type it, and says what is wrong with what they typed', async () => {
    const own = reference();
    expect(await look(own.toLowerCase().replaceAll('-', ' '))).toEqual({ found: 'nothing', reference: own });
    const last = own.endsWith('2') ? '3' : '2';
    expect(await look(own.slice(0, -1) + last)).toEqual({ found: 'mistyped' });
    expect(await look('460199199001010029')).toEqual({ found: 'wrong-form' });
    const viewer = await bench.person('viewer');
    expect((await viewer.ask('GET', 'transactions')).status).toBe(400);
  });
});

describe('a receipt shown to any kiosk', () => {
  it('is answered with the steps of its request, and nothing of the person', async () => {
    const own = reference();
    const resident = bench.resident('apply-plain-2');
    await bench.put(bench.first, randomUUID(), application(resident, { receiptReference: own }));
    const refused = application(resident, { receiptReference: own });
    bench.advance(1);
    await bench.put(bench.first, randomUUID(), refused);
    const answer = await check(own);
    expect(answer.body).toMatchObject({
      known: true,
      steps: [
        { kind: 'application.submit', state: 'done', code: null },
        { kind: 'application.submit', state: 'refused', code: 'application-pending' },
      ],
    });
    expect(JSON.stringify(answer.body)).not.toContain(resident.document.name);
  });

  it('is not known where there is none, and nobody asks who is not enrolled', async () => {
    expect((await check(reference())).body).toEqual({ known: false, steps: [] });
    expect((await check('YKT-0000-0000-0')).body).toEqual({ known: false, steps: [] });
    expect((await check('x')).status).toBe(400);
    const stranger = await bench.send('POST', '/v1/receipt-checks', { reference: reference() });
    expect(stranger.status).toBe(401);
  });

  it('is not tried out: a kiosk that asks too often waits', async () => {
    const kiosk = await bench.kiosk();
    const ask = () => bench.send('POST', '/v1/receipt-checks', { reference: reference() }, kiosk.token);
    const statuses = new Set<number>();
    for (let time = 0; time < 30; time += 1) statuses.add((await ask()).status);
    expect([...statuses].sort()).toEqual([200, 429]);
    bench.advance(60);
    expect((await ask()).status).toBe(200);
  });
});
