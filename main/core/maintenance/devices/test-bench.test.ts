import { describe, expect, it } from 'vitest';
import type { CalendarDay } from '../../../../src/calendar/calendar-day.ts';
import { memoryCard } from '../../../../src/flows/memory/card-machine-path.ts';
import { idCardOf, socialCardOf } from '../../../../src/flows/memory/people.ts';
import {
  MemoryCardFacePrinter,
  MemoryCodeScanner,
  MemoryDocumentPrinter,
} from '../../../../src/flows/memory/printers-and-scanner.ts';
import { CABINET_LAMPS, type CabinetBoard } from '../../../../src/ports/cabinet-board.ts';
import { aborted, type ManagedDevice } from '../../../../src/ports/device-status.ts';
import type { IdCardReader } from '../../../../src/ports/id-card-reader.ts';
import type { PinPad } from '../../../../src/ports/pin-pad.ts';
import type { SocialCardReader } from '../../../../src/ports/social-card-reader.ts';
import type { PaperReceipt } from '../../../../src/receipt/paper-receipt.ts';
import { err, ok } from '../../../../src/result.ts';
import type { ReachedDevice } from '../../devices/device-manager.ts';
import { createOwnCard } from '../../devices/own-card.ts';
import { MaintenanceBench } from '../maintenance-bench.ts';
import { createTestBench } from './test-bench.ts';
import { HAND_MS } from './test-outcome.ts';

const DAY = '2026-11-22' as CalendarDay;
const managed: ManagedDevice = {
  open: async () => ok(undefined),
  probe: async () => ok(undefined),
  close: async () => undefined,
};
const never = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
const onlyAborts = async (signal: AbortSignal) => {
  await never(signal);
  return err(aborted);
};

/** A test bench over one device of a class. */
function bench(
  deviceClass: ReachedDevice['deviceClass'],
  fitted: object | ((kiosk: MaintenanceBench) => object),
) {
  const kiosk = new MaintenanceBench(2);
  const device = typeof fitted === 'function' ? fitted(kiosk) : fitted;
  const { clock, store } = kiosk;
  let leases = 0;
  let most = 0;
  const reached = {
    config: { id: 'it', class: deviceClass, driver: 'memory', transport: 'none', options: {} },
    deviceClass,
    device,
    lease: () => {
      leases += 1;
      most = Math.max(most, leases);
      return () => {
        leases -= 1;
      };
    },
    setAside: async () => () => undefined,
  } as unknown as ReachedDevice;
  const tests = createTestBench({
    devices: { reach: (id) => (id === 'it' ? reached : null), statuses: () => [] },
    ownCard: createOwnCard({ acceptor: () => kiosk.acceptor, store, timers: clock, takeCardSeconds: 60 }),
    store,
    kioskName: '试验机',
    timers: clock,
    busy: () => kiosk.busy,
    during: (act) => act(),
  });
  const { signal } = new AbortController();
  const run = () => tests.test('it', { act: 'task-1-testing', again: false, technician: 'T-0417', signal });
  return { kiosk, tests, run, clock, leases: () => ({ now: leases, most }) };
}

describe('testing a device alone', () => {
  it('says of an identity card only its layout and whether it has a portrait', async () => {
    const reader: IdCardReader = {
      ...managed,
      waitForCard: async () => ok(undefined),
      read: async () => ok(idCardOf(DAY, 40)),
      waitForRemoval: async () => ok(undefined),
      samId: async () => ok('05.03'),
    };
    const { run, leases } = bench('id-card-reader', reader);
    expect(await run()).toEqual({
      outcome: 'passed',
      code: null,
      facts: { layout: 'resident-id-card', portrait: 'yes' },
    });
    expect(leases()).toEqual({ now: 0, most: 1 });
  });

  it('says that it saw nothing when no hand came', async () => {
    const reader = { ...managed, waitForCard: onlyAborts };
    const { run, clock } = bench('id-card-reader', reader);
    const result = run();
    await clock.advance(HAND_MS + 1);
    expect(await result).toEqual({ outcome: 'not-seen', code: null, facts: {} });
  });

  it('opens no holder data: the reader gets no key service that proves us', async () => {
    const asked: unknown[] = [];
    const reader: Pick<SocialCardReader, 'waitForCard' | 'read'> & ManagedDevice = {
      ...managed,
      waitForCard: async () => ok(undefined),
      read: async (keys, signal) => {
        asked.push(await keys.authenticate({} as never, signal));
        return err({ kind: 'key-service', code: 'refused' });
      },
    };
    expect(await bench('social-card-reader', reader).run()).toMatchObject({
      outcome: 'passed',
      facts: { chip: '3' },
    });
    expect(asked).toEqual([{ ok: false, error: { code: 'refused' } }]);
  });

  it('INV-5 takes a test card in, reads it and gives it back, with its line in the ledger', async () => {
    const { kiosk, tests, run, clock } = bench('card-acceptor', ({ acceptor }) => acceptor);
    const result = run();
    await clock.advance(0);
    expect(tests.underWay()).toBe(true);
    kiosk.acceptor.insertCard(memoryCard('test', socialCardOf(DAY, '460100199001010000')));
    await clock.advance(0);
    kiosk.acceptor.takeFromGate();
    await clock.advance(0);
    expect(await result).toEqual({ outcome: 'passed', code: null, facts: { chip: '3.00' } });
    expect(tests.underWay()).toBe(false);
    expect(kiosk.store.custody.counts().ownCards['given-back']).toBe(1);
    expect(JSON.stringify(kiosk.store.audit.all())).not.toContain('460100199001010000');
  });

  it('INV-3 moves no card while somebody is being served', async () => {
    const { run, kiosk } = bench('card-issuer', {});
    kiosk.busy = true;
    expect(await run()).toMatchObject({ outcome: 'failed', code: 'busy' });
  });

  it('ACT-4 counts two keys and calls the entry off before there is a PIN', async () => {
    let blocks = 0;
    const hurried: Pick<PinPad, 'enterPin'> & ManagedDevice = {
      ...managed,
      enterPin: async ({ onKey }, signal) => {
        onKey(1);
        onKey(2);
        if (signal.aborted) return err(aborted);
        blocks += 1;
        return ok({ format: 'iso4-aes', keyName: 'K', block: '' });
      },
    };
    const short: typeof hurried = {
      ...managed,
      enterPin: async ({ onKey }, signal) => {
        onKey(1);
        return onlyAborts(signal);
      },
    };
    expect(await bench('pin-pad', hurried).run()).toEqual({
      outcome: 'passed',
      code: null,
      facts: { keys: 2 },
    });
    expect(blocks).toBe(0);
    const lazy = bench('pin-pad', short);
    const result = lazy.run();
    await lazy.clock.advance(HAND_MS + 1);
    expect(await result).toMatchObject({ outcome: 'not-seen', code: 'nothing-typed', facts: { keys: 1 } });
  });

  it('ECARD-2 says how long a code is and of what, never the code', async () => {
    const scanner = new MemoryCodeScanner();
    await scanner.open();
    const { run, clock } = bench('code-scanner', scanner);
    const result = run();
    await clock.advance(0);
    scanner.show('SECRET42');
    expect(await result).toEqual({ outcome: 'passed', code: null, facts: { length: 8, content: 'text' } });
  });

  it('prints a page on paper that is cheap, and asks the face printer only how it is', async () => {
    const receipts: PaperReceipt[] = [];
    const printer = {
      ...managed,
      status: async () => ok({ paper: 'low', cover: 'closed', cutter: 'ok', online: true }),
      print: async (receipt: PaperReceipt) => {
        receipts.push(receipt);
        return ok(undefined);
      },
    };
    expect(await bench('receipt-printer', printer).run()).toMatchObject({ facts: { paper: 'low' } });
    expect(receipts).toMatchObject([{ heading: '试验机', title: '打印测试' }]);
    const document = new MemoryDocumentPrinter();
    await document.open();
    expect((await bench('document-printer', document).run()).outcome).toBe('passed');
    expect(document.printed).toHaveLength(1);
    const faces = new MemoryCardFacePrinter();
    await faces.open();
    expect((await bench('card-face-printer', faces).run()).outcome).toBe('passed');
    expect(faces.faces).toEqual([]);
    faces.gone = { kind: 'device', code: 'link-lost', message: '' };
    expect(await bench('card-face-printer', faces).run()).toMatchObject({
      outcome: 'failed',
      code: 'link-lost',
    });
  });

  it('blinks each lamp in turn and leaves lamps and light as they were', async () => {
    const acts: string[] = [];
    const board: Pick<CabinetBoard, 'status' | 'setLamp' | 'setLight'> & ManagedDevice = {
      ...managed,
      status: async () =>
        ok({
          door: 'open',
          power: 'mains',
          batteryPercent: 90,
          lightPercent: 10,
          lamps: { 'card-slot': 'on', 'id-reader': 'off', receipt: 'off', 'pin-pad': 'off' },
          speaker: 'present',
        }),
      setLamp: async (lamp, state) => {
        acts.push(`${lamp} ${state}`);
        return ok(undefined);
      },
      setLight: async (percent) => {
        acts.push(`light ${percent}`);
        return ok(undefined);
      },
    };
    const { run, clock } = bench('cabinet-board', board);
    const result = run();
    await clock.advance(60_000);
    expect(await result).toMatchObject({ outcome: 'passed', facts: { door: 'open', power: 'mains' } });
    expect(acts.filter((act) => act.endsWith('blink'))).toHaveLength(CABINET_LAMPS.length);
    expect(acts).toContain('card-slot on');
    expect(acts.at(-1)).toBe('light 10');
  });

  it('offers what the screen tests by itself beside the device table, and audits how each test ended', () => {
    const { tests, kiosk } = bench('pin-pad', {});
    expect(tests.fitted().map(({ device }) => device)).toEqual(['camera', 'speaker', 'touch-screen']);
    tests.note('camera', { outcome: 'failed', code: 'picture-not-right', facts: {} }, 'T-0417');
    expect(kiosk.events()).toEqual([
      'device-tested {"device":"camera","outcome":"failed","code":"picture-not-right","technician":"T-0417"}',
    ]);
  });
});
