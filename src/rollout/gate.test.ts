import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeGate, type WaveFigures } from './gate.ts';
import { quietUntil } from './quiet-hours.ts';

const gate = {
  watchMinutes: 30,
  fewestJourneys: 20,
  mostFailedPoints: 5,
  mostReturnedPercent: 10,
  mostSilentPercent: 20,
};
const good: WaveFigures = {
  watchedMinutes: 30,
  journeys: 20,
  failed: 1,
  journeysBefore: 1000,
  failedBefore: 20,
  assigned: 10,
  takenIn: 9,
  returned: 1,
  silent: 2,
  notGivenYet: 0,
};

describe('a gate', () => {
  it.each<[string, Partial<WaveFigures>, string]>([
    ['passes at its limits', {}, 'passed'],
    ['counts failed journeys against the same kiosks before', { failed: 2 }, 'failed failed'],
    ['lets kiosks fail that always did', { failed: 2, failedBefore: 60 }, 'passed'],
    ['does not judge the first of few journeys', { journeys: 1, failed: 1, takenIn: 1 }, 'waits journeys'],
    ['fails before the time is over', { journeys: 3, failed: 3, watchedMinutes: 1 }, 'failed failed'],
    ['counts kiosks that went back or refused', { returned: 2 }, 'failed returned'],
    ['counts silent kiosks when the time is over', { silent: 3 }, 'failed silent'],
    ['waits for silent kiosks until then', { silent: 3, watchedMinutes: 29 }, 'waits watch'],
    ['waits for journeys, not only for "applied"', { journeys: 19, failed: 0 }, 'waits journeys'],
    ['waits until all of the wave were given it', { notGivenYet: 1 }, 'waits taken-in'],
    ['waits until somebody took it in', { takenIn: 0 }, 'waits taken-in'],
    [
      'opens where the wave has nobody',
      { assigned: 0, takenIn: 0, returned: 0, silent: 0, journeys: 0, failed: 0 },
      'passed',
    ],
  ])('%s', (_what, seen, expected) => {
    const { verdict, findings } = judgeGate(gate, { ...good, ...seen });
    expect([verdict, ...findings.map(({ figure }) => figure)].join(' ')).toBe(expected);
  });
});

describe('quiet hours in Asia/Shanghai', () => {
  const office = { from: '08:00', until: '18:00' };
  it.each([
    ['2026-11-21T23:59:59.000Z', office, null],
    ['2026-11-22T00:00:00.000Z', office, '2026-11-22T10:00:00.000Z'],
    ['2026-11-22T09:59:59.999Z', office, '2026-11-22T10:00:00.000Z'],
    ['2026-11-22T10:00:00.000Z', office, null],
    ['2026-11-22T15:30:00.000Z', { from: '22:00', until: '06:00' }, '2026-11-22T22:00:00.000Z'],
    ['2026-11-22T20:30:00.000Z', { from: '22:00', until: '06:00' }, '2026-11-22T22:00:00.000Z'],
    ['2026-11-22T04:00:00.000Z', { from: '22:00', until: '06:00' }, null],
    ['2026-11-22T04:00:00.000Z', null, null],
  ])('%s %j: until %s', (now, hours, until) => {
    const found = quietUntil(hours, Date.parse(now));
    expect(found === null ? null : new Date(found).toISOString()).toBe(until);
  });

  it('end where they say, and never later than a day on', () => {
    const time = fc
      .integer({ min: 0, max: 1439 })
      .map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`);
    fc.assert(
      fc.property(time, time, fc.integer({ min: 0, max: 4e12 }), (from, until, now) => {
        const end = quietUntil({ from, until }, now);
        if (end === null) return;
        expect(end).toBeGreaterThan(now);
        expect(end - now).toBeLessThanOrEqual(86_400_000);
        expect(new Date(end + 8 * 3_600_000).toISOString().slice(11, 16)).toBe(until);
        expect(quietUntil({ from, until }, end)).toBeNull();
      }),
    );
  });
});
