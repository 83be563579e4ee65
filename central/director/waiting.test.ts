import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configurationAnswer } from '../../src/contracts/configuration/poll.ts';
import { type Change, changesInProcess } from '../changes/change-signal.ts';
import { closeService } from './closures.ts';
import {
  assignedBy,
  type DirectorBench,
  directorBench,
  LONG_WAIT_SECONDS,
  pollOf,
} from './director-bench.ts';
import { phaseOf } from './phase.ts';
import { heldForMs, pollAfterSeconds } from './poll-spacing.ts';
import { benchDocument } from './trust-bench.ts';
import { WaitingRoom, type Woken } from './waiting-room.ts';

const NOTICES = benchDocument({ kind: 'notices', line: 'hainan', version: 3 }, { notices: [] });
const REQUEST = { service: 'exchange', reason: '读卡模块停用' } as const;
/** The kiosk has the first assignment, and lets itself be held. */
const HELD = pollOf({ assignment: 1 }, { waitSeconds: LONG_WAIT_SECONDS });

describe('over HTTP', () => {
  let bench: DirectorBench;
  beforeEach(async () => {
    bench = await directorBench();
    bench.momentHasPassed();
    await bench.poll();
  });
  afterEach(() => bench[Symbol.asyncDispose]());

  const waiting = (count: number) =>
    expect.poll(() => bench.central.waitingPolls(), { interval: 5, timeout: 5_000 }).toBe(count);
  const close = () => closeService(bench.central.foundations, 'O-0001', REQUEST);
  const announce = (change: Change) => bench.central.foundations.changes.announce(change);

  it('a change for this kiosk ends its poll at once, and nobody else’s', async () => {
    const other = await bench.patientKiosk();
    await bench.poll(pollOf(), other.token);
    const own = bench.poll(HELD);
    const others = bench.poll(HELD, other.token);
    await waiting(2);
    await bench.target(NOTICES);
    await announce({ about: 'kiosks', kioskIds: [bench.first.kioskId] });
    const answer = await own;
    expect(assignedBy(answer)).toMatchObject({ version: 2, documents: [{ sha256: NOTICES.sha256 }] });
    expect(answer.pollAfterSeconds).toBeLessThan(0.1);
    await waiting(1);
    await close();
    expect(assignedBy(await others).closedServices).toMatchObject([{ service: 'exchange' }]);
  });

  it('one that changes nothing for it lets it wait on', async () => {
    const held = bench.poll(HELD);
    await waiting(1);
    await announce({ about: 'every-kiosk' });
    await announce({ about: 'console', what: 'fleet' });
    await turn();
    await waiting(1);
    await close();
    expect(assignedBy(await held).version).toBe(2);
  });

  it('ends with nothing when its time is over', async () => {
    const answer = await bench.poll(pollOf({ assignment: 1 }, { waitSeconds: 1 }));
    expect(answer).toEqual({
      roots: [],
      assignment: null,
      orders: null,
      certificate: null,
      pollAfterSeconds: 0,
    });
  });

  it('is forgotten when the kiosk goes away', async () => {
    const gone = new AbortController();
    const asked = Array.from({ length: 30 }, () =>
      fetch(`${bench.url}/v1/configuration/polls`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${bench.first.token}` },
        body: JSON.stringify(HELD),
        signal: gone.signal,
      }),
    );
    await waiting(30);
    gone.abort();
    const ends = await Promise.allSettled(asked);
    expect(ends.every(({ status }) => status === 'rejected')).toBe(true);
    await waiting(0);
  });

  it('INV-7 closing a service reaches every waiting kiosk within a second', async () => {
    const kiosks = await Promise.all(Array.from({ length: 40 }, () => bench.patientKiosk()));
    await Promise.all(kiosks.map(({ token }) => bench.poll(pollOf(), token)));
    const held = kiosks.map(({ token }) => bench.poll(HELD, token));
    await waiting(40);
    const began = performance.now();
    await close();
    const answers = await Promise.all(held);
    expect(performance.now() - began).toBeLessThan(1_000);
    for (const answer of answers) {
      expect(assignedBy(answer).closedServices).toEqual([
        { service: 'exchange', since: new Date(bench.now()).toISOString(), reason: '读卡模块停用' },
      ]);
    }
  });

  it('a process that ends sends its kiosks away, each to come back at a moment of its own', async () => {
    const held = bench.poll(HELD);
    await waiting(1);
    await bench.central.close();
    expect(configurationAnswer.parse(await held).pollAfterSeconds).toBeCloseTo(
      30 * phaseOf(bench.first.kioskId),
    );
  });
});

describe('the waiting room', () => {
  const ended = () => ({ onGone: () => undefined });

  it('loses no change that comes between reading and waiting', async () => {
    const changes = changesInProcess();
    const room = new WaitingRoom(changes);
    const seat = room.take('kiosk-1', ended());
    await changes.announce({ about: 'kiosks', kioskIds: ['kiosk-1'] });
    expect(await seat.next(60_000)).toEqual({ by: 'change', together: 1 });
    seat.leave();
    expect(room.size).toBe(0);
  });

  it('hears of each change once, however many wait', async () => {
    let listeners = 0;
    const room = new WaitingRoom({
      announce: () => Promise.resolve(),
      close: () => Promise.resolve(),
      subscribe: () => {
        listeners += 1;
        return () => {
          listeners -= 1;
        };
      },
    });
    const seats = Array.from({ length: 500 }, (_, at) => room.take(`kiosk-${at}`, ended()));
    expect([listeners, room.size]).toEqual([1, 500]);
    for (const seat of seats) seat.leave();
    expect(room.size).toBe(0);
    await room.close();
    expect(listeners).toBe(0);
  });

  it('lets nobody wait once it is closed', async () => {
    const room = new WaitingRoom(changesInProcess());
    const seat = room.take('kiosk-1', ended());
    const before: Promise<Woken> = seat.next(60_000).finally(seat.leave);
    await room.close();
    expect(await before).toEqual({ by: 'closing' });
    expect(await room.take('kiosk-2', ended()).next(60_000)).toEqual({ by: 'closing' });
  });
});

describe('a fleet that comes back together', () => {
  const KIOSKS = 10_000;
  const WAIT_SECONDS = 25;
  const phases = Array.from({ length: KIOSKS }, (_, at) => phaseOf(`kiosk-${at.toString(16)}`));

  it('asks at no more than 1.2 times the mean from its second poll on', () => {
    /** All of them within the first three seconds after an outage. */
    const first = phases.map((_, at) => (at % 3_000) + 7_000_000);
    const perSecond = new Map<number, number>();
    for (const [at, phase] of phases.entries()) {
      let now = first[at] ?? 0;
      for (let round = 0; round < 4; round += 1) {
        now += heldForMs(phase, WAIT_SECONDS, now);
        const second = Math.floor(now / 1000);
        perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
      }
    }
    expect(Math.max(...perSecond.values())).toBeLessThan((1.2 * KIOSKS) / WAIT_SECONDS);
  });

  it('comes back over half a minute where a process sent it away, and after news that all of them heard', () => {
    for (const occasion of [{ why: 'closing' }, { why: 'news', together: KIOSKS }] as const) {
      const perSecond = Map.groupBy(phases, (phase) => Math.floor(pollAfterSeconds(phase, occasion)));
      expect(perSecond.size).toBe(30);
      expect(Math.max(...[...perSecond.values()].map(({ length }) => length))).toBeLessThan(
        (1.2 * KIOSKS) / 30,
      );
    }
  });

  it('is held for the whole of its wait at most, and never for nothing', () => {
    for (const phase of phases.slice(0, 500)) {
      const ms = heldForMs(phase, WAIT_SECONDS, 1_234_567);
      expect(ms).toBeGreaterThan(0);
      expect(ms).toBeLessThanOrEqual(WAIT_SECONDS * 1000);
    }
    expect(heldForMs(0.5, 0, 1_234_567)).toBe(0);
  });
});
