import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS } from '../contracts/configuration/document.ts';
import { TROUBLES } from '../contracts/trouble.ts';
import { journeyWord } from './journey-counts.ts';
import { type JourneyCounts, oneMore, TRIAL, type TrialFacts, trialVerdict } from './trial-verdict.ts';

const DAY_MS = 24 * 3_600_000;
const FRESH: TrialFacts = {
  ...{ sessions: 0, failed: 0, ageMs: 0, before: { sessions: 50, failed: 0 } },
  turnsAway: 'no',
};
const verdict = (facts: Partial<TrialFacts>) => trialVerdict({ ...FRESH, ...facts });

const counts: fc.Arbitrary<JourneyCounts> = fc
  .tuple(fc.nat(60), fc.nat(60))
  .map(([well, failed]) => ({ sessions: well + failed, failed }));
const facts: fc.Arbitrary<TrialFacts> = fc
  .record({ of: counts, before: counts, ageMs: fc.nat(10 * DAY_MS) })
  .map(({ of, before, ageMs }) => ({ ...of, before, ageMs, turnsAway: 'no' }));

describe('the trial of a configuration', () => {
  it.each([
    [{ sessions: 1, failed: 1 }, 'go-on'],
    [{ sessions: 2, failed: 2 }, 'return'],
    [{ sessions: 3, failed: 2 }, 'return'],
    [{ sessions: 4, failed: 2 }, 'return'],
    [{ sessions: 5, failed: 2 }, 'go-on'],
    [{ sessions: 5, failed: 0 }, 'keep'],
    [{ sessions: 6, failed: 1 }, 'keep'],
    [{ sessions: 7, failed: 2 }, 'go-on'],
    [{ sessions: 1, failed: 0, ageMs: DAY_MS - 1 }, 'go-on'],
    [{ sessions: 1, failed: 0, ageMs: DAY_MS }, 'keep'],
    [{ sessions: 0, failed: 0, ageMs: 30 * DAY_MS }, 'go-on'],
    [{ sessions: 9, failed: 0, turnsAway: 'yes' }, 'return'],
    [{ sessions: 9, failed: 0, turnsAway: 'perhaps' }, 'go-on'],
    [{ sessions: 9, failed: 0, turnsAway: 'perhaps', ageMs: 2 * DAY_MS }, 'go-on'],
    [{ sessions: 9, failed: 0, turnsAway: 'perhaps', ageMs: 7 * DAY_MS }, 'keep'],
    [{ sessions: 0, failed: 0, turnsAway: 'yes', ageMs: 30 * DAY_MS }, 'return'],
    [{ sessions: 5, failed: 2, ageMs: 2 * DAY_MS }, 'go-on'],
    [{ sessions: 5, failed: 2, ageMs: 7 * DAY_MS }, 'keep'],
  ] as const)('INV-7 after %o it is to %s', (seen, said) => {
    expect(verdict(seen)).toBe(said);
  });

  it('a kiosk on which every second journey failed before returns only for what is twice as bad', () => {
    const before = { sessions: 20, failed: 10 };
    expect(verdict({ sessions: 6, failed: 4, before })).toBe('go-on');
    expect(verdict({ sessions: 3, failed: 3, before })).toBe('return');
    expect(verdict({ sessions: 6, failed: 4, before: { sessions: 3, failed: 2 } })).toBe('return');
  });

  it('INV-7 two failures that begin it always end it, where it was well before', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(7 * DAY_MS), (sessions, ageMs) => {
        expect(verdict({ sessions: 2, failed: 2, ageMs, before: { sessions, failed: 0 } })).toBe('return');
      }),
    );
  });

  it('journeys that all go well keep it after five, and never return it', () => {
    fc.assert(
      fc.property(facts, ({ sessions, ageMs, before }) => {
        const said = trialVerdict({ sessions, failed: 0, ageMs, before, turnsAway: 'no' });
        expect(said).not.toBe('return');
        if (sessions >= TRIAL.wellSessions) expect(said).toBe('keep');
      }),
    );
  });

  it('another failure never makes it better, and a journey that goes well never worse', () => {
    const order = { return: 0, 'go-on': 1, keep: 2 } as const;
    fc.assert(
      fc.property(facts, (now) => {
        const failed = trialVerdict({ ...now, sessions: now.sessions + 1, failed: now.failed + 1 });
        const well = trialVerdict({ ...now, sessions: now.sessions + 1 });
        expect(order[failed]).toBeLessThanOrEqual(order[well]);
        if (trialVerdict(now) !== 'return') expect(well).not.toBe('return');
        if (trialVerdict(now) === 'return' && now.ageMs < 7 * DAY_MS) expect(failed).not.toBe('keep');
      }),
    );
  });

  it('it is over after a week, whatever happened, where anybody came', () => {
    fc.assert(
      fc.property(facts, ({ sessions, ...now }) => {
        expect(trialVerdict({ ...now, sessions: sessions + 1, ageMs: 7 * DAY_MS })).not.toBe('go-on');
      }),
    );
  });

  it('a clock that was set back ends nothing', () => {
    expect(verdict({ sessions: 4, ageMs: -400 * DAY_MS })).toBe('go-on');
    expect(verdict({ sessions: 5, ageMs: -400 * DAY_MS })).toBe('keep');
  });
});

describe('what a session says of the configuration', () => {
  const none = new Set<(typeof DOCUMENT_KINDS)[number]>();
  const word = (outcome: string | null, changed = none) =>
    journeyWord({ disposition: 'trouble', outcome }, changed);

  it('only an end speaks for it, and only its own troubles against it', () => {
    const said = (disposition: 'completed' | 'cancelled' | 'timed-out' | 'refused', outcome = 'done-here') =>
      journeyWord({ disposition, outcome }, none);
    expect([said('completed'), said('cancelled'), said('timed-out'), said('refused')]).toEqual([
      'well',
      'nothing',
      'nothing',
      'turned-away',
    ]);
    // ID-6: a slip for the counter, a face that was not known, an office that said no end a journey, too.
    expect(['go-to-counter', 'without-face', 'refused'].map((outcome) => said('completed', outcome))).toEqual(
      ['turned-away', 'turned-away', 'turned-away'],
    );
    expect(TROUBLES.filter((one) => word(one) === 'failed')).toEqual([
      'payment-not-possible',
      'authority-refused-to-answer',
      'internal',
    ]);
    expect([word(null), word('of a later version')]).toEqual(['failed', 'failed']);
  });

  it('a device that is down speaks against new device options alone', () => {
    expect(word('pin-pad-down')).toBe('nothing');
    expect(word('pin-pad-down', new Set(['policy-pack', 'texts'] as const))).toBe('nothing');
    expect(word('pin-pad-down', new Set(['device-defaults'] as const))).toBe('failed');
    expect(word('link-down', new Set(DOCUMENT_KINDS))).toBe('nothing');
  });

  it('a kiosk remembers its last hundred journeys, the older ones half', () => {
    let before: JourneyCounts = { sessions: 0, failed: 0 };
    for (let turn = 0; turn < 1_000; turn += 1) before = oneMore(before, turn < 500 ? 'failed' : 'well');
    expect(before.sessions).toBeLessThanOrEqual(100);
    expect(before.failed).toBeLessThan(5);
  });
});
