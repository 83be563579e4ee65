import { describe, expect, it } from 'vitest';
import { memoryCard } from '../../../src/flows/memory/card-machine-path.ts';
import { MemoryCardAcceptor } from '../../../src/flows/memory/card-machines.ts';
import { socialCardOf } from '../../../src/flows/memory/people.ts';
import { deviceTrouble } from '../../../src/ports/device-status.ts';
import { CrashMachines, type MachineTruth } from '../crash-machines.ts';
import { newFolder, storeIn } from '../test-kiosk.ts';
import { settled, VirtualClock } from '../virtual-clock.ts';
import { createOwnCard } from './own-card.ts';

const never = new AbortController().signal;

function bench(truth: Partial<MachineTruth> = {}) {
  const folder = newFolder();
  const clock = new VirtualClock();
  const store = storeIn(folder, clock);
  const machines = new CrashMachines(folder).begin(truth);
  const own = createOwnCard({ acceptor: () => machines.acceptor, store, timers: clock, takeCardSeconds: 60 });
  const events = () =>
    store.audit.all().map(({ event, detail }) => `${event} ${detail.outcome ?? ''}`.trim());
  return { clock, store, machines, own, events };
}

/** The double with a mouth and a gate, and somebody before it. */
function benchWithHands(card = memoryCard('own')) {
  const clock = new VirtualClock();
  const store = storeIn(newFolder(), clock);
  const acceptor = new MemoryCardAcceptor();
  const own = createOwnCard({ acceptor: () => acceptor, store, timers: clock, takeCardSeconds: 60 });
  const insert = async () => {
    const waiting = own.accept(never);
    await settled();
    acceptor.insertCard(card);
    return waiting;
  };
  const taken = async () => {
    await settled();
    acceptor.takeFromGate();
  };
  return { own, store, acceptor, insert, taken };
}

describe("a resident's own card", () => {
  it('INV-5 is latched, read and given back, each on disk', async () => {
    const { own, store, events } = bench();
    expect(own.inside()).toBe(false);
    expect(await own.accept(never)).toEqual({ ok: true, value: undefined });
    expect(own.inside()).toBe(true);
    expect(await own.giveBack(never)).toBe('taken');
    expect(own.inside()).toBe(false);
    expect(store.custody.counts().ownCards).toMatchObject({ 'given-back': 1, latched: 0, gate: 0 });
    expect(events()).toEqual(['own-card-accepted', 'own-card-given-back taken']);
    expect(await own.giveBack(never)).toBe('none');
  });

  it('INV-5 that nobody takes is retained with the reason not-taken', async () => {
    const { own, store, machines } = bench({ somebodyTakes: false });
    await own.accept(never);
    expect(await own.giveBack(never)).toBe('retained');
    expect(machines.truth.retainBin).toBe(1);
    const records = store.audit.all().filter(({ event }) => event === 'own-card-retained');
    expect(records).toMatchObject([{ detail: { reason: 'not-taken', outcome: 'retained' } }]);
    expect(store.custody.counts().ownCards.retained).toBe(1);
  });

  it('INV-5 is known by its masked owner while it lies in the bin, and to nobody once it is given back', async () => {
    const { own, store, acceptor, insert, taken } = benchWithHands({
      ...memoryCard('own'),
      contents: socialCardOf('2026-01-05' as never, '460100199001011239'),
    });
    const keys = { authenticate: async () => ({ ok: true, value: { externalData: '' } }) as const };
    await insert();
    await own.read(keys, never);
    const given = own.giveBack(never);
    await taken();
    expect(await given).toBe('taken');
    const [back] = store.custody.at('resident', 'given-back');
    expect(store.cardOwners.find(back?.card ?? '').masked).toBeNull();
    await insert();
    await own.read(keys, never);
    expect(await own.giveBack(AbortSignal.abort())).toBe('retained');
    expect(acceptor.bin).toHaveLength(1);
    const [kept] = store.custody.at('resident', 'retained');
    expect(store.cardOwners.find(kept?.card ?? '').masked).toBe('试＊＊ 4601 ＊＊＊＊ ＊＊＊＊ 1239');
  });

  it('INV-3 that does not move is stuck, and its place is unknown until a technician looked', async () => {
    const { own, store, machines } = bench({ somebodyTakes: false });
    await own.accept(never);
    machines.faults.push({ act: 'retain', trouble: { kind: 'jammed', code: 'belt' }, acts: false });
    expect(await own.giveBack(never)).toBe('stuck');
    expect(store.custody.counts().ownCards.unknown).toBe(1);
  });

  it.each([
    ['latched', true, 'given-back'],
    ['latched', false, 'retained'],
    ['gate', true, 'given-back'],
  ] as const)(
    'INV-5 found %s after a power cut (somebody there: %s) ends as %s',
    async (acceptor, somebodyTakes, place) => {
      const { own, store } = bench({ acceptor, somebodyTakes });
      await own.giveBackLeftBehind();
      expect(store.custody.counts().ownCards[place]).toBe(1);
      const reasons = store.audit.all().filter(({ event }) => event === 'own-card-retained');
      if (place === 'retained') expect(reasons).toMatchObject([{ detail: { reason: 'left-behind' } }]);
    },
  );

  it('INV-3 gone from the gate was taken; gone from inside is a technician’s', async () => {
    for (const [place, end] of [
      ['gate', 'given-back'],
      ['latched', 'unknown'],
    ] as const) {
      const { own, store } = bench();
      const card = store.custody.acceptOwnCard('accepted');
      if (place === 'gate') store.custody.move(card, 'gate', 'offered-back');
      await own.giveBackLeftBehind();
      expect(store.custody.find(card)?.place).toBe(end);
    }
  });

  it('SWAP-3 is left alone while a swap was about to retain it', async () => {
    const { own, store, machines } = bench({ acceptor: 'latched' });
    const transactionId = 't-1' as never;
    store.journal.open({
      transactionId,
      course: 'request',
      service: 'swap',
      reference: 'YKT-1' as never,
      key: 'k-1' as never,
      openedAt: 0,
    });
    store.custody.acceptOwnCard('accepted');
    store.journal.append(transactionId, { kind: 'intent', act: 'retain-old', key: null, detail: {} }, 0);
    await own.giveBackLeftBehind();
    expect(machines.truth.acceptor).toBe('latched');
  });

  it('INV-3 that was stuck and is seen again keeps its one line', async () => {
    const { own, store, acceptor, insert, taken } = benchWithHands();
    await insert();
    acceptor.failNext('giveBack', { kind: 'jammed', code: 'belt' });
    expect(await own.giveBack(never)).toBe('stuck');
    const back = own.giveBackLeftBehind();
    await taken();
    await back;
    expect(store.custody.counts().ownCards).toMatchObject({ 'given-back': 1, unknown: 0 });
  });

  it('INV-3 is moved once, by whoever asks first', async () => {
    const { own, store, machines } = bench({ somebodyTakes: false });
    await own.accept(never);
    await Promise.all([own.giveBack(never), own.giveBackLeftBehind()]);
    expect(store.custody.counts().ownCards.retained).toBe(1);
    expect(machines.truth.retainBin).toBe(1);
  });

  it('INV-5 that came in while the answer was lost is the one that was waited for', async () => {
    const { own, store, acceptor, insert, taken } = benchWithHands();
    acceptor.failNext('accept', deviceTrouble('answer-lost', ''), true);
    expect(await insert()).toMatchObject({ ok: false });
    expect(await own.accept(never)).toMatchObject({ ok: true });
    const back = own.giveBack(never);
    await taken();
    expect(await back).toBe('taken');
    expect(store.custody.counts().ownCards).toMatchObject({ 'given-back': 1, unknown: 0 });
  });

  it('INV-5 left inside by a power cut is offered back to who begins anew, before another is accepted', async () => {
    const { own, store, acceptor, insert, taken } = benchWithHands();
    await insert();
    // The same store and machine under a core that was started again.
    const again = createOwnCard({
      acceptor: () => acceptor,
      store,
      timers: new VirtualClock(),
      takeCardSeconds: 60,
    });
    const waiting = again.accept(never);
    await taken();
    await settled();
    expect(store.custody.counts().ownCards).toMatchObject({ 'given-back': 1, latched: 0, gate: 0 });
    await settled();
    acceptor.insertCard(memoryCard('own'));
    expect(await waiting).toEqual({ ok: true, value: undefined });
    expect(store.custody.counts().ownCards).toMatchObject({ 'given-back': 1, latched: 1 });
    expect(own.inside()).toBe(true);
  });

  it('a kiosk without an acceptor says so', async () => {
    const { store, clock } = bench();
    const own = createOwnCard({ acceptor: () => null, store, timers: clock, takeCardSeconds: 60 });
    expect(await own.accept(never)).toMatchObject({ ok: false, error: { code: 'not-fitted' } });
    expect(await own.giveBack(never)).toBe('none');
    await own.giveBackLeftBehind();
  });
});
