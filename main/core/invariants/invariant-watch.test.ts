import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type PolicyPack, parsePolicyPack } from '../../../src/policy/policy-pack.ts';
import type { Store } from '../store/open-store.ts';
import { StoreByHand } from '../store/store-by-hand.ts';
import { newFolder, silentLog, storeIn } from '../test-kiosk.ts';
import { VirtualClock } from '../virtual-clock.ts';
import type { AtRest } from './invariant-view.ts';
import { InvariantWatch } from './invariant-watch.ts';
import type { Violation } from './violation.ts';

const DAY_MS = 24 * 3_600_000;

function hainan(): PolicyPack {
  const pack = parsePolicyPack(readFileSync('assets/policy/hainan.json', 'utf8'));
  if (!pack.ok) throw new Error('the default pack is not right');
  return pack.value;
}

/** One start of a core over this store: what its watch did, up to its end. */
function start(
  store: Store,
  clock: VirtualClock,
  { policy = hainan(), rest = null as AtRest | null, assignment = 0 } = {},
) {
  const stops: (readonly Violation[])[] = [];
  let closed = 0;
  const watch = new InvariantWatch({
    store,
    policy,
    assignment,
    clock,
    log: silentLog,
    atRest: () => rest,
    stop: (violations) => stops.push(violations),
    closed: () => {
      closed += 1;
    },
  });
  const recorded = () => store.audit.all().filter(({ event }) => event === 'invariant-violated');
  return { watch, stops, recorded, timesClosed: () => closed };
}

/** A start screen behind which the session still holds somebody. */
const HOLDING: AtRest = {
  screen: 'welcome',
  fields: ['screen'],
  holds: ['presented'],
  tiles: [{ service: 'help', minutes: 1, free: true, available: true, reason: null, notice: null }],
  devices: {
    'id-card-reader': 'online',
    'social-card-reader': 'online',
    'pin-pad': 'online',
    'receipt-printer': 'online',
    'card-acceptor': 'online',
    'card-issuer': 'online',
    'card-face-printer': 'online',
    'document-printer': 'online',
    'code-scanner': 'online',
  },
  linkUp: true,
  live: [],
};

/** The outbox loses an item nobody answered: what it accepted is gone. */
function loseAnItem({ journal, outbox }: Store): void {
  const id = 't-lost' as never;
  journal.open({
    transactionId: id,
    course: 'queued',
    service: 'certify',
    reference: 'YKT-LOST' as never,
    key: 'k-lost' as never,
    openedAt: 0,
  });
  journal.append(id, { kind: 'intent', act: 'certify', key: 'k-lost' as never, detail: {} }, 0);
  outbox.remove('k-lost' as never);
}

describe('a violation while the kiosk runs', () => {
  it('is put on record once and stops the core once; the next start is closed and does not stop', () => {
    const clock = new VirtualClock();
    const store = storeIn(newFolder(), clock);
    const first = start(store, clock);
    expect(first.watch.begin()).toEqual([]);
    first.watch.quiet();
    expect(first.stops).toEqual([]);
    loseAnItem(store);
    first.watch.quiet();
    first.watch.quiet();
    const lost = { invariant: 'INV-4', code: 'accepted-and-lost', transaction: 't-lost' };
    expect(first.stops).toEqual([[lost]]);
    expect(first.watch.closedBecause).toBeNull();
    expect(first.recorded().map(({ detail }) => detail)).toEqual([lost]);

    for (let again = 0; again < 3; again += 1) {
      const next = start(store, clock);
      expect(next.watch.begin()).toEqual([lost]);
      expect(next.watch.closedBecause).toEqual(lost);
      next.watch.quiet();
      expect(next.stops).toEqual([]);
      expect(next.recorded()).toHaveLength(1);
    }
    store.close();
  });

  it('serves again where another start has mended it; where it comes again within a day it closes, and does not loop', async () => {
    const clock = new VirtualClock();
    const store = storeIn(newFolder(), clock);
    const first = start(store, clock, { rest: HOLDING });
    first.watch.begin();
    first.watch.quiet();
    expect(first.stops).toHaveLength(1);

    const second = start(store, clock, { rest: HOLDING });
    expect(second.watch.begin()).toEqual([]);
    expect(second.watch.closedBecause).toBeNull();
    second.watch.quiet();
    expect(second.stops).toEqual([]);
    expect(second.timesClosed()).toBe(1);
    expect(second.watch.closedBecause).toMatchObject({ invariant: 'INV-6', code: 'resident-still-held' });

    await clock.advance(DAY_MS + 1);
    const later = start(store, clock, { rest: HOLDING });
    later.watch.begin();
    later.watch.quiet();
    expect(later.stops).toHaveLength(1);
    store.close();
  });

  it('INV-8 finds a request that a flow took with it, once its time is over', async () => {
    const clock = new VirtualClock();
    const store = storeIn(newFolder(), clock);
    const rest = { ...HOLDING, holds: [], live: ['t-1' as never] };
    const { watch, stops } = start(store, clock, { rest });
    watch.begin();
    watch.quiet();
    await clock.advance(10 * 60_000);
    watch.quiet();
    expect(stops).toEqual([]);
    await clock.advance(1);
    watch.quiet();
    expect(stops).toMatchObject([[{ invariant: 'INV-8', code: 'open-and-forgotten', transaction: 't-1' }]]);
    store.close();
  });

  it('stops for what was about to be written, as for what was', () => {
    const clock = new VirtualClock();
    const store = storeIn(newFolder(), clock);
    const { watch, stops, recorded } = start(store, clock);
    watch.begin();
    watch.violated([{ invariant: 'INV-2', code: 'presented-unbound', transaction: 't-1' as never }]);
    expect(stops).toHaveLength(1);
    expect(recorded()).toHaveLength(1);
    store.close();
  });
});

describe('a start', () => {
  it('that finds something wrong on disk closes the kiosk at once instead of stopping', () => {
    const folder = newFolder();
    const hand = new StoreByHand(folder);
    hand.own('o-1', ['latched', 'retained']);
    const store = hand.open();
    const { watch, stops, recorded } = start(store, new VirtualClock());
    expect(watch.begin()).toMatchObject([{ invariant: 'INV-5' }]);
    expect(watch.closedBecause).toMatchObject({ code: 'kept-without-offer' });
    expect(stops).toEqual([]);
    expect(recorded()).toHaveLength(1);
    store.close();
  });

  it('INV-7 with an older pack than the one before is closed; the same and a newer one serve', () => {
    const clock = new VirtualClock();
    const store = storeIn(newFolder(), clock);
    const pack = hainan();
    const version = (added: number) => ({ policy: { ...pack, version: pack.version + added } });
    expect(start(store, clock, version(1)).watch.begin()).toEqual([]);
    expect(start(store, clock, version(0)).watch.begin()).toMatchObject([{ code: 'policy-older' }]);
    expect(start(store, clock, version(1)).watch.begin()).toEqual([]);
    expect(start(store, clock, version(2)).watch.begin()).toEqual([]);
    store.close();
  });

  it('INV-7 with an older pack serves where a return to the last good configuration is on record', () => {
    const clock = new VirtualClock();
    const store = storeIn(newFolder(), clock);
    const pack = hainan();
    const newer = { policy: { ...pack, version: pack.version + 1 }, assignment: 4 };
    store.configuration.stage({ assignment: 4, effectiveFrom: 0, goesBack: false, documents: [] }, 1);
    store.configuration.applyStaged(2);
    expect(start(store, clock, newer).watch.begin()).toEqual([]);
    store.configuration.goBack('journeys-failed', 3);
    expect(start(store, clock).watch.begin()).toEqual([]);
    store.close();
  });

  it('INV-7 with anything but the set the store says is current is closed', () => {
    const clock = new VirtualClock();
    const store = storeIn(newFolder(), clock);
    store.configuration.stage({ assignment: 4, effectiveFrom: 0, goesBack: false, documents: [] }, 1);
    store.configuration.applyStaged(2);
    const found = (assignment: number) => start(store, clock, { assignment }).watch.begin();
    expect(found(0)).toMatchObject([{ code: 'configuration-not-current' }]);
    expect(found(4)).toEqual([]);
    store.close();
  });

  it('INV-7 with a pack that is not valid is closed', () => {
    const clock = new VirtualClock();
    const store = storeIn(newFolder(), clock);
    const policy = { ...hainan(), services: [] };
    expect(start(store, clock, { policy: { ...policy, version: 0 } }).watch.begin()).toMatchObject([
      { invariant: 'INV-7', code: 'policy-invalid' },
    ]);
    store.close();
  });
});
