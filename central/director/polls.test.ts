import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkAssignment } from '../../src/configuration/check-assignment.ts';
import { trustRoot } from '../../src/contracts/configuration/keys.ts';
import type { ConfigurationAnswer } from '../../src/contracts/configuration/poll.ts';
import { BENCH_NOW } from '../central-bench.ts';
import { assignedBy, type DirectorBench, directorBench, payloadOf, pollOf } from './director-bench.ts';
import { benchDocument, benchRoot } from './trust-bench.ts';

const NOTICES = benchDocument({ kind: 'notices', line: 'hainan', version: 3 }, { notices: [] });
const OLDER = benchDocument({ kind: 'notices', line: 'hainan', version: 2 }, { notices: [] });
const named = ({ kind, line, version, sha256, length }: typeof NOTICES) => ({
  kind,
  line,
  version,
  sha256,
  length,
});

const ordersIn = ({ orders }: ConfigurationAnswer): unknown => orders && payloadOf(orders);

let bench: DirectorBench;
beforeEach(async () => {
  bench = await directorBench();
});
afterEach(() => bench[Symbol.asyncDispose]());

describe('what a kiosk is assigned', () => {
  it('INV-7 is signed by the director for this kiosk alone, and good for three days', async () => {
    await bench.target(NOTICES);
    const { assignment } = await bench.poll();
    if (assignment === null) throw new Error('none');
    const root = trustRoot.parse(payloadOf(JSON.parse(benchRoot(1))));
    const ground = { root, kioskId: bench.first.kioskId, newest: null, now: BENCH_NOW };
    const checked = await checkAssignment(assignment, ground);
    expect(checked).toMatchObject({
      ok: true,
      value: {
        version: 1,
        issuedAt: '2026-11-22T04:00:00.000Z',
        expiresAt: '2026-11-25T04:00:00.000Z',
        documents: [named(NOTICES)],
        back: [],
        closedServices: [],
        revokedKiosks: [],
      },
    });
    expect(await checkAssignment(assignment, { ...ground, kioskId: 'kiosk-0' })).toMatchObject({ ok: false });
  });

  it('is said once, and again to a kiosk that has not taken it in, which does not ask in a circle', async () => {
    expect(assignedBy(await bench.poll()).version).toBe(1);
    const again = await bench.poll();
    expect(assignedBy(again).version).toBe(1);
    expect(again.pollAfterSeconds).toBeGreaterThanOrEqual(15);
    expect(await bench.poll(pollOf({ assignment: 1 }))).toMatchObject({ assignment: null });
  });

  it('that changed between two polls of a kiosk is news to it, and asked after as soon as any', async () => {
    await bench.poll();
    await bench.poll(pollOf({ assignment: 1 }));
    await bench.target(NOTICES);
    const { pollAfterSeconds } = await bench.poll(pollOf({ assignment: 1 }));
    expect(pollAfterSeconds).toBeLessThan(1);
  });

  it('is made anew when its targets change, and at half its life', async () => {
    await bench.poll();
    await bench.target(NOTICES);
    expect(assignedBy(await bench.poll(pollOf({ assignment: 1 })))).toMatchObject({
      version: 2,
      documents: [named(NOTICES)],
    });
    await bench.advanceDays(1.49);
    expect((await bench.poll(pollOf({ assignment: 2 }))).assignment).toBeNull();
    await bench.advanceDays(0.02);
    expect(assignedBy(await bench.poll(pollOf({ assignment: 2 })))).toMatchObject({ version: 3 });
  });

  it('goes back to what it ran before where a rollout was turned back, and to as shipped where that was nothing', async () => {
    await bench.target(OLDER);
    await bench.target(NOTICES, { before: OLDER.sha256, back: 1 });
    expect(assignedBy(await bench.poll())).toMatchObject({
      documents: [named(OLDER)],
      back: [{ kind: 'notices', version: 2 }],
    });
    await bench.target(NOTICES, { back: 1 });
    expect(assignedBy(await bench.poll(pollOf({ assignment: 1 })))).toMatchObject({
      documents: [],
      back: [{ kind: 'notices', version: 3 }],
    });
  });

  it('INV-7 is numbered above what the kiosk knows where the centre came back from a backup', async () => {
    expect(assignedBy(await bench.poll()).version).toBe(1);
    expect(assignedBy(await bench.poll(pollOf({ assignment: 41 }))).version).toBe(42);
  });
});

describe('a poll', () => {
  it('is written down when it says something new, and once a minute otherwise', async () => {
    const kept = () =>
      bench.rows
        .selectFrom('kiosk_configuration')
        .select(['polled_at', 'state', 'assignment'])
        .executeTakeFirstOrThrow();
    await bench.poll();
    bench.advance(59);
    await bench.poll();
    expect(await kept()).toMatchObject({ polled_at: '2026-11-22T04:00:00.000Z', assignment: 0 });
    await bench.poll(pollOf({ state: 'running', assignment: 1, runningAssignment: 1 }));
    expect(await kept()).toMatchObject({
      polled_at: '2026-11-22T04:00:59.000Z',
      state: 'running',
      assignment: 1,
    });
    bench.advance(61);
    await bench.poll(pollOf({ state: 'running', assignment: 1, runningAssignment: 1 }));
    await expect.poll(kept, { timeout: 3_000 }).toMatchObject({ polled_at: '2026-11-22T04:02:00.000Z' });
  });

  it('brings every root after the kiosk’s own, oldest first, ten at a time', async () => {
    for (let version = 2; version <= 13; version += 1) {
      const statement = benchRoot(version);
      await bench.rows
        .insertInto('trust_root')
        .values({ version, statement, added_at: '2026-11-22' })
        .execute();
    }
    const versions = async (rootVersion: number) =>
      (await bench.poll(pollOf({ rootVersion }))).roots.map(
        (root) => trustRoot.parse(payloadOf(root)).version,
      );
    expect(await versions(1)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(await versions(11)).toEqual([12, 13]);
    expect(await versions(13)).toEqual([]);
  });

  it('brings orders until they are answered, and takes each answer once', async () => {
    const { kioskId } = bench.first;
    const other = await bench.kiosk();
    const order = {
      orderId: 'order-0001',
      kind: 'ask-again',
      reference: null,
      key: null,
      decidedBy: ['O-0001'],
    };
    const row = { order_id: order.orderId, kiosk_id: kioskId, body: JSON.stringify(order) };
    await bench.rows
      .insertInto('kiosk_order')
      .values({ ...row, ordered_at: '2026-11-22T04:00:00.000Z' })
      .execute();
    const said = { type: 'yikatong-orders', kioskId, orders: [order] };
    const done = { orderId: order.orderId, outcome: 'done', detail: null } as const;
    expect(ordersIn(await bench.poll())).toMatchObject(said);
    expect((await bench.poll(pollOf({}, { orderResults: [done] }), other.token)).orders).toBeNull();
    expect(ordersIn(await bench.poll())).toMatchObject(said);
    expect((await bench.poll(pollOf({}, { orderResults: [done] }))).orders).toBeNull();
    const late = { ...done, outcome: 'not-possible' } as const;
    await bench.poll(pollOf({}, { orderResults: [late] }));
    const kept = await bench.rows.selectFrom('kiosk_order').select('outcome').executeTakeFirstOrThrow();
    expect(kept.outcome).toBe('done');
  });

  it('is answered 503 where no root was installed', async () => {
    await using bare = await directorBench({ withRoot: false });
    const answer = await bare.call('POST', '/v1/configuration/polls', pollOf());
    expect([answer.status, answer.body.code]).toEqual([503, 'no-root']);
  });

  it.each([
    ['an unknown field', { ...pollOf(), more: 1 }],
    ['too long a wait', pollOf({}, { waitSeconds: 56 })],
    ['a negative version', pollOf({ assignment: -1 })],
  ])('is refused with %s', async (_what, sent) => {
    expect((await bench.call('POST', '/v1/configuration/polls', sent)).status).toBe(400);
  });
});
