import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { OperationOutcome } from '../../src/contracts/central/operations.ts';
import type { PersonalisationAnswer } from '../../src/contracts/central/queries.ts';
import { face, identityOf } from '../bench-operations.ts';
import { blankCard } from '../personalisation/blank-bench.ts';
import { CARD_FEN, LOSS_FEN, ORDER_FEN, type PaymentBench, paymentBench } from './payment-bench.ts';

const RESIDENT = 'loss-active';
const RECEIPT = 'YKT-BENCH-7';

/** A resident at a kiosk, going down the rows of settlement.md. */
function journey(bench: PaymentBench) {
  const resident = bench.resident(RESIDENT);
  const { socialSecurityNumber } = resident;
  const at = new Date(bench.now()).toISOString();
  const keys = { order: randomUUID(), loss: randomUUID(), request: randomUUID() };
  const put = async (body: object, key: string = randomUUID()): Promise<OperationOutcome> =>
    (await bench.call('PUT', `/v1/operations/${key}`, { receiptReference: RECEIPT, ...body }))
      .body as OperationOutcome;
  const step = async (path: string, body: object): Promise<PersonalisationAnswer> =>
    (await bench.call('POST', path, body)).body as PersonalisationAnswer;
  return {
    keys,
    pay: async () => {
      await bench.create(keys.order, { socialSecurityNumber });
      await bench.payer(keys.order, 'pay');
      return bench.status(keys.order);
    },
    reportLoss: () =>
      put(
        {
          kind: 'loss.report',
          reportedAt: at,
          identity: identityOf(resident),
          report: { loss: 'formal' },
          face,
        },
        keys.loss,
      ),
    request: (order: string | null = keys.order) =>
      put(
        {
          kind: 'card.request',
          acceptedAt: at,
          purpose: 'replacement',
          exchangeReason: null,
          oldCardId: null,
          account: 'same',
          issue: 'on-the-spot',
          collectionOutlet: 'outlet-1',
          order,
          identity: identityOf(resident),
          face,
        },
        keys.request,
      ),
    personalise: async () => {
      const blank = blankCard('0000000000000051');
      let answer = await step('/v1/personalisations', {
        request: keys.request,
        atr: '3B6D000000005453540000240105000001',
      });
      while (answer.step === 'commands') {
        const path = `/v1/personalisations/${answer.personalisationId}/answers`;
        answer = await step(path, { answers: blank.answers(answer.commands) });
      }
      if (answer.step !== 'written') throw new Error(JSON.stringify(answer));
      const { personalisationId, cardId, cardNumber } = answer;
      return put({ kind: 'card.bind', request: keys.request, personalisationId, cardId, cardNumber });
    },
    deliver: (outcome: 'handed-over' | 'not-issued') =>
      put({ kind: 'card.delivery', request: keys.request, outcome, at }),
  };
}

/** What the acquirer keeps in the end. */
const kept = async (bench: PaymentBench): Promise<number> => {
  await bench.sweep();
  const { inFen, outFen } = await bench.ledger();
  return inFen - outFen;
};
const DONE = { state: 'done' };

describe('INV-1 loss and replacement, 10 + 15 yuan (settlement.md)', () => {
  it('INV-1 paid and nothing done: everything comes back', async () => {
    await using bench = await paymentBench();
    const { keys, pay } = journey(bench);
    expect(await pay()).toMatchObject({ state: 'paid', paidFen: ORDER_FEN });
    expect(await bench.refund(keys.order, ORDER_FEN)).toMatchObject(DONE);
    expect(await kept(bench)).toBe(0);
  });

  it('INV-1 the loss took effect and no more: its fee stays, the card fee comes back', async () => {
    await using bench = await paymentBench();
    const { keys, pay, reportLoss, request } = journey(bench);
    await pay();
    expect(await reportLoss()).toMatchObject(DONE);
    expect(await bench.refund(keys.order, CARD_FEN)).toMatchObject(DONE);
    expect(await kept(bench)).toBe(LOSS_FEN);
    // With its money gone back the order pays for no card.
    expect(await request()).toEqual({ state: 'refused', code: 'not-paid' });
  });

  it('REPL-3 no card for an order that is open, of somebody else or of nobody', async () => {
    await using bench = await paymentBench();
    const { keys, reportLoss, request } = journey(bench);
    await reportLoss();
    await bench.create(keys.order, { socialSecurityNumber: bench.resident(RESIDENT).socialSecurityNumber });
    const elsewhere = randomUUID();
    await bench.create(elsewhere);
    await bench.payer(elsewhere, 'pay');
    for (const order of [keys.order, elsewhere, randomUUID(), null]) {
      const { request: ask } = journey(bench);
      expect(await ask(order)).toEqual({ state: 'refused', code: 'not-paid' });
    }
    await bench.payer(keys.order, 'pay');
    expect(await request()).toMatchObject(DONE);
  });

  it.each(['handed-over', 'not-issued'] as const)(
    'INV-1 accepted and %s: the whole fee stays with the card',
    async (outcome) => {
      await using bench = await paymentBench();
      const { pay, reportLoss, request, personalise, deliver } = journey(bench);
      await pay();
      await reportLoss();
      expect(await request()).toMatchObject(DONE);
      if (outcome === 'handed-over') expect(await personalise()).toMatchObject(DONE);
      expect(await deliver(outcome)).toMatchObject(DONE);
      expect(await kept(bench)).toBe(ORDER_FEN);
    },
  );
});
