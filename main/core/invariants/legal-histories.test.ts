import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crashJourney } from '../crash-journey.ts';
import { CrashMachines } from '../crash-machines.ts';
import { MACHINE, TROUBLES, WIRE } from '../random-faults.ts';
import { ModelCentral } from '../sync/model-central.ts';
import { activation, application, newFolder, type TestKiosk, testKiosk } from '../test-kiosk.ts';
import { checkInvariants } from './check-invariants.ts';
import { StoreLook } from './store-look.ts';
import type { Violation } from './violation.ts';

const never = new AbortController().signal;

const REFUSED: readonly string[] = ['card.request', 'application.submit'];

const machineFaults = fc.array(
  fc.record({ act: fc.constantFrom(...MACHINE), trouble: fc.constantFrom(...TROUBLES), acts: fc.boolean() }),
  { maxLength: 3 },
);
const acts = fc.array(fc.constantFrom('replace', 'swap', 'cancel', 'apply', 'activate'), {
  minLength: 1,
  maxLength: 4,
});

/** Both ways of looking: what changed since the last time, and everything. */
function looks({ store }: TestKiosk) {
  const watch = new StoreLook(store);
  const idle = { policy: null, rest: null, forgotten: [] };
  const whole = (): Violation[] =>
    [...new StoreLook(store).everything()].flatMap((slice) => [...checkInvariants({ ...slice, ...idle })]);
  for (const slice of watch.everything()) expect(checkInvariants({ ...slice, ...idle })).toEqual([]);
  const changed = () => checkInvariants({ ...watch.changed(), ...idle });
  return { whole, changed };
}

it('INV-1…INV-5 hold after every moment of every legal history, and after a restart', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      acts,
      fc.array(fc.constantFrom(...WIRE), { maxLength: 30 }),
      machineFaults,
      fc.boolean(),
      fc.boolean(),
      async (wanted, schedule, faults, somebodyTakes, refuses) => {
        const central = new ModelCentral();
        const left = [...schedule];
        central.nextFault = () => left.shift() ?? 'none';
        if (refuses) central.refuses = ({ kind }) => (REFUSED.includes(kind) ? 'has-card' : null);
        const folder = newFolder();
        const machines = new CrashMachines(folder).begin({ somebodyTakes });
        machines.faults.push(...faults.map((fault) => ({ ...fault })));
        const ports = {
          issuer: () => machines.issuer,
          acceptor: () => machines.acceptor,
          faces: () => machines.faces,
        };
        /** Looked at after each act, too, while what it queued is not sent yet. */
        const heard: Violation[] = [];
        let look = (): readonly Violation[] => [];
        const told = {
          acted: () => heard.push(...look()),
          violated: (found: readonly Violation[]) => heard.push(...found),
        };
        const kiosk = testKiosk(central.fetch, { folder, machines: ports, told });
        kiosk.store.custody.load(10, 'commissioned');
        const { changed, whole } = looks(kiosk);
        look = changed;
        const stop = kiosk.start();
        for (const act of wanted) {
          if (act === 'swap') {
            if (kiosk.store.custody.inMachine('resident')) continue;
            machines.change({ acceptor: 'latched' });
          }
          let over = false;
          const playing = play(act, kiosk).finally(() => {
            over = true;
          });
          for (let passed = 0; !over && passed < 400; passed += 1) {
            await kiosk.clock.advance(1_000);
            expect(changed()).toEqual([]);
          }
          await playing;
        }
        await stop();
        expect(heard).toEqual([]);
        expect(changed()).toEqual([]);
        expect(whole()).toEqual([]);
        kiosk.store.close();
        machines.faults.length = 0;
        const startAt = kiosk.clock.now();
        const after = testKiosk(central.fetch, { folder, seed: 2, machines: ports, startAt });
        const settling = looks(after);
        const end = after.start();
        for (let minute = 0; minute < 15; minute += 1) {
          await after.clock.advance(60_000);
          expect(settling.changed()).toEqual([]);
        }
        expect(settling.whole()).toEqual([]);
        await end();
        after.store.close();
      },
    ),
    { numRuns: 12 },
  );
});

async function play(act: string, { transactions, store, clock }: TestKiosk): Promise<void> {
  switch (act) {
    case 'apply':
      transactions.accept({ service: 'apply', operation: application() });
      return;
    case 'activate':
      await transactions.carryOut({ service: 'activate', operation: activation }, 5_000, never);
      return;
    default:
      await crashJourney(act as 'replace', transactions, store, never, clock);
  }
}
