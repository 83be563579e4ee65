import { systemEntropy, systemTimers } from './clock.ts';
import { crashJourney } from './crash-journey.ts';
import { CrashMachines } from './crash-machines.ts';
import { crashAt, crashPointNamed, noCrashPoint } from './crash-points.ts';
import { openStore } from './store/open-store.ts';
import { createSync } from './sync/create-sync.ts';
import { activation, application, noMachines, silentLog } from './test-kiosk.ts';
import { createTransactions } from './transactions/create-transactions.ts';

/**
 * A core without devices and screens, in a process of its own, for tests that kill it: enrol, do one act, and end
 * when nothing is open any more. Arguments: folder, address of the centre, act, crash point or nothing.
 */
const [folder = '', centralUrl = '', act = '', point] = process.argv.slice(2);
const selected = crashPointNamed(point);
const crashPoint = selected ? crashAt(selected) : noCrashPoint;
const timers = systemTimers;
const entropy = systemEntropy;
const opened = openStore({ folder, clock: timers, entropy });
if (!opened.ok) throw new Error(opened.error.message);
const store = opened.value;
const sync = createSync({ centralUrl, store, timers, entropy, log: silentLog, crashPoint });
const enrolled = await sync.enrol('one-time-code', 'test');
if (!enrolled.ok) throw new Error('not enrolled');
const machines = new CrashMachines(folder);
const transactions = createTransactions({
  ...sync,
  ...noMachines,
  ...(machines.there && {
    issuer: () => machines.issuer,
    acceptor: () => machines.acceptor,
    faces: () => machines.faces,
  }),
  wakeSender: () => sync.wakeSender(),
  store,
  timers,
  entropy,
  crashPoint,
});
const stop = new AbortController();
await transactions.settleOpenTransactions(stop.signal);
const readHeartbeat = () => ({ bootId: 'b', version: '0', policy: { id: 't', version: 1 }, devices: [] });
const loops = Promise.all([
  sync.run({ recorder: transactions.recorder, readHeartbeat }, stop.signal),
  transactions.run(stop.signal),
]);
if (act === 'apply') {
  const { transactionId } = transactions.accept({ service: 'apply', operation: application() });
  process.stdout.write('accepted\n');
  transactions.receiptOffered(transactionId, 'printed');
}
if (act === 'activate')
  await transactions.carryOut({ service: 'activate', operation: activation }, 5_000, stop.signal);
if (act === 'replace' || act === 'cancel' || act === 'swap') {
  store.custody.commission(machines.truth.stack);
  await crashJourney(act, transactions, store, stop.signal, timers);
}
while (
  store.journal.countOpen() > 0 ||
  store.outbox.figures().waiting > 0 ||
  store.audit.unsent(1).length > 0
) {
  await timers.sleep(20);
}
stop.abort();
await loops;
store.close();
