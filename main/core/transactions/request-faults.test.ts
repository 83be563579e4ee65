import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { journalMayBe } from '../../../src/transaction/journal-may-be.ts';
import { crashJourney } from '../crash-journey.ts';
import { CrashMachines } from '../crash-machines.ts';
import { MACHINE, TROUBLES, WIRE } from '../random-faults.ts';
import { type Fault, ModelCentral } from '../sync/model-central.ts';
import { newFolder, testKiosk } from '../test-kiosk.ts';
import { moneyBalance } from './money-balance.ts';

const machineFaults = fc.array(
  fc.record({
    act: fc.constantFrom(...MACHINE),
    trouble: fc.constantFrom(...TROUBLES),
    acts: fc.boolean(),
  }),
  { maxLength: 3 },
);

/** Never received, and then the wire is gone: asking must wait, not spin. */
const LOST_VOID: [act: 'cancel', Fault[], [], boolean, number] = [
  'cancel',
  ['portal-page', 'server-error', 'portal-page', 'refused-connection'],
  [],
  true,
  6,
];

describe('a request, whatever the wire and the machines do', () => {
  it('INV-1…INV-5 ends with money, cards and both sides in balance, over restarts', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('replace', 'swap', 'cancel'),
        fc.array(fc.constantFrom(...WIRE), { maxLength: 25 }),
        machineFaults,
        fc.boolean(),
        fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
        async (act, schedule, faults, somebodyTakes, outageAfter) => {
          const central = new ModelCentral();
          const left = [...schedule];
          let calls = 0;
          let healed = false;
          central.nextFault = () => {
            calls += 1;
            if (healed) return 'none';
            if (outageAfter !== null && calls > outageAfter) return 'refused-connection';
            return left.shift() ?? 'none';
          };
          const folder = newFolder();
          const acceptor = act === 'swap' ? 'latched' : 'none';
          const machines = new CrashMachines(folder).begin({ somebodyTakes, acceptor });
          machines.faults.push(...faults.map((fault) => ({ ...fault })));
          const ports = {
            issuer: () => machines.issuer,
            acceptor: () => machines.acceptor,
            faces: () => machines.faces,
          };
          const kiosk = testKiosk(central.fetch, { folder, machines: ports });
          kiosk.store.custody.load(10, 'commissioned');
          const stop = kiosk.start();
          let over = false;
          const journey = crashJourney(
            act,
            kiosk.transactions,
            kiosk.store,
            new AbortController().signal,
            kiosk.clock,
          );
          void journey.finally(() => {
            over = true;
          });
          for (let passed = 0; !over && passed < 400; passed += 1) await kiosk.clock.advance(1_000);
          await journey;
          await stop();
          kiosk.store.close();

          healed = true;
          machines.faults.length = 0;
          const after = testKiosk(central.fetch, {
            folder,
            seed: 2,
            machines: ports,
            startAt: kiosk.clock.now(),
          });
          const end = after.start();
          await after.clock.advance(15 * 60_000);
          const { store } = after;
          const { authority } = central;
          expect(store.journal.countOpen()).toBe(0);
          // What was really written is what settling is proven for.
          for (const { service, transactionId } of store.journal.requests()) {
            const written = store.journal.entries(transactionId);
            expect(journalMayBe('request', service, written)).toEqual({ ok: true, value: undefined });
          }
          expect(store.outbox.figures().waiting).toBe(0);
          const [order] = [...authority.orders.values()];
          const { paidFen = 0, refundedFen = 0 } = order ?? {};
          const fees = (authority.lossReported ? 1_000 : 0) + authority.cards.size * 1_500;
          expect(paidFen - refundedFen, 'INV-1').toBe(paidFen === 0 ? 0 : fees);
          expect(moneyBalance(store.journal).unsettledFen).toBe(0);
          expect(authority.orders.size).toBeLessThanOrEqual(1);
          const { truth } = machines;
          const usable = [...authority.cards.values()].filter((card) => card === 'usable').length;
          expect(usable + (authority.oldCardUsable ? 1 : 0), 'INV-2').toBeLessThanOrEqual(1);
          expect(truth.handedOver, 'INV-2').toBeLessThanOrEqual(1);
          const { loaded, stock, blanks } = store.custody.counts();
          const out = Object.values(blanks).reduce((sum, count) => sum + count, 0);
          expect(stock + out, 'INV-3').toBe(loaded);
          expect(authority.deliveries.length, 'INV-4').toBe(authority.cards.size);
          expect(truth.retainBin > 0 && authority.oldCardUsable, 'INV-5').toBe(false);
          await end();
          store.close();
        },
      ),
      { numRuns: 12, examples: [LOST_VOID] },
    );
  });
});
