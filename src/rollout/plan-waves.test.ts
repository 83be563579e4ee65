import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RolloutPlan, Wave } from '../contracts/console/rollout-plan.ts';
import { rolloutPlan } from '../contracts/console/rollout-plan.ts';
import { planFaults } from './plan-faults.ts';
import { type Candidate, planWaves, waveOf } from './plan-waves.ts';
import { stableShare } from './stable-share.ts';

const gate = {
  watchMinutes: 30,
  fewestJourneys: 10,
  mostFailedPoints: 5,
  mostReturnedPercent: 5,
  mostSilentPercent: 20,
};
const wave = (name: string, rest: Partial<Wave> = {}): Wave => ({
  name,
  regions: null,
  models: null,
  tags: null,
  percent: 100,
  gate,
  ...rest,
});
const planned = (rest: Partial<RolloutPlan> = {}): RolloutPlan => ({
  canary: { by: 'number', number: 3 },
  canaryGate: gate,
  waves: [wave('first', { percent: 20 }), wave('rest')],
  notBefore: null,
  quietHours: null,
  advance: 'automatic',
  ...rest,
});
const REGIONS = ['东区', '南区', '北区', null];
const TAGS = ['hall', 'bank', 'trial'];

const candidates = fc
  .uniqueArray(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 120 })
  .map((ids) =>
    ids.map(
      (id): Candidate => ({
        kioskId: `kiosk-${id}`,
        region: REGIONS[id % 4] ?? null,
        model: id % 3 === 0 ? 'YK-2' : 'YK-1',
        tags: TAGS.filter((_, at) => (id >> at) % 5 === 0),
      }),
    ),
  );
const someOf = (words: readonly string[]) =>
  fc.option(fc.subarray([...words], { minLength: 1 }), { nil: null });
const plans = fc
  .record({
    canary: fc.oneof(
      fc.record({ by: fc.constant('number' as const), number: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ by: fc.constant('tags' as const), tags: fc.subarray(TAGS, { minLength: 1 }) }),
      fc.record({
        by: fc.constant('kiosks' as const),
        kiosks: fc.constant<string[]>(['kiosk-1', 'kiosk-7']),
      }),
    ),
    choices: fc.array(
      fc.record({
        regions: someOf(['东区', '南区']),
        models: someOf(['YK-1', 'YK-2']),
        tags: someOf(TAGS),
        percent: fc.integer({ min: 1, max: 100 }),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ canary, choices }) =>
    planned({ canary, waves: [...choices.map((choice, at) => wave(`w${at}`, choice)), wave('rest')] }),
  );
const ids = fc.stringMatching(/^P-[0-9A-F]{12}$/);

describe('waves of a rollout', () => {
  it('put everybody in exactly one wave, in whatever order they are listed', () => {
    fc.assert(
      fc.property(ids, plans, candidates, (id, plan, kiosks) => {
        const waves = planWaves(id, plan, kiosks);
        expect([...waves.keys()].sort()).toEqual(kiosks.map(({ kioskId }) => kioskId).sort());
        for (const number of waves.values()) {
          expect(number).toBeGreaterThanOrEqual(0);
          expect(number).toBeLessThanOrEqual(plan.waves.length);
        }
        expect(new Map([...planWaves(id, plan, kiosks.toReversed())].sort())).toEqual(
          new Map([...waves].sort()),
        );
      }),
    );
  });

  it('move nobody when others come or go, and a late kiosk has the wave it would always have had', () => {
    fc.assert(
      fc.property(ids, plans, candidates, fc.nat(), (id, plan, kiosks, cut) => {
        const first = kiosks.slice(0, 1 + (cut % kiosks.length));
        const before = planWaves(id, plan, first);
        const after = planWaves(id, plan, kiosks);
        for (const kiosk of kiosks) {
          const late = waveOf(id, plan, kiosk);
          const early = before.get(kiosk.kioskId);
          // Only a canary by number depends on who else was there; it is written when the rollout is made.
          if (plan.canary.by !== 'number') expect(after.get(kiosk.kioskId)).toBe(late);
          if (early !== undefined && early !== 0) expect(late).toBe(early);
        }
      }),
    );
  });

  it('take the part of the kiosks that was asked for, and another part under another rollout', () => {
    const kiosks = Array.from({ length: 20_000 }, (_, at) => ({
      kioskId: `K-${at}`,
      region: null,
      model: null,
      tags: [],
    }));
    for (const percent of [1, 10, 50, 90]) {
      const plan = planned({
        canary: { by: 'number', number: 1 },
        waves: [wave('a', { percent }), wave('b')],
      });
      const inFirst = (id: string) =>
        [...planWaves(id, plan, kiosks)].flatMap(([kioskId, number]) => (number === 1 ? [kioskId] : []));
      const one = inFirst('P-000000000001');
      expect(Math.abs(one.length / 200 - percent)).toBeLessThan(1);
      const other = new Set(inFirst('P-000000000002'));
      const both = one.filter((kioskId) => other.has(kioskId)).length;
      expect(Math.abs(both / 200 - (percent * percent) / 100)).toBeLessThan(1.5);
    }
  });

  it('spread by the text alone, the same on every machine', () => {
    expect(['', 'a', 'kiosk 七'].map((text) => Math.floor(stableShare(text) * 1e6))).toMatchInlineSnapshot(`
      [
        668922,
        103526,
        432691,
      ]
    `);
  });
});

describe('a bad plan is named in plain words', () => {
  const kiosks: Candidate[] = ['1', '2', '3', '4'].map((id) => ({
    kioskId: `kiosk-${id}`,
    region: '东区',
    model: 'YK-1',
    tags: id === '1' ? ['trial'] : [],
  }));
  const pathsOf = (plan: RolloutPlan, fleet = kiosks) =>
    planFaults(plan, fleet, planWaves('P-000000000001', plan, fleet)).map(({ path }) => path);
  const named = { by: 'kiosks', kiosks: ['kiosk-1'] } as const;
  const good = planned({ canary: { by: 'kiosks', kiosks: ['kiosk-1'] }, waves: [wave('rest')] });

  it('says nothing of a good one, also for a fleet of one kiosk', () => {
    expect(pathsOf(good)).toEqual([]);
    expect(pathsOf(good, kiosks.slice(0, 1))).toEqual([]);
  });

  it.each<[string, Partial<RolloutPlan>, string]>([
    ['a canary that is everybody', { canary: { by: 'number', number: 4 } }, 'canary'],
    ['a canary nobody is in', { canary: { by: 'tags', tags: ['nobody'] } }, 'canary'],
    ['a canary of strangers', { canary: { by: 'kiosks', kiosks: ['kiosk-1', 'kiosk-9'] } }, 'canary.kiosks'],
    [
      'a wave nobody is in',
      { canary: { ...named, kiosks: ['kiosk-1'] }, waves: [wave('a', { regions: ['南区'] }), wave('b')] },
      'waves.0',
    ],
    ['a wave that leaves nobody', { waves: [wave('a'), wave('b')] }, 'waves.0'],
    ['a last wave that leaves some out', { waves: [wave('a', { percent: 50 })] }, 'waves.0'],
    ['two waves of one name', { waves: [wave('a', { percent: 99 }), wave('a')] }, 'waves.1.name'],
    ['quiet hours without length', { quietHours: { from: '08:00', until: '08:00' } }, 'quietHours'],
  ])('%s', (_what, change, path) => {
    expect(pathsOf({ ...good, ...change })).toContain(path);
  });

  it('knows when nobody is concerned', () => {
    expect(pathsOf(good, [])).toEqual(['']);
  });

  it('refuses what no plan may say at all', () => {
    const bad = [{ percent: 0 }, { percent: 101 }, { percent: 1.5 }, { regions: [] }, { name: '' }];
    for (const change of bad) {
      expect(rolloutPlan.safeParse({ ...good, waves: [{ ...wave('a'), ...change }] }).success).toBe(false);
    }
    expect(rolloutPlan.safeParse({ ...good, quietHours: { from: '24:00', until: '08:00' } }).success).toBe(
      false,
    );
    expect(rolloutPlan.safeParse(good).success).toBe(true);
  });
});
