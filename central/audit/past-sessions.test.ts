import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FiguresAnswer } from '../../src/contracts/console/figures.ts';
import type { WorkAnswer } from '../../src/contracts/console/work.ts';
import { type FleetBench, fleetBench, type SaidRecord } from '../fleet/fleet-bench.ts';

let bench: FleetBench;
beforeAll(async () => {
  bench = await fleetBench();
});
afterAll(() => bench.central.close());

const session = (own: Record<string, string | number | null> = {}): SaidRecord => ({
  event: 'session-facts',
  detail: {
    day: '2026-11-20',
    pack: 'hainan 1',
    service: 'loss',
    document: 'resident-id-card',
    age: 40,
    disposition: 'completed',
    outcome: 'done-here',
    seconds: 60,
    ...own,
  },
});
const sessionsOf = (kioskId: string) =>
  bench.database.selectFrom('past_session').selectAll().where('kiosk_id', '=', kioskId).execute();
const figuresOf = (kioskId: string, by = 'day-service') =>
  bench.look<FiguresAnswer>(`figures?from=2026-11-01&to=2026-11-30&by=${by}&kioskId=${kioskId}`);

describe('past sessions', () => {
  it('are kept once, however often their records arrive', async () => {
    const kiosk = await bench.kiosk();
    const records = await bench.record(kiosk, [
      session(),
      { event: 'service-chosen', detail: { service: 'loss' } },
      session({ disposition: 'refused', seconds: 20, assignment: 7 }),
    ]);
    await bench.append(kiosk, records);
    await bench.append(kiosk, records.slice(1));
    expect(await sessionsOf(kiosk.kioskId)).toMatchObject([
      { sequence: 1, assignment: 0, service: 'loss', pack: 'hainan 1', disposition: 'completed' },
      { sequence: 3, assignment: 7, disposition: 'refused' },
    ]);
    expect((await figuresOf(kiosk.kioskId)).rows).toEqual([
      {
        day: '2026-11-20',
        service: 'loss',
        region: null,
        sessions: 2,
        completed: 1,
        cancelled: 0,
        timedOut: 0,
        refused: 1,
        trouble: 0,
        meanSeconds: 40,
      },
    ]);
  });

  it('name nobody: what is not among the facts of a session is not kept', async () => {
    const kiosk = await bench.kiosk();
    await bench.record(kiosk, [session({ name: '王某某' })]);
    expect(await sessionsOf(kiosk.kioskId)).toEqual([]);
  });

  it.each([
    ['a day there is not', { day: '2026-02-30' }],
    ['a service of nowhere', { service: 'karaoke' }],
    ['seconds that are none', { seconds: -1 }],
    ['an assignment that is no number', { assignment: 'seven' }],
    ['an assignment that no database holds', { assignment: 3_000_000_000 }],
    ['seconds that no database holds', { seconds: 3_000_000_000 }],
  ])('with %s are left out with a finding, and the trail goes on', async (_, wrong) => {
    const kiosk = await bench.kiosk();
    await bench.record(kiosk, [session(wrong), session()]);
    expect(await sessionsOf(kiosk.kioskId)).toMatchObject([{ sequence: 2 }]);
    const { rows } = await bench.look<WorkAnswer>(`work?kioskId=${kiosk.kioskId}`);
    expect(rows).toMatchObject([
      { kind: 'audit-finding', code: 'unreadable-facts', facts: { first: 1, last: 1 }, state: 'open' },
    ]);
  });
});

describe('daily figures', () => {
  it('add up by day, service and region, and count every way a session ends', async () => {
    const kiosk = await bench.kiosk();
    const ends = ['completed', 'cancelled', 'timed-out', 'refused', 'trouble'];
    await bench.record(
      kiosk,
      ends.map((disposition) => session({ disposition })),
    );
    await bench.record(kiosk, [session({ day: '2026-11-21', service: 'apply' })]);
    const [first] = (await figuresOf(kiosk.kioskId, 'day')).rows;
    expect(first).toMatchObject({
      sessions: 5,
      completed: 1,
      cancelled: 1,
      timedOut: 1,
      refused: 1,
      trouble: 1,
    });
    expect((await figuresOf(kiosk.kioskId, 'service')).rows.map(({ service }) => service)).toEqual([
      'apply',
      'loss',
    ]);
    expect((await figuresOf(kiosk.kioskId, 'region')).rows).toMatchObject([{ region: '', sessions: 6 }]);
  });

  it('of the fleet are the sum of all kiosks, each where it stood when it told', async () => {
    const [one, other] = [await bench.kiosk(), await bench.kiosk()];
    const stand = (region: string, ...kioskIds: string[]) =>
      bench.database.updateTable('kiosk').set({ region }).where('kiosk_id', 'in', kioskIds).execute();
    const day = '2026-10-05';
    await stand('北岸', one.kioskId, other.kioskId);
    for (const kiosk of [one, other, one]) await bench.record(kiosk, [session({ day }), session({ day })]);
    await stand('南岸', one.kioskId);
    await bench.record(one, [session({ day, disposition: 'trouble' })]);
    const { rows } = await bench.look<FiguresAnswer>(`figures?from=${day}&to=${day}&by=region`);
    expect(rows).toMatchObject([
      { region: '北岸', sessions: 6, completed: 6, meanSeconds: 60 },
      { region: '南岸', sessions: 1, completed: 0, trouble: 1 },
    ]);
    const south = await bench.look<FiguresAnswer>(`figures?from=${day}&to=${day}&region=南岸`);
    expect(south.rows).toMatchObject([{ day, sessions: 1 }]);
  });

  it('are asked for at most a quarter at a time', async () => {
    const viewer = await bench.person('viewer');
    expect((await viewer.ask('GET', 'figures?from=2026-08-23&to=2026-11-22')).status).toBe(200);
    expect((await viewer.ask('GET', 'figures?from=2026-08-22&to=2026-11-22')).status).toBe(400);
  });

  it('refuse days that are none, and groups nobody knows', async () => {
    const viewer = await bench.person('viewer');
    for (const query of ['from=2026-13-01&to=2026-11-30', 'from=2026-11-01&to=2026-11-30&by=mood']) {
      expect((await viewer.ask('GET', `figures?${query}`)).status).toBe(400);
    }
  });
});

it('counts what was used up by day, once', async () => {
  const kiosk = await bench.kiosk();
  const records = await bench.record(kiosk, [
    { event: 'blank-taken', detail: { outcome: 'at-chip-station' } },
    { event: 'blank-taken', detail: { outcome: 'nothing-moved' } },
    { event: 'receipt-printed', detail: { outcome: 'printed' } },
    { event: 'receipt-printed', detail: { outcome: 'out-of-paper' } },
    { event: 'document-printed', detail: { paper: 'a4', outcome: 'printed' } },
    { event: 'document-printed', detail: { paper: 'slip', outcome: 'printed' } },
  ]);
  await bench.append(kiosk, records);
  const use = await bench.database
    .selectFrom('daily_use')
    .selectAll()
    .where('kiosk_id', '=', kiosk.kioskId)
    .execute();
  expect(use).toEqual([{ day: '2026-11-22', kiosk_id: kiosk.kioskId, cards: 1, receipts: 2 }]);
});
