import { describe, expect, it } from 'vitest';
import type { AlarmFacts } from '../../../../src/maintenance/alarm-conditions.ts';
import { createAlarmWatch } from './alarm-watch.ts';
import { ReadinessBench } from './readiness-bench.ts';

function setUp() {
  const bench = new ReadinessBench();
  const { clock } = bench.ground;
  const watchdogs: AlarmFacts['watchdogs'][number][] = [];
  let rings = 0;
  const watch = (store = bench.ground.store) =>
    createAlarmWatch({
      store,
      timers: clock,
      look: () => bench.look.watched(),
      watchdogs: () => watchdogs,
      lockedOut: () => store.technicianTries.lockedOut(),
      maintenanceSince: () => null,
      changed: () => {
        rings += 1;
      },
    });
  const events = () =>
    bench.ground.store.audit
      .all()
      .filter(({ event }) => event.startsWith('alarm-'))
      .map(({ event, detail }) => `${event} ${detail.alarm} ${detail.which ?? ''}`.trim());
  return { bench, clock, watch, watchdogs, events, rings: () => rings };
}

describe('the alarm watch', () => {
  it('raises paper low once, says so at once to the centre, and takes it back once', async () => {
    const { bench, clock, watch, events, rings } = setUp();
    const stop = new AbortController();
    const looking = watch();
    const running = looking.run(stop.signal);
    await clock.advance(60_000);
    expect([events(), rings()]).toEqual([[], 0]);
    bench.paper = { ...bench.paper, paper: 'low' };
    await clock.advance(10 * 60_000);
    expect([events(), rings()]).toEqual([['alarm-raised paper-low'], 1]);
    expect(looking.alarms()).toMatchObject([{ kind: 'paper-low', which: null }]);
    bench.paper = { ...bench.paper, paper: 'full' };
    await clock.advance(10 * 60_000);
    expect([events(), rings()]).toEqual([['alarm-raised paper-low', 'alarm-over paper-low'], 2]);
    stop.abort();
    await running;
  });

  it('looks at once when something changed', async () => {
    const { bench, clock, watch, events } = setUp();
    const stop = new AbortController();
    const looking = watch();
    const running = looking.run(stop.signal);
    await clock.advance(20_000);
    bench.device = { ...bench.device, state: 'hardwareError', code: 'jammed' };
    looking.lookSoon();
    await clock.advance(2_500);
    expect(events()).toEqual(['alarm-raised device-down id-reader']);
    stop.abort();
    await running;
  });

  it('a restart raises nothing twice, and ends what is over by then', async () => {
    const { bench, clock, watch, watchdogs, events } = setUp();
    bench.paper = { ...bench.paper, paper: 'out' };
    watchdogs.push({ kind: 'core-wedged', which: null, detail: 'beats 5' });
    await watch().look();
    bench.ground.cut();
    watchdogs.length = 0;
    const after = watch(bench.ground.store);
    expect(after.alarms().map(({ kind }) => kind)).toEqual(['paper-out', 'core-wedged']);
    for (let turn = 0; turn < 4; turn += 1) {
      await after.look();
      await clock.advance(30_000);
    }
    expect(events()).toEqual([
      'alarm-raised paper-out',
      'alarm-raised core-wedged',
      'alarm-over core-wedged',
    ]);
    expect(after.alarms().map(({ kind }) => kind)).toEqual(['paper-out']);
  });

  it('nothing is on record that did not stand, where the power fails at the record', async () => {
    const { bench, watch, events } = setUp();
    bench.paper = { ...bench.paper, paper: 'out' };
    const { store } = bench.ground;
    store.settings.set = () => {
      throw new Error('power');
    };
    await expect(watch(store).look()).rejects.toThrow('power');
    bench.ground.cut();
    expect(events()).toEqual([]);
    await watch(bench.ground.store).look();
    expect(events()).toEqual(['alarm-raised paper-out']);
  });

  it('somebody who is locked out is named by the short id alone', async () => {
    const { bench, watch, events } = setUp();
    const { technicianTries } = bench.ground.store;
    technicianTries.keep('T-0009', { wrong: 15, waitsUntil: 0, lockedAt: 1, lastTotpStep: 0 });
    await watch().look();
    expect(events()).toEqual(['alarm-raised technician-locked-out T-0009']);
  });
});
