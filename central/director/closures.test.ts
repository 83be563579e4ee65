import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BenchOperator, benchOperator } from '../console-bench.ts';
import { assignedBy, type DirectorBench, directorBench, pollOf } from './director-bench.ts';

let bench: DirectorBench;
let fleet: BenchOperator;
let approver: BenchOperator;
beforeEach(async () => {
  bench = await directorBench();
  fleet = await benchOperator(bench, ['fleet']);
  approver = await benchOperator(bench, ['approver']);
});
afterEach(() => bench[Symbol.asyncDispose]());

const CLOSING = { service: 'exchange', reason: '读卡模块停用' };
const closed = async (assignment: number) =>
  assignedBy(await bench.poll(pollOf({ assignment }))).closedServices.map(({ service }) => service);

describe('emergency off', () => {
  it('INV-7 closes a service in the next assignment of every kiosk, until another opens it again', async () => {
    await bench.poll();
    const answer = await fleet.ask('POST', 'closures', CLOSING);
    expect(answer.body).toMatchObject({
      service: 'exchange',
      closedBy: fleet.operatorId,
      openedAt: null,
      since: '2026-11-22T04:00:00.000Z',
    });
    expect(await closed(1)).toEqual(['exchange']);
    const other = await bench.kiosk();
    const late = assignedBy(await bench.poll(pollOf(), other.token));
    expect(late.closedServices).toMatchObject([{ service: 'exchange', reason: CLOSING.reason }]);

    const path = `closures/${String(answer.body.closureId)}/openings`;
    expect((await fleet.ask('POST', path, {})).status).toBe(403);
    expect((await approver.ask('POST', path, {})).body).toMatchObject({ openedBy: approver.operatorId });
    expect(await closed(2)).toEqual([]);
    expect((await approver.ask('POST', path, {})).status).toBe(200);
  });

  it('closed again it is the same closure, and both are on record once', async () => {
    const [first, again] = [
      await fleet.ask('POST', 'closures', CLOSING),
      await approver.ask('POST', 'closures', { ...CLOSING, reason: '另一原因' }),
    ];
    expect(again.body).toEqual(first.body);
    await approver.ask('POST', 'closures', { service: 'swap', reason: '演练' });
    const path = `closures/${String(first.body.closureId)}/openings`;
    await approver.ask('POST', path, {});
    const { closures } = (await fleet.ask('GET', 'closures')).body as { closures: { service: string }[] };
    expect(closures.map(({ service }) => service)).toEqual(['swap', 'exchange']);
    const acts = await bench.rows
      .selectFrom('operator_act')
      .select(['operator_id', 'act', 'subject'])
      .where('act', 'like', 'service-%')
      .orderBy('sequence')
      .execute();
    expect(acts).toEqual([
      { operator_id: fleet.operatorId, act: 'service-closed', subject: 'exchange' },
      { operator_id: approver.operatorId, act: 'service-closed', subject: 'swap' },
      { operator_id: approver.operatorId, act: 'service-opened', subject: 'exchange' },
    ]);
  });

  it('refuses an unknown service, closure and field', async () => {
    const status = async (path: string, body: object) => (await approver.ask('POST', path, body)).status;
    expect(await status('closures', { ...CLOSING, service: 'everything' })).toBe(400);
    expect(await status('closures', { ...CLOSING, reason: ' ' })).toBe(400);
    expect(await status('closures', { ...CLOSING, more: 1 })).toBe(400);
    expect(await status('closures/C-000000000000/openings', {})).toBe(404);
  });
});
