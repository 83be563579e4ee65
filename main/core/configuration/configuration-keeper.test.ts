import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../store/open-store.ts';
import { newFolder } from '../test-kiosk.ts';
import { seededEntropy, VirtualClock } from '../virtual-clock.ts';
import { ConfigurationKeeper } from './configuration-keeper.ts';
import type { SessionEnd } from './session-ends.ts';
import { SigningBench } from './signing-bench.ts';

const NOON = Date.UTC(2026, 10, 22, 4);
const MINUTES = 60_000;
const REFUSED: SessionEnd = { service: 'apply', disposition: 'refused', outcome: 'too-young' };
const SERVED: SessionEnd = { service: 'apply', disposition: 'completed', outcome: 'done-here' };

let clock: VirtualClock;
let store: Store;
let signing: SigningBench;
let keeper: ConfigurationKeeper;
let restarts: number;
let free: boolean;

/** A new core over the same store. */
const start = () => {
  keeper = new ConfigurationKeeper({
    store,
    timers: clock,
    free: () => free,
    restart: () => (restarts += 1),
  });
};

/** Sessions as flows put them on record, one every so many milliseconds. */
async function end(session: SessionEnd, times: number, everyMs = 1_000): Promise<void> {
  for (let turn = 0; turn < times; turn += 1) {
    keeper.sessionEnded(session);
    keeper.look();
    await clock.advance(everyMs);
  }
}

/** A set waits, and the next core has it on trial. */
async function apply(assignment: number): Promise<void> {
  const documents = [await signing.document('notices', assignment, { notices: [] })];
  store.configuration.stage({ assignment, effectiveFrom: 0, goesBack: false, documents }, clock.now());
  keeper.look();
  start();
}

const told = (event: string) =>
  store.audit
    .all()
    .filter((record) => record.event === event)
    .map(({ detail }) => detail);

beforeEach(async () => {
  clock = new VirtualClock(NOON);
  const opened = openStore({ folder: newFolder(), clock, entropy: seededEntropy(1) });
  if (!opened.ok) throw new Error(opened.error.message);
  store = opened.value;
  signing = await SigningBench.open();
  store.configuration.roots.add([{ version: 1, statement: signing.root }]);
  restarts = 0;
  free = true;
  start();
});
afterEach(() => store.close());

describe('a configuration that says no to everybody', () => {
  it('INV-7 goes back by itself, though no journey failed, and over power cuts', async () => {
    await end(SERVED, 20);
    await apply(4);
    await end(REFUSED, 4, 4 * MINUTES);
    start();
    expect(told('configuration-returned')).toEqual([]);
    await end(REFUSED, 1);
    expect(told('configuration-returned')).toEqual([{ assignment: 4, to: 0, reason: 'journeys-failed' }]);
    expect(store.configuration.refused()).toMatchObject([{ version: 4, trouble: 'journeys-failed' }]);
    expect(restarts).toBe(2);
  });

  it('INV-7 goes back when whoever is there has gone, and nothing is applied meanwhile', async () => {
    await end(SERVED, 20);
    await apply(4);
    free = false;
    await end(REFUSED, 5, 4 * MINUTES);
    keeper.look();
    expect([restarts, told('configuration-returned')]).toEqual([1, []]);
    free = true;
    keeper.look();
    keeper.look();
    expect([restarts, told('configuration-returned').length]).toEqual([2, 1]);
  });

  it('is held against its own journeys alone, not against those of the one before it', async () => {
    await end(SERVED, 20);
    await apply(4);
    await end(REFUSED, 5, 4 * MINUTES);
    start();
    await clock.advance(MINUTES);
    await apply(5);
    await end(REFUSED, 1, 4 * MINUTES);
    expect(told('configuration-returned')).toHaveLength(1);
  });

  it('INV-7 is not what one resident makes of it who tries again and again', async () => {
    await end(SERVED, 20);
    await apply(4);
    await end(REFUSED, 5, 30_000);
    await end({ ...REFUSED, service: 'loss' }, 5, 5_000);
    expect(told('configuration-returned')).toEqual([]);
  });

  it('goes on where as many were refused before', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      await end(SERVED, 1);
      await end(REFUSED, 1, 4 * MINUTES);
    }
    await apply(4);
    await end(REFUSED, 6, 4 * MINUTES);
    expect(told('configuration-returned')).toEqual([]);
  });

  it('is not kept while another service serves everybody, and keeps nobody from being seen refused', async () => {
    await end(SERVED, 20);
    await apply(4);
    await end(REFUSED, 2, 4 * MINUTES);
    await end({ ...SERVED, service: 'outlets' }, 9);
    expect(told('configuration-kept')).toEqual([]);
    await end(REFUSED, 3, 4 * MINUTES);
    expect(told('configuration-returned')).toMatchObject([{ reason: 'journeys-failed' }]);
  });

  it('INV-8 counts that somebody else wrote over stop nothing', async () => {
    store.settings.set('journeys-kept', '{');
    store.settings.set('journeys-on-trial', '[null]');
    await apply(4);
    await end(REFUSED, 1);
    await end(SERVED, 5);
    expect(told('configuration-kept')).toEqual([{ assignment: 4, sessions: 5 }]);
  });
});
