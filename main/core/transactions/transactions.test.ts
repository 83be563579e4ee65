import { describe, expect, it, vi } from 'vitest';
import { ModelCentral } from '../sync/model-central.ts';
import { activation, application, newFolder, testKiosk } from '../test-kiosk.ts';
import { settled } from '../virtual-clock.ts';

const never = new AbortController().signal;

describe('an application', () => {
  it('APPLY-8 is accepted with the link down, and INV-4 arrives once when it is back', async () => {
    const central = new ModelCentral();
    central.nextFault = () => 'refused-connection';
    const kiosk = testKiosk(central.fetch);
    const stop = kiosk.start();
    const opened = kiosk.transactions.accept({ service: 'apply', operation: application() });
    await kiosk.clock.advance(20_000);
    expect(await progressNow(kiosk, opened.transactionId)).toEqual({ state: 'queued' });
    expect(kiosk.store.outbox.find(opened.key)?.attempts).toBe(0);
    // Said at once: on a clock that stands still nobody could wait for it.
    expect(await kiosk.transactions.progress(opened.transactionId, 8_000, never)).toEqual({
      state: 'queued',
    });
    central.nextFault = () => 'none';
    await kiosk.clock.advance(5 * 60_000);
    expect(await progressNow(kiosk, opened.transactionId)).toMatchObject({
      state: 'done',
      number: 'A-1',
    });
    expect(central.effects.filter(({ key }) => key === opened.key)).toHaveLength(1);
    expect(kiosk.store.outbox.figures().waiting).toBe(0);
    await stop();
  });

  it('INV-7 names the pack it was begun under, so that the centre judges it by the same', async () => {
    const central = new ModelCentral();
    const kiosk = testKiosk(central.fetch);
    const stop = kiosk.start();
    const opened = kiosk.transactions.accept({ service: 'apply', operation: application() });
    await kiosk.clock.advance(1_000);
    expect(central.effects.find(({ key }) => key === opened.key)?.operation).toMatchObject({
      kind: 'application.submit',
      pack: { id: 'test', version: 1 },
    });
    await stop();
  });

  it('waits for the answer at most as long as it is told', async () => {
    const central = new ModelCentral();
    const kiosk = testKiosk(central.fetch);
    kiosk.sync.link.report(true);
    const opened = kiosk.transactions.accept({ service: 'apply', operation: application() });
    const waiting = kiosk.transactions.progress(opened.transactionId, 8_000, never);
    await kiosk.clock.advance(8_000);
    expect(await waiting).toEqual({ state: 'queued' });
    const again = kiosk.transactions.progress(opened.transactionId, 8_000, never);
    const stop = kiosk.start();
    await kiosk.clock.advance(100);
    expect(await again).toMatchObject({ state: 'done' });
    await stop();
  });

  it('INV-4 a refusal for good is a dead letter and a refused progress, never silence', async () => {
    const central = new ModelCentral();
    central.refuses = (operation) => (operation.kind === 'application.submit' ? 'has-card' : null);
    const kiosk = testKiosk(central.fetch);
    const stop = kiosk.start();
    const opened = kiosk.transactions.accept({ service: 'apply', operation: application() });
    await kiosk.clock.advance(1_000);
    expect(await progressNow(kiosk, opened.transactionId)).toEqual({ state: 'refused', code: 'has-card' });
    expect(kiosk.store.deadLetters.all()).toMatchObject([{ code: 'has-card', decidedByAuthority: true }]);
    await stop();
  });

  it('a problem document moves it to the dead letters after one answer and blocks nobody else', async () => {
    const central = new ModelCentral();
    central.refuses = (o) =>
      o.kind === 'application.submit' && o.mobile === '13900000000' ? 'problem' : null;
    const kiosk = testKiosk(central.fetch);
    const stop = kiosk.start();
    const poison = kiosk.transactions.accept({
      service: 'apply',
      operation: application('A'.repeat(18), { mobile: '13900000000' }),
    });
    const healthy = kiosk.transactions.accept({ service: 'apply', operation: application('B'.repeat(18)) });
    await kiosk.clock.advance(1_000);
    expect(await progressNow(kiosk, healthy.transactionId)).toMatchObject({ state: 'done' });
    expect(await progressNow(kiosk, poison.transactionId)).toEqual({ state: 'queued' });
    expect(kiosk.store.deadLetters.all()).toMatchObject([
      { code: 'pin-block-unreadable', decidedByAuthority: false },
    ]);
    expect(central.requests.filter((line) => line.includes(poison.key))).toHaveLength(1);
    await stop();
  });

  it('in progress is asked about under the same key until it is decided', async () => {
    const central = new ModelCentral();
    central.nextFault = (method) => (method === 'PUT' ? 'in-progress' : 'none');
    const kiosk = testKiosk(central.fetch);
    const stop = kiosk.start();
    const opened = kiosk.transactions.accept({ service: 'apply', operation: application() });
    await kiosk.clock.advance(0);
    expect(await progressNow(kiosk, opened.transactionId)).toEqual({ state: 'in-progress' });
    await kiosk.clock.advance(10 * 60_000);
    expect(await progressNow(kiosk, opened.transactionId)).toMatchObject({ state: 'done' });
    const puts = central.requests.filter((line) => line.startsWith('PUT') && line.includes(opened.key));
    expect(puts).toHaveLength(1);
    await stop();
  });
});

describe('thousands of applications after an outage', () => {
  it('are sent looking, for each answer, at its own journal and not at all the open ones again', async () => {
    const central = new ModelCentral();
    const kiosk = testKiosk(central.fetch);
    for (let at = 0; at < 20; at += 1) {
      const operation = application(String(at).padStart(18, '0'));
      kiosk.transactions.accept({ service: 'apply', operation });
    }
    const { journal } = kiosk.store;
    const read = vi.spyOn(journal, 'entries');
    const stop = kiosk.start();
    await kiosk.clock.advance(10_000);
    await stop();
    expect(journal.countOpen()).toBe(0);
    expect(read).toHaveBeenCalledTimes(20);
  });
});

describe('an activation', () => {
  it.each([
    ['none', 'done', 1],
    ['refused-connection', 'nothing-happened', 0],
    ['drop-before', 'nothing-happened', 0],
    ['drop-after', 'done', 1],
    ['in-progress', 'done', 1],
    ['unauthorised', 'done', 1],
    ['server-error', 'nothing-happened', 0],
  ] as const)(
    'ACT-6 with the fault %s ends as %s with %i effects and one PUT',
    async (fault, end, effects) => {
      const central = new ModelCentral();
      let faults = 1;
      central.nextFault = () => {
        faults -= 1;
        return faults >= 0 ? fault : 'none';
      };
      const kiosk = testKiosk(central.fetch);
      const ended = kiosk.transactions.carryOut(
        { service: 'activate', operation: activation },
        30_000,
        never,
      );
      await kiosk.clock.advance(30_000);
      const { end: reached, key } = await ended;
      expect(reached.state).toBe(end);
      expect(central.effects).toHaveLength(effects);
      const puts = central.requests.filter((line) => line === `PUT /v1/operations/${key}`);
      expect(puts).toHaveLength(fault === 'unauthorised' ? 2 : 1);
      expect(kiosk.store.journal.countOpen()).toBe(0);
    },
  );

  it('stays unknown while nobody answers, is never sent again, and is settled later', async () => {
    const central = new ModelCentral();
    central.nextFault = (method) => (method === 'PUT' ? 'drop-after' : 'drop-before');
    const kiosk = testKiosk(central.fetch);
    const stop = kiosk.start();
    const ended = kiosk.transactions.carryOut({ service: 'activate', operation: activation }, 20_000, never);
    await kiosk.clock.advance(25_000);
    const { end, transactionId } = await ended;
    expect(end).toEqual({ state: 'unknown' });
    expect(kiosk.store.journal.find(transactionId)?.closedAt).toBeNull();
    central.nextFault = () => 'none';
    await kiosk.clock.advance(6 * 60_000);
    expect(kiosk.store.journal.find(transactionId)?.closedAt).not.toBeNull();
    expect(central.effects.filter(({ operation }) => operation.kind === 'card.activate')).toHaveLength(1);
    const settledRecords = kiosk.store.audit.all().filter(({ event }) => event === 'transaction-settled');
    expect(settledRecords).toMatchObject([{ detail: { decision: 'close-done', service: 'activate' } }]);
    await stop();
  });

  it('a start after a power cut voids what was never received', async () => {
    const folder = newFolder();
    const central = new ModelCentral();
    central.nextFault = () => 'drop-before';
    const before = testKiosk(central.fetch, { folder });
    const cut = new AbortController();
    const lost = before.transactions.carryOut(
      { service: 'activate', operation: activation },
      60_000,
      cut.signal,
    );
    await settled();
    cut.abort();
    await before.clock.advance(10_000);
    const { transactionId } = await lost;
    before.store.close();
    central.nextFault = () => 'none';
    const after = testKiosk(central.fetch, { folder, seed: 2 });
    const settling = after.transactions.settleOpenTransactions(never);
    await after.clock.advance(5_000);
    await settling;
    expect(after.store.journal.find(transactionId)?.closedAt).not.toBeNull();
    expect(central.effects).toHaveLength(0);
    after.transactions.receiptOffered(transactionId, 'printed');
    expect(after.store.journal.entries(transactionId)).toHaveLength(3);
  });
});

describe('a journal that contradicts itself', () => {
  it('INV-4 is put on record for the technician once, over rounds and starts, and nothing is sent', async () => {
    const folder = newFolder();
    const central = new ModelCentral();
    central.nextFault = () => 'drop-before';
    const before = testKiosk(central.fetch, { folder });
    const ended = before.transactions.carryOut({ service: 'activate', operation: activation }, 0, never);
    await before.clock.advance(1_000);
    const { transactionId, reference, key } = await ended;
    // No run of the program writes a second intent.
    const intent = { kind: 'intent', act: 'activate', key, detail: {} } as const;
    before.store.journal.append(transactionId, intent, before.clock.now());
    await before.transactions.settleOpenTransactions(never);
    await before.transactions.settleOpenTransactions(never);
    before.store.close();
    const after = testKiosk(central.fetch, { folder, seed: 2 });
    const asked = central.requests.length;
    await after.transactions.settleOpenTransactions(never);
    const records = after.store.audit.all().filter(({ event }) => event === 'transaction-needs-technician');
    expect(records.map(({ detail }) => detail)).toEqual([
      { reference, transaction: transactionId, service: 'activate', fault: 'intent-twice' },
    ]);
    expect(after.store.journal.find(transactionId)?.closedAt).toBeNull();
    expect(central.requests).toHaveLength(asked);
  });
});

async function progressNow(
  kiosk: ReturnType<typeof testKiosk>,
  id: Parameters<typeof kiosk.transactions.progress>[0],
) {
  return kiosk.transactions.progress(id, 0, never);
}
