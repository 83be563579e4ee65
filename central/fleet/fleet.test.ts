import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALARMS, type Alarm } from '../../src/contracts/maintenance/alarm.ts';
import { anyFacts, wellFacts } from '../../src/maintenance/memory/made-up-facts.ts';
import { readinessOf } from '../../src/maintenance/readiness.ts';
import { BENCH_NOW, type CentralBench, centralBench } from '../central-bench.ts';

let bench: CentralBench;
beforeAll(async () => {
  bench = await centralBench();
});
afterAll(() => bench.central.close());

const HEARTBEAT = {
  bootId: 'b',
  version: '0',
  policy: { id: 't', version: 1 },
  devices: [],
  outbox: { waiting: 0, oldestSeconds: null, deadLetters: 0 },
  openTransactions: 0,
};
type Kiosk = Awaited<ReturnType<CentralBench['kiosk']>>;
const beat = (kiosk: Kiosk, own: object) =>
  bench.send('POST', '/v1/heartbeats', { ...HEARTBEAT, ...own }, kiosk.token);
const seen = async (kiosk: Kiosk) => {
  const { body } = await bench.send('GET', '/dev/fleet');
  const kiosks = body.kiosks as {
    kioskId: string;
    maintenanceSince: string | null;
    alarms: { kind: string; which: string | null; detail: string | null; overAt: string | null }[];
    reports: { day: string; report: { level: string } }[];
  }[];
  const found = kiosks.find(({ kioskId }) => kioskId === kiosk.kioskId);
  if (!found) throw new Error('unknown kiosk');
  return found;
};
const low: Alarm = { kind: 'stock-low', which: null, since: BENCH_NOW - 5_000, detail: 'blanks 19 of 20' };

describe('alarms at the centre', () => {
  it('are kept from their beginning to their end, with what was last heard of them', async () => {
    const kiosk = await bench.kiosk();
    await beat(kiosk, { alarms: [low] });
    await beat(kiosk, { alarms: [{ ...low, detail: 'blanks 12 of 20' }] });
    expect((await seen(kiosk)).alarms).toMatchObject([
      { kind: 'stock-low', detail: 'blanks 12 of 20', overAt: null },
    ]);
    await beat(kiosk, {});
    expect((await seen(kiosk)).alarms).toMatchObject([{ overAt: null }]);
    await beat(kiosk, { alarms: [] });
    const [over, ...more] = (await seen(kiosk)).alarms;
    expect(over?.overAt).not.toBeNull();
    expect(more).toEqual([]);
    await beat(kiosk, { alarms: [{ ...low, since: BENCH_NOW }] });
    expect((await seen(kiosk)).alarms).toHaveLength(2);
  });

  it('of one kiosk are not another’s', async () => {
    const [one, other] = [await bench.kiosk(), await bench.kiosk()];
    await beat(one, { alarms: [low] });
    await beat(other, { alarms: [] });
    expect((await seen(one)).alarms).toMatchObject([{ overAt: null }]);
    expect((await seen(other)).alarms).toEqual([]);
  });

  it('stand as the last heartbeat has them, in whatever order heartbeats come', async () => {
    const anyAlarm = fc.record({
      kind: fc.constantFrom(...ALARMS.slice(0, 4)),
      which: fc.constantFrom(null, 'issuer'),
      since: fc.constantFrom(BENCH_NOW, BENCH_NOW - 1),
      detail: fc.constantFrom(null, 'blanks 3 of 20'),
    });
    const alarms = fc.uniqueArray(anyAlarm, {
      selector: ({ kind, which, since }) => `${kind} ${which} ${since}`,
      maxLength: 4,
    });
    const name = ({ kind, which }: { kind: string; which: string | null }) => `${kind} ${which}`;
    await fc.assert(
      fc.asyncProperty(fc.array(alarms, { minLength: 1, maxLength: 4 }), async (beats) => {
        const kiosk = await bench.kiosk();
        for (const one of beats) expect((await beat(kiosk, { alarms: one })).status).toBe(200);
        const standing = (await seen(kiosk)).alarms.filter(({ overAt }) => overAt === null);
        expect(standing.map(name).sort()).toEqual((beats.at(-1) ?? []).map(name).sort());
      }),
      { numRuns: 15 },
    );
  });

  it('keeps since when a technician is at work', async () => {
    const kiosk = await bench.kiosk();
    await beat(kiosk, { maintenanceSince: BENCH_NOW });
    expect((await seen(kiosk)).maintenanceSince).toBe(new Date(BENCH_NOW).toISOString());
    await beat(kiosk, { maintenanceSince: null });
    expect((await seen(kiosk)).maintenanceSince).toBeNull();
  });

  it.each([
    ['a word that is none', [{ ...low, kind: 'bored' }]],
    ['more than a kiosk can have', Array.from({ length: 61 }, () => low)],
    ['no list', low],
  ])('refuses %s, and keeps what it had', async (_, alarms) => {
    const kiosk = await bench.kiosk();
    await beat(kiosk, { alarms: [low] });
    expect((await beat(kiosk, { alarms })).status).toBe(400);
    expect((await seen(kiosk)).alarms).toMatchObject([{ overAt: null }]);
  });
});

describe('morning reports at the centre', () => {
  const report = readinessOf(wellFacts);
  const send = (kiosk: Kiosk, body: object) => bench.send('POST', '/v1/readiness-reports', body, kiosk.token);

  it('are kept once for a day, however often they arrive', async () => {
    const kiosk = await bench.kiosk();
    const answer = await send(kiosk, { day: '2026-11-22', report });
    expect([answer.status, answer.body]).toEqual([200, { day: '2026-11-22' }]);
    expect((await send(kiosk, { day: '2026-11-22', report: { ...report, level: 'stop' } })).status).toBe(200);
    await send(kiosk, { day: '2026-11-23', report });
    const { reports } = await seen(kiosk);
    expect(reports.map(({ day, report: { level } }) => [day, level])).toEqual([
      ['2026-11-22', 'well'],
      ['2026-11-23', 'well'],
    ]);
  });

  it('takes every report a kiosk can make', async () => {
    const kiosk = await bench.kiosk();
    await fc.assert(
      fc.asyncProperty(anyFacts, fc.nat(300), async (facts, days) => {
        const day = new Date(BENCH_NOW + days * 86_400_000).toISOString().slice(0, 10);
        expect((await send(kiosk, { day, report: readinessOf(facts) })).status).toBe(200);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['no day', { report }],
    ['a day there is not', { day: '2026-02-30', report }],
    ['a line of nothing', { day: '2026-11-22', report: { ...report, lines: [{}] } }],
  ])('refuses %s', async (_, body) => {
    expect((await send(await bench.kiosk(), body)).status).toBe(400);
  });

  it('takes none from nobody', async () => {
    expect((await bench.send('POST', '/v1/readiness-reports', { day: '2026-11-22', report })).status).toBe(
      401,
    );
  });
});
