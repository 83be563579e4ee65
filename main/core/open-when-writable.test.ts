import { describe, expect, it } from 'vitest';
import { ok } from '../../src/result.ts';
import { endsOnPurpose, startOnTrial } from './configuration/trial-starts.ts';
import { type DiskTrouble, diskTroubleIn } from './disk-trouble.ts';
import { openWhenWritable } from './open-when-writable.ts';
import { newFolder, silentLog, storeIn } from './test-kiosk.ts';
import { VirtualClock } from './virtual-clock.ts';

const coded = (code: string) => Object.assign(new Error(code), { code });

describe('a disk that takes no writes', () => {
  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['SQLITE_READONLY_DIRECTORY', 'disk-not-writable'],
    ['SQLITE_IOERR_WRITE', 'disk-not-writable'],
    ['EROFS', 'disk-not-writable'],
    ['SQLITE_CONSTRAINT', null],
    ['SQLITE_CORRUPT', null],
  ] as const)('%s is %s', (code, trouble) => {
    expect(diskTroubleIn(coded(code))).toBe(trouble);
  });

  it('INV-8 closes the kiosk with the reason, and opens it by itself when there is room again', async () => {
    const clock = new VirtualClock();
    const store = storeIn(newFolder(), clock);
    const says: (DiskTrouble | null)[] = ['disk-full', 'disk-full', 'disk-not-writable', null];
    const told: DiskTrouble[] = [];
    let looks = 0;
    const opening = openWhenWritable({
      look: () => says[looks++] ?? null,
      open: () => ok(store),
      closed: (trouble) => told.push(trouble),
      timers: clock,
      log: silentLog,
    });
    await clock.advance(10_000);
    expect(await opening).toMatchObject({ ok: true });
    expect(told).toEqual(['disk-full', 'disk-not-writable']);
    const [record] = store.audit.all().filter(({ event }) => event === 'disk-trouble-over');
    expect(record?.detail).toEqual({ reason: 'disk-not-writable', seconds: 6 });
  });

  it('INV-7, INV-8 that ended a core is not held against the configuration on trial', async () => {
    const clock = new VirtualClock();
    const store = storeIn(newFolder(), clock);
    const { trial } = store.configuration;
    trial.begin(clock.now());
    startOnTrial(store, 'boot-1');
    const looks: (DiskTrouble | null)[] = ['disk-full', null];
    const opening = openWhenWritable({
      look: () => looks.shift() ?? null,
      open: () => ok(store),
      closed: () => undefined,
      timers: clock,
      log: silentLog,
    });
    await clock.advance(4_000);
    await opening;
    startOnTrial(store, 'boot-1');
    expect(trial.find()).toMatchObject({ coreStarts: 2, crashes: 0 });
    startOnTrial(store, 'boot-1');
    expect(trial.find()).toMatchObject({ coreStarts: 3, crashes: 1 });
  });

  it('INV-8 lets a core end on purpose although it can’t say so', () => {
    const note = (code: string) => () => {
      throw coded(code);
    };
    const endsOn = (code: string) => () =>
      endsOnPurpose({ configuration: { trial: { note: note(code) } } as never });
    expect(endsOn('SQLITE_FULL')).not.toThrow();
    expect(endsOn('SQLITE_CORRUPT')).toThrow('SQLITE_CORRUPT');
  });

  it('INV-8 that shows only while the store is opened closes it too; any other error is not hidden', async () => {
    const clock = new VirtualClock();
    const store = storeIn(newFolder(), clock);
    const throws = [coded('SQLITE_FULL'), null];
    const told: DiskTrouble[] = [];
    const open = () => {
      const error = throws.shift();
      if (error) throw error;
      return ok(store);
    };
    const options = {
      look: () => null,
      closed: (one: DiskTrouble) => told.push(one),
      timers: clock,
      log: silentLog,
    };
    const opening = openWhenWritable({ ...options, open });
    await clock.advance(2_000);
    expect(await opening).toMatchObject({ ok: true });
    expect(told).toEqual(['disk-full']);
    const broken = openWhenWritable({
      ...options,
      open: () => {
        throw coded('SQLITE_ERROR');
      },
    });
    await expect(broken).rejects.toThrow('SQLITE_ERROR');
  });
});
