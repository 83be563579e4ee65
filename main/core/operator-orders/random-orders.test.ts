import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { IdempotencyKey } from '../../../src/brand.ts';
import { ORDER_KINDS } from '../../../src/contracts/configuration/orders.ts';
import { crashJourney } from '../crash-journey.ts';
import { CrashMachines } from '../crash-machines.ts';
import { checkInvariants } from '../invariants/check-invariants.ts';
import { StoreLook } from '../invariants/store-look.ts';
import { WIRE } from '../random-faults.ts';
import { ModelCentral } from '../sync/model-central.ts';
import { activation, application, newFolder, type TestKiosk, testKiosk } from '../test-kiosk.ts';
import { carryOutOrder } from './carry-out-order.ts';
import { stuckRequests } from './stuck-requests.ts';

const never = new AbortController().signal;
const idle = { policy: null, rest: null, forgotten: [] };
const violations = ({ store }: TestKiosk) =>
  [...new StoreLook(store).everything()].flatMap((slice) => checkInvariants({ ...slice, ...idle }));

const orders = fc.array(
  fc.record({
    kind: fc.constantFrom(...ORDER_KINDS),
    /** What the kiosk says is stuck; or any of its requests and keys, which need not belong together. */
    stuck: fc.boolean(),
    request: fc.nat({ max: 5 }),
    key: fc.option(fc.nat({ max: 8 }), { nil: null }),
    afterMs: fc.constantFrom(0, 300, 5_000, 60_000),
  }),
  { minLength: 1, maxLength: 10 },
);
const KINDS = [
  'payment.refund',
  'payment.cancel',
  'card.delivery',
  'card.switch',
  'application.submit',
] as const;

const ordered = (kind: (typeof ORDER_KINDS)[number]) => ({
  kind,
  stuck: true,
  request: 0,
  key: null,
  afterMs: 5_000 as const,
});
/** Nothing of what these queue is taken in: there is something to decide about, twice and by both words. */
const NOT_TAKEN_IN: [('apply' | 'replace')[], (typeof KINDS)[number][], [], ReturnType<typeof ordered>[]] = [
  ['apply', 'replace', 'apply'],
  ['application.submit', 'card.delivery'],
  [],
  [ordered('send-again'), ordered('close-refused'), ordered('send-again'), ordered('close-refused')],
];

it('INV-1…INV-5 hold whatever people order, and whenever: nothing is done twice and no money is lost', {
  timeout: 60_000,
}, async () => {
  const outcomes = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      // The acceptor holds one old card, and no session begins while one is in it: a second swap is another day's.
      fc
        .array(fc.constantFrom('replace', 'swap', 'cancel', 'apply', 'activate'), {
          minLength: 1,
          maxLength: 3,
        })
        .filter((acts) => acts.filter((act) => act === 'swap').length < 2),
      fc.subarray([...KINDS]),
      fc.array(fc.constantFrom(...WIRE), { maxLength: 25 }),
      orders,
      async (acts, notTakenIn, schedule, ordered) => {
        const central = new ModelCentral();
        const left = [...schedule];
        central.nextFault = () => left.shift() ?? 'none';
        central.refuses = ({ kind }) => (notTakenIn.some((one) => one === kind) ? 'problem' : null);
        const folder = newFolder();
        const machines = new CrashMachines(folder).begin({ somebodyTakes: false, acceptor: 'latched' });
        const heard: unknown[] = [];
        const kiosk = testKiosk(central.fetch, {
          folder,
          machines: {
            issuer: () => machines.issuer,
            acceptor: () => machines.acceptor,
            faces: () => machines.faces,
          },
          told: { violated: (found) => heard.push(...found) },
        });
        const { store, transactions, clock, sync } = kiosk;
        store.custody.load(10, 'commissioned');
        const stop = kiosk.start();
        const residents = async () => {
          for (const act of acts) {
            if (act === 'apply') transactions.accept({ service: 'apply', operation: application() });
            else if (act === 'activate') {
              await transactions.carryOut({ service: 'activate', operation: activation }, 1_000, never);
            } else await crashJourney(act, transactions, store, never, clock);
          }
        };
        const all = residents();
        let over = false;
        void all.finally(() => {
          over = true;
        });
        const ground = { store, transactions, clock, sync };
        await clock.advance(20_000);
        let number = 0;
        for (const { kind, stuck, request, key, afterMs } of ordered) {
          for (let passed = 0; passed < afterMs; passed += 30_000) {
            await clock.advance(Math.min(30_000, afterMs - passed));
          }
          const known = [...store.journal.everyJournal()];
          const keys = known.flatMap(({ entries }) =>
            entries
              .map((entry) => (entry as { key: IdempotencyKey | null }).key)
              .filter((one) => one !== null),
          );
          number += 1;
          const told = stuck ? stuckRequests(store).at(request % 2) : undefined;
          const any = {
            reference: known[request % Math.max(1, known.length)]?.transaction.reference ?? null,
            key: key === null ? null : (keys[key % Math.max(1, keys.length)] ?? null),
          };
          const { reference, key: named } = told ?? any;
          const order = {
            orderId: `order-${number}-of-the-desk`,
            kind,
            reference,
            key: named,
            decidedBy: ['O-0001', 'O-0002'],
          };
          const result = carryOutOrder(order, ground);
          const journals = JSON.stringify([...store.journal.everyJournal()]);
          expect(carryOutOrder(order, ground)).toEqual(result);
          expect(JSON.stringify([...store.journal.everyJournal()]), 'the same order again').toBe(journals);
          const name = `${kind} ${result.outcome}`;
          outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
          expect(violations(kiosk)).toEqual([]);
        }
        for (let passed = 0; !over && passed < 400; passed += 1) await clock.advance(1_000);
        await all;
        await clock.advance(10 * 60_000);
        expect(heard).toEqual([]);
        expect(violations(kiosk)).toEqual([]);
        const effects = central.effects.map(({ key }) => key);
        expect(new Set(effects).size, 'INV-4').toBe(effects.length);
        for (const { paidFen, refundedFen } of central.authority.orders.values()) {
          expect(refundedFen, 'INV-1').toBeLessThanOrEqual(paidFen);
        }
        await stop();
        store.close();
      },
    ),
    { numRuns: 20, examples: [NOT_TAKEN_IN] },
  );
  for (const kind of ['send-again', 'close-refused', 'ask-again']) {
    expect(outcomes.get(`${kind} done`), kind).toBeGreaterThan(0);
  }
});
