import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SERVICES } from '../contracts/service.ts';
import { type EndedByService, oneMoreEnded, turnsAway } from './turned-away.ts';

const of = (sessions: number, turnedAway: number) => ({ sessions, turnedAway });
const count = fc.tuple(fc.nat(40), fc.nat(40)).map(([well, away]) => of(well + away, away));
const counts: fc.Arbitrary<EndedByService> = fc.dictionary(fc.constantFrom(...SERVICES), count);
const service = fc.constantFrom(...SERVICES);

describe('a set that turns residents away', () => {
  it.each([
    ['the first five of a service that served everybody', { apply: of(5, 5) }, { apply: of(20, 0) }, 'yes'],
    ['four of them', { apply: of(4, 4) }, { apply: of(20, 0) }, 'perhaps'],
    ['one of them', { apply: of(1, 1) }, { apply: of(90, 0) }, 'no'],
    ['five where every second was before', { activate: of(5, 5) }, { activate: of(60, 30) }, 'perhaps'],
    ['fourteen where every second was before', { activate: of(14, 14) }, { activate: of(60, 30) }, 'yes'],
    ['as many as before', { activate: of(40, 22) }, { activate: of(60, 30) }, 'no'],
    ['half of them, on purpose', { apply: of(30, 15) }, { apply: of(90, 0) }, 'no'],
    ['a service nobody used before', { swap: of(5, 5) }, {}, 'perhaps'],
    [
      'one service, while the others serve',
      { loss: of(5, 5), outlets: of(60, 0) },
      { loss: of(9, 0) },
      'yes',
    ],
  ] as const)('INV-7 %s', (_, now, before, said) => {
    expect(turnsAway(now, before)).toBe(said);
  });

  it('INV-7 a wrong region shows in all services together before any of them says it alone', () => {
    const now = { apply: of(1, 1), loss: of(1, 1), replace: of(2, 2), certify: of(1, 1) };
    const before = { apply: of(30, 0), loss: of(30, 1), replace: of(30, 2), certify: of(30, 1) };
    expect(turnsAway(now, before)).toBe('yes');
    expect(turnsAway({ ...now, outlets: of(6, 0) }, before)).not.toBe('yes');
  });

  it('who is served never makes it worse, and who is turned away never better', () => {
    const order = { yes: 0, perhaps: 1, no: 2 };
    fc.assert(
      fc.property(counts, counts, service, (now, before, one) => {
        const said = order[turnsAway(now, before)];
        const { sessions, turnedAway } = now[one] ?? of(0, 0);
        const served = { ...now, [one]: of(sessions + 1, turnedAway) };
        expect(order[turnsAway(served, before)]).toBeGreaterThanOrEqual(said);
        const away = { ...now, [one]: of(sessions + 1, turnedAway + 1) };
        expect(order[turnsAway(away, before)]).toBeLessThanOrEqual(said);
      }),
    );
  });

  it('nobody turned away is never held against it', () => {
    fc.assert(
      fc.property(counts, counts, (now, before) => {
        const served = Object.fromEntries(
          Object.entries(now).map(([of, { sessions }]) => [of, { sessions, turnedAway: 0 }]),
        );
        expect(turnsAway(served, before)).toBe('no');
      }),
    );
  });

  it('a good pack is sent back once in hundreds of trials at most, whatever is usual at the service', () => {
    // A generator of its own, so that the figure is the same in every run.
    let state = 7;
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    let back = 0;
    for (let trial = 0; trial < 2_000; trial += 1) {
      const usual = (trial % 10) / 20;
      let before: EndedByService = {};
      for (let visit = 0; visit < 40; visit += 1) before = oneMoreEnded(before, 'activate', random() < usual);
      let now: EndedByService = {};
      for (let visit = 0; visit < 20; visit += 1) {
        now = oneMoreEnded(now, 'activate', random() < usual);
        if (turnsAway(now, before) !== 'yes') continue;
        back += 1;
        break;
      }
    }
    expect(back).toBeLessThan(5);
  });

  it('a kiosk remembers a hundred journeys of each service', () => {
    let all: EndedByService = {};
    for (let turn = 0; turn < 1_000; turn += 1) all = oneMoreEnded(all, 'apply', turn < 500);
    expect(all.apply?.sessions).toBeLessThanOrEqual(100);
    expect(all.apply?.turnedAway).toBeLessThan(5);
  });
});
