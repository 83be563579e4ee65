import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_STUCK } from '../../src/contracts/central/enrolment.ts';
import { type KioskOrder, kioskOrder, type StuckRequest } from '../../src/contracts/configuration/orders.ts';
import type { WorkAnswer, WorkItemAnswer, WorkItemRow } from '../../src/contracts/console/work.ts';
import type { WorkChoice } from '../../src/contracts/console/work-choices.ts';
import { takeResults } from '../director/orders.ts';
import { type FleetBench, fleetBench } from '../fleet/fleet-bench.ts';
import { orderAnswered } from './conclude.ts';

let bench: FleetBench;
beforeAll(async () => {
  bench = await fleetBench();
});
afterAll(() => bench.central.close());
type Kiosk = FleetBench['first'];

const stuck = (own: Partial<StuckRequest> = {}): StuckRequest => ({
  kind: 'dead-letter',
  reference: 'YKT-2345-6789-A',
  service: 'certify',
  key: randomUUID(),
  act: 'certification.submit',
  code: 'not-entitled-to-benefits',
  since: 1_000,
  money: false,
  ...own,
});
const itemsOf = async (kiosk: Kiosk, view = 'waiting'): Promise<WorkItemRow[]> =>
  (await bench.look<WorkAnswer>(`work?view=${view}&kioskId=${kiosk.kioskId}`)).rows;
const pageOf = (itemId: string) => bench.look<WorkItemAnswer>(`work/${itemId}`);
async function only(kiosk: Kiosk): Promise<WorkItemRow> {
  const [item, ...more] = await itemsOf(kiosk);
  if (!item || more.length > 0) throw new Error(`${more.length + 1} items`);
  return item;
}
const decide = (itemId: string, choice: WorkChoice) =>
  bench.act('fleet', 'POST', `work/${itemId}/decisions`, { choice, note: '已核实' });
const idOf = (body: Record<string, unknown>) => String((body.decision as { decisionId: string }).decisionId);
const confirm = (decisionId: string, role: 'money' | 'fleet' = 'money') =>
  bench.act(role, 'POST', `work-decisions/${decisionId}/confirmation`);

async function ordersOf(kiosk: Kiosk): Promise<KioskOrder[]> {
  const rows = await bench.database
    .selectFrom('kiosk_order')
    .select('body')
    .where('kiosk_id', '=', kiosk.kioskId)
    .orderBy('ordered_at')
    .execute();
  return rows.map(({ body }) => kioskOrder.parse(JSON.parse(body)));
}
/** As the director takes in what a kiosk's poll says. */
const answer = (kiosk: Kiosk, orderId: string, outcome: 'done' | 'not-possible') => {
  const { queries, clock } = bench.central.foundations;
  const desk = {
    answered: (q: typeof queries, _: string, result: Parameters<typeof orderAnswered>[2]) =>
      orderAnswered(q, clock, result),
  };
  return takeResults(queries, clock, desk, kiosk.kioskId, [{ orderId, outcome, detail: null }]);
};

describe('INV-4 what is stuck at a kiosk', () => {
  it('INV-4 is on the list once, however often it is told, and off it when it is over', async () => {
    const kiosk = await bench.kiosk();
    const [one, other] = [stuck(), stuck({ kind: 'unknown', key: null, act: 'card-presented', money: true })];
    await bench.beat(kiosk, { stuck: [one] });
    await bench.beat(kiosk, { stuck: [one] });
    await bench.beat(kiosk, { stuck: [one, other] });
    expect(await itemsOf(kiosk)).toMatchObject([
      { kind: 'unknown-act', money: true, code: one.code },
      { kind: 'dead-letter', money: false, reference: one.reference },
    ]);
    await bench.beat(kiosk, { stuck: [other] });
    expect(await only(kiosk)).toMatchObject({ kind: 'unknown-act' });
    expect(await itemsOf(kiosk, 'closed')).toMatchObject([{ kind: 'dead-letter' }]);
    await bench.beat(kiosk, { stuck: [one, other] });
    expect(await itemsOf(kiosk)).toHaveLength(2);
  });

  it('INV-4 stays on the list where a kiosk has more than it can tell of at once', async () => {
    const kiosk = await bench.kiosk();
    const first = stuck();
    await bench.beat(kiosk, { stuck: [first] });
    await bench.beat(kiosk, { stuck: Array.from({ length: MOST_STUCK }, () => stuck()) });
    const waiting = await bench.look<WorkAnswer>(`work?size=100&kioskId=${kiosk.kioskId}`);
    expect(waiting.total).toBe(MOST_STUCK + 1);
  });

  it('INV-1 takes two people from the moment that money comes into it', async () => {
    const kiosk = await bench.kiosk();
    const one = stuck();
    await bench.beat(kiosk, { stuck: [one] });
    await bench.beat(kiosk, { stuck: [{ ...one, money: true }] });
    const { itemId, money } = await only(kiosk);
    expect(money).toBe(true);
    expect((await decide(itemId, 'send-again')).body).toMatchObject({ decision: { state: 'proposed' } });
    await bench.beat(kiosk, { stuck: [one] });
    expect((await only(kiosk)).money).toBe(true);
  });

  it('says nothing about it by a heartbeat of software from before', async () => {
    const kiosk = await bench.kiosk();
    await bench.beat(kiosk, { stuck: [stuck()] });
    await bench.beat(kiosk);
    expect(await itemsOf(kiosk)).toHaveLength(1);
  });

  it('INV-4 is sent again by one order with its own key, and closed by the kiosk’s answer', async () => {
    const kiosk = await bench.kiosk();
    const one = stuck();
    await bench.beat(kiosk, { stuck: [one] });
    const { itemId } = await only(kiosk);
    const decided = await decide(itemId, 'send-again');
    expect(decided.body).toMatchObject({ decision: { state: 'sent', confirmedBy: null } });
    const [order, ...more] = await ordersOf(kiosk);
    expect(order).toMatchObject({ kind: 'send-again', key: one.key, reference: one.reference });
    expect(order?.decidedBy).toHaveLength(1);
    expect(more).toEqual([]);
    expect((await decide(itemId, 'send-again')).body.code).toBe('not-now');
    // It is still told while the order is on its way.
    await bench.beat(kiosk, { stuck: [] });
    expect(await only(kiosk)).toMatchObject({ state: 'decided' });
    await answer(kiosk, order?.orderId ?? '', 'done');
    await answer(kiosk, order?.orderId ?? '', 'not-possible');
    expect(await itemsOf(kiosk)).toEqual([]);
    expect((await pageOf(itemId)).decisions).toMatchObject([{ state: 'done', result: 'done' }]);
    const acts = await bench.database
      .selectFrom('operator_act')
      .select('act')
      .where('detail', 'like', `%${itemId}%`)
      .orderBy('sequence')
      .execute();
    expect(acts.map(({ act }) => act)).toEqual(['work-decided', 'work-done']);
  });

  it('INV-4 is open again where the kiosk could not do it, and comes back where it is still told', async () => {
    const kiosk = await bench.kiosk();
    const one = stuck();
    await bench.beat(kiosk, { stuck: [one] });
    const { itemId } = await only(kiosk);
    await decide(itemId, 'send-again');
    await answer(kiosk, (await ordersOf(kiosk))[0]?.orderId ?? '', 'not-possible');
    expect(await only(kiosk)).toMatchObject({ itemId, state: 'open' });
    bench.advance(1);
    await decide(itemId, 'close-refused');
    await answer(kiosk, (await ordersOf(kiosk)).at(-1)?.orderId ?? '', 'done');
    await bench.beat(kiosk, { stuck: [one] });
    expect(await only(kiosk)).toMatchObject({ state: 'open' });
  });

  it('is open again when it was only asked about', async () => {
    const kiosk = await bench.kiosk();
    await bench.beat(kiosk, { stuck: [stuck({ kind: 'unknown', money: true })] });
    const { itemId } = await only(kiosk);
    expect((await decide(itemId, 'ask-again')).body).toMatchObject({ decision: { state: 'sent' } });
    const [order] = await ordersOf(kiosk);
    expect(order).toMatchObject({ kind: 'ask-again', key: null, reference: null });
    await answer(kiosk, order?.orderId ?? '', 'done');
    expect(await only(kiosk)).toMatchObject({ itemId, state: 'open' });
  });
});

describe('INV-1 decisions about money', () => {
  async function unknownAct(): Promise<{ kiosk: Kiosk; itemId: string; decisionId: string }> {
    const kiosk = await bench.kiosk();
    await bench.beat(kiosk, { stuck: [stuck({ kind: 'unknown', act: 'payment', money: true })] });
    const { itemId } = await only(kiosk);
    const { body } = await decide(itemId, 'settle-not-done');
    expect(body).toMatchObject({ decision: { state: 'proposed' } });
    return { kiosk, itemId, decisionId: idOf(body) };
  }

  it('INV-1 do nothing until a second person with the role for money confirms', async () => {
    const { kiosk, decisionId } = await unknownAct();
    expect(await ordersOf(kiosk)).toEqual([]);
    expect((await confirm(decisionId, 'fleet')).status).toBe(403);
    expect(await ordersOf(kiosk)).toEqual([]);
    expect((await confirm(decisionId)).body).toMatchObject({ decision: { state: 'sent' } });
    const [order] = await ordersOf(kiosk);
    expect(new Set(order?.decidedBy).size).toBe(2);
    expect((await confirm(decisionId)).body).toMatchObject({ decision: { state: 'sent' } });
    expect(await ordersOf(kiosk)).toHaveLength(1);
  });

  it('INV-1 are not confirmed by whoever proposed them, whatever their roles', async () => {
    const kiosk = await bench.kiosk();
    await bench.beat(kiosk, { stuck: [stuck({ money: true })] });
    const { itemId } = await only(kiosk);
    const both = await bench.operator(['fleet', 'money']);
    const proposed = await both.ask('POST', `work/${itemId}/decisions`, {
      choice: 'close-refused',
      note: '核实',
    });
    const own = await both.ask('POST', `work-decisions/${idOf(proposed.body)}/confirmation`, {});
    expect([own.status, own.body.code]).toEqual([409, 'own-proposal']);
    expect(await ordersOf(kiosk)).toEqual([]);
  });

  it('can be taken back until they are confirmed, and not after', async () => {
    const { kiosk, itemId, decisionId } = await unknownAct();
    const withdraw = (id: string) => bench.act('fleet', 'POST', `work-decisions/${id}/withdrawal`);
    expect((await withdraw(decisionId)).body).toMatchObject({ decision: { state: 'withdrawn' } });
    expect((await confirm(decisionId)).body.code).toBe('not-now');
    expect(await ordersOf(kiosk)).toEqual([]);
    bench.advance(1);
    const again = idOf((await decide(itemId, 'settle-done')).body);
    await confirm(again);
    expect((await withdraw(again)).body.code).toBe('not-now');
    expect((await pageOf(itemId)).decisions.map(({ state }) => state)).toEqual(['withdrawn', 'sent']);
  });

  it('fall when the kiosk settled it by itself meanwhile', async () => {
    const { kiosk, decisionId } = await unknownAct();
    await bench.beat(kiosk, { stuck: [] });
    expect((await confirm(decisionId)).body.code).toBe('not-now');
    expect(await ordersOf(kiosk)).toEqual([]);
  });
});

describe('what can be decided', () => {
  it.each([
    ['dead-letter', 'settle-done'],
    ['dead-letter', 'refund'],
    ['unknown', 'send-again'],
    ['unknown', 'looked-at'],
  ] as const)('about a %s is not %s', async (kind, choice) => {
    const kiosk = await bench.kiosk();
    await bench.beat(kiosk, { stuck: [stuck({ kind })] });
    expect((await decide((await only(kiosk)).itemId, choice)).body.code).toBe('not-now');
  });

  it('is to look at it alone, where the kiosk is no more; orders on their way end with it', async () => {
    const kiosk = await bench.kiosk();
    await bench.beat(kiosk, { stuck: [stuck()] });
    const { itemId } = await only(kiosk);
    await decide(itemId, 'send-again');
    await bench.act('fleet', 'POST', `fleet/kiosks/${kiosk.kioskId}/revocation`, { reason: '被盗' });
    await bench.central.sweep();
    const page = await pageOf(itemId);
    expect(page).toMatchObject({
      item: { state: 'open' },
      decisions: [{ state: 'failed', result: 'kiosk-gone' }],
      choices: [{ choice: 'looked-at', second: false }],
    });
    expect((await decide(itemId, 'looked-at')).body).toMatchObject({ decision: { state: 'done' } });
    expect(await itemsOf(kiosk)).toEqual([]);
  });

  it('is nothing for those who only look', async () => {
    const kiosk = await bench.kiosk();
    await bench.beat(kiosk, { stuck: [stuck()] });
    const { itemId } = await only(kiosk);
    const body = { choice: 'send-again', note: '核实' };
    expect((await bench.act('viewer', 'POST', `work/${itemId}/decisions`, body)).status).toBe(403);
    expect((await bench.act('fleet', 'POST', 'work/W-00000000/decisions', body)).status).toBe(404);
    expect((await bench.act('fleet', 'POST', `work/${itemId}/decisions`, { ...body, by: 'x' })).status).toBe(
      400,
    );
  });
});

describe('INV-4 an operation that the centre lost', () => {
  it('INV-4 waits for people with its reference and key', async () => {
    const kiosk = await bench.kiosk();
    const detail = {
      reference: 'YKT-2345-6789-A',
      transaction: 't-1',
      act: 'card',
      key: 'key-00000001',
      outcome: 'done',
    };
    await bench.record(kiosk, [{ event: 'operation-forgotten', detail }]);
    expect(await only(kiosk)).toMatchObject({
      kind: 'operation-forgotten',
      reference: 'YKT-2345-6789-A',
      code: 'done',
      money: true,
    });
  });
});
