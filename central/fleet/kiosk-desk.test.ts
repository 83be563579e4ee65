import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { KioskAnswer, KiosksAnswer } from '../../src/contracts/console/fleet.ts';
import type { FleetSummary } from '../../src/contracts/console/fleet-summary.ts';
import { BENCH_SUPPLIES, type FleetBench, fleetBench } from './fleet-bench.ts';
import { givingUp } from './giving-up.ts';

let bench: FleetBench;
beforeAll(async () => {
  bench = await fleetBench();
});
afterAll(() => bench.central.close());

const find = async (query: string) =>
  (await bench.look<KiosksAnswer>(`fleet/kiosks?${query}`)).rows.map(({ name }) => name);
const page = (kioskId: string) => bench.look<KioskAnswer>(`fleet/kiosks/${kioskId}`);
const summary = () => bench.look<FleetSummary>('fleet/summary');
const LINK_DOWN = { service: 'activate', available: false, reason: 'link-down' } as const;
const WORKS = { service: 'loss', available: true, reason: null } as const;

describe('the list of kiosks', () => {
  it('says who is up, late, silent, in maintenance, given up and revoked', async () => {
    const names = ['up', 'in-maintenance', 'late', 'silent', 'given-up', 'revoked'];
    const kiosks = new Map<string, Awaited<ReturnType<FleetBench['kiosk']>>>();
    for (const name of names) kiosks.set(name, await bench.kiosk(`presence ${name}`));
    const of = (name: string) => kiosks.get(name)!;
    await bench.beat(of('late'));
    await bench.beat(of('given-up'));
    await bench.send(
      'POST',
      '/v1/decommissions',
      { technician: 'T-0417', second: null },
      of('given-up').token,
    );
    await bench.act('fleet', 'POST', `fleet/kiosks/${of('revoked').kioskId}/revocation`, { reason: '被盗' });
    bench.advance(91);
    await bench.beat(of('up'));
    await bench.beat(of('in-maintenance'), { maintenanceSince: bench.now() });
    for (const name of names) {
      expect(await find(`text=PRESENCE&presence=${name}`), name).toEqual([`presence ${name}`]);
    }
    const { presence } = await summary();
    expect(presence.find((one) => one.presence === 'revoked')?.kiosks).toBe(1);
    bench.advance(601);
    expect(await find('text=presence&presence=silent')).toHaveLength(4);
  });

  it('is filtered by region, model, tag, service, version and part of a name, and comes in pages', async () => {
    const [one, other] = [await bench.kiosk('海口 龙华'), await bench.kiosk('三亚 吉阳')];
    const change = (name: string, region: string, tags: string[]) => ({ name, region, model: 'K-2', tags });
    await bench.act(
      'fleet',
      'PUT',
      `fleet/kiosks/${one.kioskId}`,
      change('海口 龙华', '海口', ['试点', '试点']),
    );
    await bench.act('fleet', 'PUT', `fleet/kiosks/${other.kioskId}`, change('三亚 吉阳', '三亚', []));
    await bench.beat(one, { version: '9.0.0', services: [LINK_DOWN, WORKS] });
    await bench.beat(other, { services: [WORKS] });
    const u = encodeURIComponent;
    expect(await find(`region=${u('海口')}`)).toEqual(['海口 龙华']);
    expect(await find(`tag=${u('试点')}&model=K-2`)).toEqual(['海口 龙华']);
    expect(await find('serviceOff=activate')).toEqual(['海口 龙华']);
    expect(await find('serviceOff=loss')).toEqual([]);
    expect(await find('version=9.0.0')).toEqual(['海口 龙华']);
    expect(await find(`text=${u('吉阳')}`)).toEqual(['三亚 吉阳']);
    expect(await find(`model=K-2&sort=region&direction=down&size=1&page=2`)).toHaveLength(1);
    expect(await bench.look('fleet/words')).toMatchObject({ regions: ['三亚', '海口'], tags: ['试点'] });
    expect((await summary()).servicesOff).toEqual([
      { service: 'activate', reason: 'link-down', region: '海口', kiosks: 1 },
    ]);
  });

  it('takes no word for a pattern', async () => {
    await bench.kiosk('exactly 100%');
    expect(await find(`text=${encodeURIComponent('%')}`)).toEqual(await find(''));
    expect(await find(`text=${encodeURIComponent("' or 1=1 --")}`)).toEqual([]);
  });

  it.each(['size=0', 'size=501', 'sort=mood', 'presence=asleep', 'page=-1', 'surprise=1'])(
    'refuses %s',
    async (query) => {
      expect((await (await bench.person('viewer')).ask('GET', `fleet/kiosks?${query}`)).status).toBe(400);
    },
  );
});

describe('one kiosk', () => {
  it('shows services with reasons, supplies, bins, kept cards and certificate as last told', async () => {
    const kiosk = await bench.kiosk('whole');
    const ends = bench.now() + 86_400_000;
    await bench.beat(kiosk, {
      services: [LINK_DOWN],
      supplies: { ...BENCH_SUPPLIES, paper: 'low', receipts: 399 },
      keptCards: [
        { card: '*****1234', place: 'issuer-bin', reason: 'not-taken', since: 1_000, reference: null },
      ],
      certificateEndsAt: ends,
      devices: [{ device: 'issuer', state: 'jammed', code: 'E1' }],
    });
    expect(await page(kiosk.kioskId)).toMatchObject({
      kiosk: { servicesOff: [{ service: 'activate', reason: 'link-down' }], blanks: 100, paper: 'low' },
      services: [LINK_DOWN],
      supplies: [
        { what: 'blanks', left: 100, day: null },
        { what: 'paper', left: 1, day: null },
      ],
      keptCards: [{ card: '*****1234', reason: 'not-taken' }],
      counters: { receipts: 399, cardsIssued: 5 },
      certificateEndsAt: new Date(ends).toISOString(),
      morningReport: null,
    });
    expect((await bench.look<{ total: number }>(`fleet/kept-cards?kioskId=${kiosk.kioskId}`)).total).toBe(1);
    await bench.beat(kiosk, { keptCards: [] });
    expect((await page(kiosk.kioskId)).keptCards).toEqual([]);
  });

  it('has none of an id that nobody has', async () => {
    const viewer = await bench.person('viewer');
    expect((await viewer.ask('GET', 'fleet/kiosks/kiosk-000')).status).toBe(404);
    const change = { name: 'x', region: null, model: null, tags: [] };
    expect((await bench.act('fleet', 'PUT', 'fleet/kiosks/kiosk-000', change)).status).toBe(404);
    const reason = { reason: 'stolen' };
    expect((await bench.act('fleet', 'POST', 'fleet/kiosks/kiosk-000/revocation', reason)).status).toBe(404);
  });

  it('tells the front page what runs out within seven days, soonest first', async () => {
    const kiosk = await bench.kiosk('running out');
    const full = await bench.kiosk('not running out');
    const today = dayInShanghai(bench.now());
    const use = (kiosk_id: string) =>
      Array.from({ length: 14 }, (_, ago) => ({
        day: addDays(today, -1 - ago),
        kiosk_id,
        cards: 10,
        receipts: 1,
      }));
    await bench.database
      .insertInto('daily_use')
      .values([...use(kiosk.kioskId), ...use(full.kioskId)])
      .execute();
    await bench.beat(kiosk, { supplies: { ...BENCH_SUPPLIES, blanks: 35 } });
    await bench.beat(full, { supplies: { ...BENCH_SUPPLIES, blanks: 71 } });
    await bench.central.sweep();
    expect((await summary()).runningOut).toMatchObject([
      { kioskName: 'running out', what: 'blanks', left: 35, perDay: 10, day: addDays(today, 3) },
    ]);
    await bench.beat(kiosk, { supplies: { ...BENCH_SUPPLIES, blanks: 100 } });
    await bench.central.sweep();
    expect((await summary()).runningOut).toEqual([]);
  });
});

describe('giving up a kiosk off line', () => {
  const path = (kioskId: string, more = '') => `fleet/kiosks/${kioskId}/giving-up${more}`;
  const acts = async (subject: string) =>
    (
      await bench.database
        .selectFrom('operator_act')
        .select('act')
        .where('subject', '=', subject)
        .orderBy('sequence')
        .execute()
    ).map(({ act }) => act);

  it('takes two people, and then its key opens nothing', async () => {
    const kiosk = await bench.kiosk('burnt');
    const proposed = await bench.act('fleet', 'POST', path(kiosk.kioskId), { reason: '火灾' });
    expect(proposed.status).toBe(200);
    expect(await page(kiosk.kioskId)).toMatchObject({ givingUp: { reason: '火灾' }, givenUpAt: null });
    expect((await bench.beat(kiosk)).status).toBe(200);
    expect((await bench.act('fleet', 'POST', path(kiosk.kioskId, '/confirmation'))).status).toBe(403);
    expect((await bench.act('approver', 'POST', path(kiosk.kioskId, '/confirmation'))).status).toBe(200);
    expect((await bench.beat(kiosk)).status).toBe(401);
    expect((await page(kiosk.kioskId)).kiosk.presence).toBe('given-up');
    expect(await acts(kiosk.kioskId)).toEqual(['giving-up-proposed', 'giving-up-confirmed']);
  });

  it('is not confirmed by whoever proposed it, whatever their roles', async () => {
    const kiosk = await bench.kiosk('four eyes');
    const desk = givingUp(bench.central.foundations);
    expect(await desk.propose('O-0001', kiosk.kioskId, 'gone')).toMatchObject({ ok: true });
    expect(await desk.confirm('O-0001', kiosk.kioskId)).toEqual({ ok: false, error: 'own-proposal' });
    expect(await desk.withdraw('O-0001', kiosk.kioskId)).toMatchObject({ ok: true });
    expect(await desk.confirm('O-0002', kiosk.kioskId)).toEqual({ ok: false, error: 'not-now' });
    expect((await bench.beat(kiosk)).status).toBe(200);
  });
});

it('records a revocation once, and its second saying changes nothing', async () => {
  const kiosk = await bench.kiosk('stolen');
  const path = `fleet/kiosks/${kiosk.kioskId}/revocation`;
  await bench.act('fleet', 'POST', path, { reason: '被盗' });
  const first = await page(kiosk.kioskId);
  bench.advance(60);
  expect((await bench.act('fleet', 'POST', path, { reason: 'other' })).status).toBe(200);
  expect((await page(kiosk.kioskId)).revoked).toEqual(first.revoked);
  expect((await bench.beat(kiosk)).status).toBe(401);
  expect((await bench.act('viewer', 'POST', path, { reason: '被盗' })).status).toBe(403);
});
