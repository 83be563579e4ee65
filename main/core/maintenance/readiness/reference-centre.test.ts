import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { BENCH_NOW, type CentralBench, centralBench } from '../../../../central/central-bench.ts';
import type { Timers } from '../../../../src/ports/clock.ts';
import { systemEntropy, systemTimers } from '../../clock.ts';
import { createSync } from '../../sync/create-sync.ts';
import { newFolder, silentLog, storeIn } from '../../test-kiosk.ts';
import { composeReadiness } from './compose-readiness.ts';
import { ReadinessBench } from './readiness-bench.ts';

/** The central service's own clock stands still; ours agrees with it. */
const timers: Timers = { now: () => BENCH_NOW, elapsed: () => BENCH_NOW, sleep: systemTimers.sleep };
let centre: CentralBench;
beforeAll(async () => {
  centre = await centralBench();
});
afterAll(() => centre.central.close());

it('alarms and the morning report of a core reach the reference central service', async () => {
  const bench = new ReadinessBench();
  const { clock } = bench.ground;
  const store = storeIn(newFolder());
  const sync = createSync({ centralUrl: centre.url, store, timers, entropy: systemEntropy, log: silentLog });
  const { code } = await centre.central.mintEnrolmentCode();
  const enrolled = await sync.enrol(code, 'readiness');
  if (!enrolled.ok) throw new Error(enrolled.error.kind);
  const readiness = composeReadiness({
    ...bench.parts,
    sync,
    entropy: systemEntropy,
    log: silentLog,
    watchdogs: () => [],
    lockedOut: () => [],
    maintenanceSince: () => null,
    changed: () => sync.heartbeatSoon(),
  });
  bench.paper = { ...bench.paper, paper: 'out' };
  const stop = new AbortController();
  const recorder = { record: () => 'not-needed' } as never;
  const policy = { id: 't', version: 1 };
  const readHeartbeat = () => ({
    bootId: 'b',
    version: '0',
    policy,
    devices: [],
    alarms: [...readiness.alarms()],
    maintenanceSince: BENCH_NOW,
  });
  const running = Promise.all([
    readiness.run(stop.signal),
    sync.run({ recorder, readHeartbeat }, stop.signal),
  ]);
  await clock.advance(5 * 60_000);
  await vi.waitFor(async () => {
    const { kiosks } = (await centre.send('GET', '/dev/fleet')).body as { kiosks: { kioskId: string }[] };
    expect(kiosks.find(({ kioskId }) => kioskId === enrolled.value)).toMatchObject({
      maintenanceSince: new Date(BENCH_NOW).toISOString(),
      alarms: [{ kind: 'paper-out', overAt: null }],
      reports: [{ day: '2026-01-05', report: { level: 'stop' } }],
    });
  });
  expect(sync.clockComparison()).toMatchObject({ offsetMs: 0 });
  stop.abort();
  await running;
});
