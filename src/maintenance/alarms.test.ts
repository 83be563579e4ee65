import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarm } from '../contracts/maintenance/alarm.ts';
import type { AlarmFacts } from './alarm-conditions.ts';
import { alarmsSeen, type StandingAlarm } from './alarms.ts';
import { anyFacts, FACTS_AT, wellDevice, wellFacts } from './memory/made-up-facts.ts';

const MINUTE_MS = 60_000;
const EVERY_MS = 30_000;
const wellFor: AlarmFacts = { ...wellFacts, watchdogs: [], lockedOut: [], maintenanceSince: null };
const stack = (ledger: number): Partial<AlarmFacts> => ({
  stack: { ok: true, value: { ledger, sensor: 'enough', disagrees: false } },
});

/** One look every thirty seconds; what was raised and what was over, by name and time. */
function lookAt(looks: readonly Partial<AlarmFacts>[]) {
  const news: string[] = [];
  let standing: readonly StandingAlarm[] = [];
  for (const [turn, facts] of looks.entries()) {
    const now = FACTS_AT + turn * EVERY_MS;
    const seen = alarmsSeen({ ...wellFor, ...facts, now }, standing, now);
    for (const { kind, which } of seen.raised) news.push(`${turn} + ${kind} ${which ?? ''}`.trim());
    for (const { kind, which } of seen.over) news.push(`${turn} - ${kind} ${which ?? ''}`.trim());
    standing = seen.standing;
  }
  return { news, standing };
}

const alive = { pageAt: FACTS_AT * 2, lastTouch: FACTS_AT * 2, since: FACTS_AT };
const anyAlarmFacts: fc.Arbitrary<AlarmFacts> = fc
  .tuple(anyFacts, fc.boolean(), fc.boolean())
  .map(([facts, locked, working]) => ({
    ...facts,
    watchdogs: [],
    lockedOut: locked ? ['T-0417'] : [],
    maintenanceSince: working ? FACTS_AT - 2 * 60 * MINUTE_MS : null,
  }));

describe('alarms', () => {
  it('are silent at a kiosk where all is well', () => {
    expect(lookAt([{ touch: alive }, { touch: alive }]).standing).toEqual([]);
  });

  it('stock low is raised once below 20 and over once at 25, a minute after it was loaded', () => {
    const looks = [30, 19, 18, 21, 24, 19, 40, 40, 40, 40].map((ledger) => ({
      ...stack(ledger),
      touch: alive,
    }));
    expect(lookAt(looks).news).toEqual(['1 + stock-low', '8 - stock-low']);
  });

  it('a loose contact rings once', () => {
    const looks = Array.from({ length: 40 }, (_, turn) => ({
      touch: alive,
      cabinet: {
        ok: true as const,
        value: {
          door: null,
          power: turn % 2 === 0 ? ('battery' as const) : ('mains' as const),
          batteryPercent: 90,
        },
      },
    }));
    expect(lookAt(looks).news).toEqual(['0 + on-battery']);
  });

  it('a device that heals within a minute raises none; one that stays away does, and not while it starts', () => {
    const away = (since: number, recovering: boolean) => ({
      touch: alive,
      devices: [{ ...wellDevice, state: 'offline' as const, code: 'link-lost', recovering, since }],
    });
    const starting = { touch: alive, devices: [{ ...wellDevice, state: 'starting' as const }] };
    expect(lookAt([away(FACTS_AT, true), { touch: alive }]).news).toEqual([]);
    const { news, standing } = lookAt([away(FACTS_AT, true), away(FACTS_AT, true), away(FACTS_AT, true)]);
    expect(news).toEqual(['2 + device-down id-reader']);
    expect(standing[0]?.detail).toBe('offline link-lost');
    const restarted = alarmsSeen({ ...wellFor, ...starting }, standing, FACTS_AT + 90_000);
    expect(restarted).toMatchObject({ raised: [], over: [] });
  });

  it('a source that does not answer neither raises nor ends one', () => {
    const silent = { stack: { ok: false, error: 'no-answer' } as const, touch: alive };
    const low = { ...stack(3), touch: alive };
    expect(lookAt([silent, silent, low, silent, silent, silent, silent, low]).news).toEqual([
      '2 + stock-low',
    ]);
  });

  it('a device that was taken out of the table has no alarm any more', () => {
    const down = { devices: [{ ...wellDevice, state: 'noDevice' as const }], touch: alive };
    const gone = { devices: [], touch: alive };
    expect(lookAt([down, gone, gone, gone]).news).toEqual([
      '0 + device-down id-reader',
      '3 - device-down id-reader',
    ]);
  });

  it.each<[string, Partial<AlarmFacts>]>([
    ['paper-out', { paper: { ok: true, value: { paper: 'out', cover: 'closed', cutter: 'ok' } } }],
    [
      'bin-nearly-full acceptor',
      { bins: { ok: true, value: [{ bin: 'acceptor', ledger: 40, sensor: 'room' }] } },
    ],
    ['bin-full acceptor', { bins: { ok: true, value: [{ bin: 'acceptor', ledger: 3, sensor: 'full' }] } }],
    ['clock-off', { clock: { offsetMs: -62_000, withinMs: 50, at: FACTS_AT } }],
    ['cards-out-of-sight', { cardsOutOfSight: 1 }],
    ['invariant-violated', { violated: 'INV-3 ledger-unbalanced' }],
    ['dead-letters', { queue: { waiting: 0, oldestAt: null, deadLetters: 2 } }],
    ['technician-locked-out T-0417', { lockedOut: ['T-0417'] }],
    ['maintenance-too-long', { maintenanceSince: FACTS_AT - 61 * MINUTE_MS }],
    ['device-failing id-reader', { devices: [{ ...wellDevice, failing: true }] }],
    ['memory-growing', { memory: { ...wellFacts.memory, growth: 8 * 1024 ** 2 } }],
    ['screen-frozen', { touch: { ...alive, pageAt: FACTS_AT - 21_000 } }],
    ['touch-dead', { touch: { ...alive, lastTouch: FACTS_AT - 100 * 60 * MINUTE_MS } }],
    ['core-wedged', { watchdogs: [{ kind: 'core-wedged', which: null, detail: null }] }],
    ['door-open', { cabinet: { ok: true, value: { door: 'open', power: null, batteryPercent: null } } }],
  ])('%s', (name, facts) => {
    expect(lookAt([{ touch: alive, ...facts }]).news).toEqual([`0 + ${name}`]);
  });

  it('a technician who was let in has the door open', () => {
    const open = { ok: true as const, value: { door: 'open' as const, power: null, batteryPercent: null } };
    expect(lookAt([{ touch: alive, cabinet: open, maintenanceSince: FACTS_AT }]).news).toEqual([]);
  });

  it('whatever happens: raised once, over once, in turn, and never over within a minute of it being so', () => {
    fc.assert(
      fc.property(fc.array(anyAlarmFacts, { minLength: 1, maxLength: 20 }), (looks) => {
        const known = new Map<string, number>();
        let standing: readonly StandingAlarm[] = [];
        for (const [turn, facts] of looks.entries()) {
          const now = FACTS_AT + turn * EVERY_MS;
          const seen = alarmsSeen({ ...facts, now }, standing, now);
          for (const { kind, which } of seen.raised) {
            expect(known.has(`${kind} ${which}`)).toBe(false);
            known.set(`${kind} ${which}`, turn);
          }
          for (const { kind, which } of seen.over) {
            expect(turn - (known.get(`${kind} ${which}`) ?? turn)).toBeGreaterThanOrEqual(3);
            known.delete(`${kind} ${which}`);
          }
          standing = seen.standing;
          expect(standing.map(({ kind, which }) => `${kind} ${which}`).sort()).toEqual(
            [...known.keys()].sort(),
          );
          for (const one of standing) expect(alarm.safeParse(one).success).toBe(true);
        }
      }),
    );
  });

  it('looked at again with nothing changed says nothing new', () => {
    fc.assert(
      fc.property(anyAlarmFacts, (facts) => {
        const first = alarmsSeen(facts, [], FACTS_AT);
        const again = alarmsSeen(facts, first.standing, FACTS_AT);
        expect(again).toMatchObject({ raised: [], over: [] });
      }),
    );
  });
});
