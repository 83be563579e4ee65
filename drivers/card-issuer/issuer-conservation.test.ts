import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  CARD_ISSUER_FAULTS,
  type CardIssuerFault,
  type CrtCommandName,
} from '../virtual/card-transport/crt-faults.ts';
import type { CardMachineTruth } from '../virtual/card-transport/physical-card.ts';
import { type IssuerBench, issuerBench } from './issuer-bench.ts';

type Step =
  | {
      readonly kind: 'call';
      readonly method: 'takeBlank' | 'present' | 'toBin' | 'status' | 'powerOn' | 'open';
    }
  | { readonly kind: 'fault'; readonly fault: CardIssuerFault; readonly on: CrtCommandName }
  | { readonly kind: 'power-cut'; readonly rests: 'from' | 'path' | 'to' }
  | { readonly kind: 'hand' | 'technician' | 'power-on' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('call' as const),
      method: fc.constantFrom('takeBlank', 'present', 'toBin', 'status', 'powerOn', 'open' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('fault' as const),
      fault: fc.constantFrom(...CARD_ISSUER_FAULTS),
      on: fc.constantFrom<CrtCommandName>('toChip', 'toGate', 'toBin', 'status', 'version'),
    }),
  },
  fc.record({
    kind: fc.constant('power-cut' as const),
    rests: fc.constantFrom('from', 'path', 'to' as const),
  }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('hand', 'technician', 'power-on' as const) }) },
);

/** Where every card is. */
function places({
  stack,
  position,
  card,
  bin,
  taken,
  removed,
}: CardMachineTruth): ReadonlyMap<string, string> {
  const named = (labels: readonly string[], place: string) => labels.map((label) => [label, place] as const);
  const all = [
    ...named(stack, 'stack'),
    ...named(card === null ? [] : [card], position),
    ...named(bin, 'bin'),
    ...named(taken, 'taken'),
    ...named(removed, 'removed'),
  ];
  const map = new Map(all);
  expect(all).toHaveLength(map.size);
  return map;
}

async function take({ machine, issuer, run }: IssuerBench, one: Step): Promise<unknown> {
  switch (one.kind) {
    case 'call':
      return run<unknown>(issuer[one.method]());
    case 'fault':
      return machine.once(one.fault, one.on);
    case 'power-cut':
      return machine.powerCutDuring('move', one.rests);
    case 'hand':
      return machine.takeFromGate();
    case 'power-on':
      return machine.isDark && machine.powerOn();
    default:
      machine.mend();
      return machine.clearPath();
  }
}

const isOk = (outcome: unknown): boolean =>
  typeof outcome === 'object' && outcome !== null && 'ok' in outcome && outcome.ok === true;

/** Where the card is after a call that said it went well. */
const ARRIVES = { takeBlank: 'ic', present: 'gate', toBin: 'none' } as const;

it('INV-2 INV-3 no sequence of acts, faults, cuts and hands loses a card, moves two at once or is told wrongly', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      const bench = await issuerBench();
      const { machine, issuer, run } = bench;
      let before = places(machine.truth());
      expect(before.size).toBe(3);
      for (const one of steps) {
        const outcome = await take(bench, one);
        const { position } = machine.truth();
        if (one.kind === 'call' && one.method === 'status') {
          // What is said of the sensors is true, whatever was on the line.
          if (isOk(outcome)) expect(outcome).toMatchObject({ value: { position } });
        } else if (one.kind === 'call' && one.method in ARRIVES && isOk(outcome)) {
          expect(position).toBe(ARRIVES[one.method as keyof typeof ARRIVES]);
        }
        const after = places(machine.truth());
        expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted());
        const moved = [...after].filter(([label, place]) => before.get(label) !== place);
        expect(moved.length).toBeLessThanOrEqual(1);
        if (one.kind === 'call' && ['status', 'powerOn', 'open'].includes(one.method))
          expect(moved).toEqual([]);
        before = after;
      }
      if (machine.isDark) machine.powerOn();
      machine.mend();
      machine.clearPath();
      for (let tries = 0; tries < 60 && !(await run(issuer.open())).ok; tries += 1);
      expect(await run(issuer.status())).toMatchObject({ value: { position: machine.truth().position } });
    }),
    { numRuns: 150 },
  );
});
