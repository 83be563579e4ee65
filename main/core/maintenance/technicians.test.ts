import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CustodyLine } from '../store/custody-lines.ts';
import { BINS, FOUND_WORDS } from './custody-words.ts';
import { type Cut, TechniciansDay } from './technicians-day.ts';

const cut = fc.constantFrom<Cut[]>('never', 'before', 'within', 'after');
const kiosk = fc.oneof(
  fc.record({ issue: fc.constantFrom('handed', 'rejected', 'path', 'bin', 'stack', 'taken') }),
  fc.record({ own: fc.constantFrom('back', 'kept', 'path', 'bin', 'taken') }),
);

/** What technicians do; `wrong` says how far a count may be off, `lies` what is said of a card. */
const technician = (wrong: fc.Arbitrary<number>, lies: fc.Arbitrary<(typeof FOUND_WORDS)[number] | null>) =>
  fc.oneof(
    fc.record({ load: fc.integer({ min: 1, max: 9 }), wrong, late: fc.boolean(), cut }),
    fc.record({ count: fc.constant(true), wrong, cut }),
    fc.record({ empty: fc.constantFrom(...BINS), wrong, cut }),
    fc.record({ place: fc.nat(20), said: lies, cut }),
  );

const days = (wrong: fc.Arbitrary<number>, lies: fc.Arbitrary<(typeof FOUND_WORDS)[number] | null>) =>
  fc.array(fc.oneof(kiosk, kiosk, technician(wrong, lies)), { maxLength: 25 });
type Step = ReturnType<typeof days> extends fc.Arbitrary<readonly (infer S)[]> ? S : never;

/** Lives through the steps; `after` looks at the kiosk after each. */
async function live(steps: readonly Step[], after: (day: TechniciansDay, late: number) => void) {
  const day = new TechniciansDay();
  let late: { readonly blanks: number; readonly type: () => Promise<void> } | null = null;
  for (const step of steps) {
    if ('issue' in step) await day.issue(step.issue);
    else if ('own' in step) await day.own(step.own);
    else {
      // What was typed late is typed before anything else is done.
      await late?.type();
      late = null;
      if ('load' in step) {
        const type = day.load(step.load, Math.max(1, step.load + step.wrong), step.cut);
        if (step.late) late = { blanks: step.load, type };
        else await type();
      } else if ('count' in step) await day.count(step.wrong, step.cut);
      else if ('empty' in step) await day.empty(step.empty, step.wrong, step.cut);
      else await day.place(step.place, step.said, step.cut);
    }
    after(day, late?.blanks ?? 0);
  }
  await late?.type();
  await day.findAll();
  after(day, 0);
  await day.countAll();
  after(day, 0);
  return day;
}

/** loaded = in stock + every place, and what is kept of that is what the moves say. */
function balanced({ bench }: TechniciansDay): void {
  const { custody } = bench.store;
  const counts = custody.counts();
  const lines = custody
    .histories()
    .map(({ card, origin }) => ({ origin, last: custody.moves(card).at(-1)?.place }));
  const at = (origin: CustodyLine['origin'], place: string) =>
    lines.filter((line) => line.origin === origin && line.last === place).length;
  const out = Object.values(counts.blanks).reduce((sum, cards) => sum + cards, 0);
  expect(counts.stock + out).toBe(counts.loaded);
  for (const [place, cards] of Object.entries(counts.blanks)) expect(cards).toBe(at('blank', place));
  for (const [place, cards] of Object.entries(counts.ownCards)) expect(cards).toBe(at('resident', place));
}

/** The ledger is what is really so, but for cards it calls lost from sight. */
function real(day: TechniciansDay, late: number): void {
  const { issuer, acceptor, store } = day.bench;
  const { loaded, stock, blanks, ownCards } = store.custody.counts();
  const within = (ledger: number, real: number, slack: number, what: string) => {
    expect(real - ledger, what).toBeGreaterThanOrEqual(0);
    expect(real - ledger, what).toBeLessThanOrEqual(slack);
  };
  within(stock, issuer.stack.length - late, day.lostIn('issuer', 'stack'), 'stack');
  within(blanks.rejected + blanks.retained, issuer.bin.length, day.lostIn('issuer', 'bin'), 'issuer bin');
  within(blanks.emptied, day.bag.issuer, day.lostIn('issuer', 'bag'), 'issuer bag');
  within(ownCards.retained, acceptor.bin.length, day.lostIn('acceptor', 'bin'), 'acceptor bin');
  within(ownCards.emptied, day.bag.acceptor, day.lostIn('acceptor', 'bag'), 'acceptor bag');
  within(blanks['handed-over'] + blanks.missing, issuer.taken.length, day.lostIn('issuer', 'taken'), 'taken');
  if (day.lost.size === 0) expect(loaded).toBe(day.reallyLoaded - late);
}

it('INV-3 the ledger is what is really so after every act of technicians who count right, however often power fails', async () => {
  await fc.assert(
    fc.asyncProperty(days(fc.constant(0), fc.constant(null)), async (steps) => {
      const day = await live(steps, (now, late) => {
        balanced(now);
        real(now, late);
      });
      const { blanks, ownCards } = day.bench.store.custody.counts();
      expect(blanks.unknown + ownCards.unknown).toBe(0);
    }),
    { numRuns: 15 },
  );
}, 60_000);

it('INV-3 balances whatever technicians say, keeps every difference visible, and a thorough visit mends the stack', async () => {
  const wrong = fc.integer({ min: -3, max: 3 });
  const lies = fc.option(fc.constantFrom(...FOUND_WORDS));
  await fc.assert(
    fc.asyncProperty(days(wrong, lies), async (steps) => {
      const day = await live(steps, balanced);
      const { custody, custodyActs, audit } = day.bench.store;
      expect(custody.stock()).toBe(day.bench.issuer.stack.length);
      expect(custody.counts().blanks.unknown).toBe(0);
      const differing = audit
        .all()
        .filter(
          ({ event, detail }) =>
            /stack-counted|bin-emptied/.test(event) && detail.counted !== detail.expected,
        )
        .map(({ detail }) => detail.act);
      expect(
        custodyActs
          .differences(100)
          .map(({ act }) => act)
          .sort(),
      ).toEqual(differing.sort());
    }),
    { numRuns: 15 },
  );
}, 60_000);
