import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../calendar/calendar-day.ts';
import { SERVICES } from '../contracts/service.ts';
import { REFUSALS } from '../contracts/trouble.ts';
import { EXCHANGE_REASONS, FEE_WAIVERS } from '../policy/closed-sets.ts';
import { pastOutcome } from '../replay/past-outcome.ts';
import { refusal, trouble } from './ending.ts';
import { cardFacts, documentFacts, type NotedFacts, SessionNotes, sessionFacts } from './session-facts.ts';

const NOON = Date.UTC(2026, 10, 22, 4);

const noted: fc.Arbitrary<Partial<NotedFacts>> = fc.record(
  {
    document: fc.constantFrom('resident-id-card', 'foreigner-permit-2023'),
    age: fc.integer({ min: 0, max: 150 }),
    region: fc.constantFrom('46', '11'),
    generation: fc.constantFrom(2, 3),
    faceDistance: fc.double({ min: 0, max: 2, noNaN: true }),
    faceTries: fc.integer({ min: 1, max: 5 }),
    lossTerm: fc.constantFrom('days-15', 'long-term', 'formal'),
    exchangeReason: fc.constantFrom(...EXCHANGE_REASONS),
    waivers: fc.uniqueArray(fc.constantFrom(...FEE_WAIVERS)),
    chargedFen: fc.nat(100_000),
  },
  { requiredKeys: [] },
);

describe('the facts of a session', () => {
  it('are what a replay reads, whatever was noted and however it ended', () => {
    const endings = fc.oneof(
      fc.constant(null),
      fc.constantFrom(...REFUSALS).map((reason) => refusal(reason, { cardNumberMasked: 'T＊＊＊001' })),
      fc.constant(trouble('internal')),
    );
    fc.assert(
      fc.property(
        noted,
        endings,
        fc.constantFrom(...SERVICES),
        fc.double({ noNaN: true, min: -9, max: 9e4 }),
        (notes, ending, service, seconds) => {
          const facts = new SessionNotes();
          facts.note(notes);
          const record = sessionFacts({
            service,
            disposition: 'completed',
            ending,
            withoutFace: false,
            noted: facts.take(),
            policy: { id: 'hainan', version: 4 },
            now: NOON,
            seconds,
          });
          expect(pastOutcome.parse(record)).toEqual(record);
          expect(JSON.stringify(record)).not.toContain('＊');
          expect(facts.empty).toBe(true);
        },
      ),
    );
  });

  it('ID-2 count full years, and no year that nobody has', () => {
    const age = (birthDate: string) =>
      documentFacts({ kind: 'resident-id-card', birthDate: day(birthDate) }, NOON).age;
    expect([age('1986-11-22'), age('1986-11-23'), age('2027-01-01'), age('1800-01-01')]).toEqual([
      40,
      39,
      null,
      null,
    ]);
  });

  it('ID-10 keep two digits of a region', () => {
    expect(cardFacts('460105', 2)).toEqual({ region: '46', generation: 2 });
  });

  it('ID-6 say where it went no further for want of a face', () => {
    const ended = {
      service: 'certify',
      disposition: 'completed',
      ending: null,
      noted: new SessionNotes().take(),
    } as const;
    const rest = { policy: { id: 'hainan', version: 4 }, now: NOON, seconds: 61.4 };
    expect(sessionFacts({ ...ended, ...rest, withoutFace: true })).toMatchObject({
      outcome: 'without-face',
      seconds: 61,
    });
    expect(sessionFacts({ ...ended, ...rest, withoutFace: false }).outcome).toBeNull();
  });
});
