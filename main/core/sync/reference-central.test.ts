import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  application,
  cardOf,
  entries,
  face,
  GOOD_PIN,
  identityOf,
} from '../../../central/bench-operations.ts';
import { BENCH_NOW, centralBench } from '../../../central/central-bench.ts';
import type { Timers } from '../../../src/ports/clock.ts';
import { systemEntropy, systemTimers } from '../clock.ts';
import { openStore } from '../store/open-store.ts';
import { newFolder, noMachines, silentLog } from '../test-kiosk.ts';
import { createTransactions } from '../transactions/create-transactions.ts';
import { createSync } from './create-sync.ts';

/** The central service's own clock stands still; ours agrees with it. */
const timers: Timers = { now: () => BENCH_NOW, elapsed: () => BENCH_NOW, sleep: systemTimers.sleep };
const never = new AbortController().signal;
let bench: Awaited<ReturnType<typeof centralBench>>;

beforeAll(async () => {
  bench = await centralBench();
});
afterAll(() => bench.central.close());

async function kiosk() {
  const entropy = systemEntropy;
  const opened = openStore({ folder: newFolder(), clock: timers, entropy });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  const sync = createSync({ centralUrl: bench.url, store, timers, entropy, log: silentLog });
  const { code } = await bench.central.mintEnrolmentCode();
  expect(await sync.enrol(code, 'integration')).toMatchObject({ ok: true });
  const transactions = createTransactions({
    ...sync,
    ...noMachines,
    wakeSender: () => sync.wakeSender(),
    store,
    timers,
    entropy,
  });
  const stop = new AbortController();
  const readHeartbeat = () => ({ bootId: 'b', version: '0', policy: { id: 't', version: 1 }, devices: [] });
  const loops = sync.run({ recorder: transactions.recorder, readHeartbeat }, stop.signal);
  return {
    store,
    sync,
    transactions,
    end: async () => {
      stop.abort();
      await loops;
    },
  };
}

it('the reference central service takes enrolment, application, questions and activation of this core', async () => {
  const { store, sync, transactions, end } = await kiosk();
  const applicant = bench.resident('apply-plain-1');
  const request = application(applicant);
  const eligible = await sync.authority.eligibility(identityOf(applicant), never);
  expect(eligible).toMatchObject({ ok: true, value: { decision: 'eligible' } });
  const opened = transactions.accept({ service: 'apply', operation: request });
  const progress = await transactions.progress(opened.transactionId, 10_000, never);
  expect(progress).toMatchObject({ state: 'done' });
  expect(store.outbox.figures().waiting).toBe(0);

  const holder = bench.resident('activate-3.0-second');
  const card = cardOf(holder);
  const { socialSecurityNumber } = holder;
  const status = await sync.authority.cardStatus({ ...card, socialSecurityNumber }, never);
  expect(status).toMatchObject({
    ok: true,
    value: { known: true, holderMatches: true, financial: 'locked' },
  });
  const activated = await transactions.carryOut(
    {
      service: 'activate',
      operation: {
        socialSecurityNumber,
        cardId: card.cardId,
        cardNumber: card.cardNumber,
        accountNumber: card.accountNumber,
        entries: entries(GOOD_PIN, card.accountNumber),
        balanceSms: false,
        face,
      },
    },
    5_000,
    never,
  );
  expect(activated.end).toMatchObject({ state: 'done' });
  await end();
});
