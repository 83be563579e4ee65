import { describe, expect, it } from 'vitest';
import type {
  FittedDevice,
  FoundDevice,
  PaperSays,
  ReplaceBench,
  TestBench,
  TestOutcome,
} from '../../ports/maintenance/device-bench.ts';
import type { ScreenBench } from '../../ports/maintenance/screen-bench.ts';
import type { ClosedService, ServiceDoor } from '../../ports/maintenance/service-door.ts';
import { guideByHand } from '../memory/guide-by-hand.ts';
import { changePaper } from './change-paper.ts';
import { closeService } from './close-service.ts';
import { replaceDevice } from './replace-device.ts';
import { setScreen } from './set-screen.ts';
import { testDevice } from './test-device.ts';

const WELL: PaperSays = { paper: 'full', cover: 'closed', cutter: 'ok', code: null };
const steps = (guide: { asked: readonly { step: string }[] }) => guide.asked.map(({ step }) => step);

/** A printer that says one thing after the other; the last stands. */
function printer(says: readonly PaperSays[], prints: readonly (string | null)[] = [null]) {
  const left = { says: [...says], prints: [...prints] };
  let pages = 0;
  return {
    bench: {
      says: async () => (left.says.length > 1 ? left.says.shift() : left.says[0]) ?? WELL,
      printTestPage: async () => {
        pages += 1;
        return (left.prints.length > 1 ? left.prints.shift() : left.prints[0]) ?? null;
      },
    },
    pages: () => pages,
  };
}

describe('changing paper', () => {
  it('prints a page after the roll is in, and asks a person whether it is right', async () => {
    const { bench, pages } = printer([{ ...WELL, paper: 'out' }, WELL]);
    const guide = guideByHand<'change-paper'>({ 'paper-right': 'right' });
    expect(await changePaper(bench)(guide)).toEqual({ outcome: 'done', facts: { paper: 'full' } });
    expect(guide.asked[1]).toMatchObject({ step: 'open-cover', facts: { paper: 'out' } });
    expect(pages()).toBe(1);
  });

  it('prints nothing while the printer says that it can not, however often it is asked', async () => {
    const { bench, pages } = printer([WELL, { ...WELL, cover: 'open' }, { ...WELL, paper: 'out' }, WELL]);
    const guide = guideByHand<'change-paper'>({ 'printer-says': 'look-again', 'paper-right': 'right' });
    expect(await changePaper(bench)(guide)).toMatchObject({ outcome: 'done' });
    const codes = guide.asked.flatMap(({ facts }) => (facts.code ? [facts.code] : []));
    expect(codes).toEqual(['cover-open', 'paper-out']);
    expect(pages()).toBe(1);
  });

  it('fails with its code where the page does not come, or comes out badly', async () => {
    const jammed = guideByHand<'change-paper'>({ 'printer-says': 'stop' });
    expect(await changePaper(printer([WELL], ['cutter-error']).bench)(jammed)).toEqual({
      outcome: 'failed',
      facts: { paper: 'full', code: 'cutter-error' },
    });
    const pale = guideByHand<'change-paper'>({ 'paper-right': ['print-again', 'not-right'] });
    const { bench, pages } = printer([WELL]);
    expect(await changePaper(bench)(pale)).toMatchObject({ facts: { code: 'print-not-right' } });
    expect(pages()).toBe(2);
  });
});

describe('setting the screen', () => {
  const screen = (calibration: string | null) => {
    const set: unknown[] = [];
    const bench: ScreenBench = {
      lowReach: () => false,
      calibrate: async () => calibration,
      set: (...all) => void set.push(all),
    };
    return { bench, set };
  };

  it('draws again after a calibration, and sets low reach', async () => {
    const { bench, set } = screen(null);
    const guide = guideByHand<'set-screen'>({ draw: [4, 0], 'touch-off': 'calibrate', 'low-reach': 'on' });
    expect(await setScreen(bench)(guide)).toEqual({ outcome: 'done', facts: { missed: 0, lowReach: 'on' } });
    expect(set).toEqual([[true, 0, 'T-0417']]);
  });

  it('says where this machine has no command for it, and goes on as it is', async () => {
    const { bench, set } = screen('not-configured');
    const guide = guideByHand<'set-screen'>({
      draw: 3,
      'touch-off': ['calibrate', 'leave-it'],
      'low-reach': 'off',
    });
    expect(await setScreen(bench)(guide)).toMatchObject({ facts: { missed: 3 } });
    expect(guide.asked).toContainEqual({
      step: 'not-calibrated',
      facts: { code: 'not-configured' },
      shown: 'do',
    });
    expect(set).toEqual([[false, 3, 'T-0417']]);
  });
});

describe('closing a service', () => {
  const door = (closed: ClosedService[] = []) => {
    const done: unknown[] = [];
    const bench: ServiceDoor = {
      services: () => ['apply', 'swap'],
      closed: () => closed,
      close: (...all) => void done.push(['close', ...all]),
      open: (...all) => void done.push(['open', ...all]),
    };
    return { bench, done };
  };

  it('closes with a reason of the closed set, and opens what is closed', async () => {
    const open = door();
    const guide = guideByHand<'close-service'>({
      'choose-service': 'swap',
      'choose-reason': 'no-supplies',
      sure: 'close',
    });
    await closeService(open.bench)(guide);
    expect(open.done).toEqual([['close', 'swap', 'no-supplies', 'T-0417']]);
    const shut = door([{ service: 'swap', reason: 'trial', since: 5 }]);
    const again = guideByHand<'close-service'>({ 'choose-service': 'swap', sure: 'open-again' });
    await closeService(shut.bench)(again);
    expect(again.asked[1]?.facts).toEqual({ apply: 'open', swap: 'trial' });
    expect(shut.done).toEqual([['open', 'swap', 'T-0417']]);
  });

  it('changes nothing where the technician is not sure', async () => {
    const { bench, done } = door();
    const guide = guideByHand<'close-service'>({
      'choose-service': 'apply',
      'choose-reason': 'trial',
      sure: 'keep-open',
    });
    expect(await closeService(bench)(guide)).toMatchObject({ outcome: 'given-up' });
    expect(done).toEqual([]);
  });
});

const fitted = (...classes: string[]): FittedDevice[] =>
  classes.map((deviceClass) => ({ device: deviceClass, deviceClass, state: 'online', code: null }));

describe('testing devices', () => {
  const bench = (result: TestOutcome, ...classes: string[]) => {
    const noted: string[] = [];
    const tests: TestBench = {
      fitted: () => fitted(...classes),
      test: async () => result,
      note: (device, { outcome, code }) => void noted.push(`${device} ${outcome} ${code}`),
    };
    return { tests, noted };
  };
  const PASSED: TestOutcome = { outcome: 'passed', code: null, facts: {} };

  it('believes an eye and not the machine where only an eye sees it', async () => {
    const { tests, noted } = bench(PASSED, 'receipt-printer', 'cabinet-board');
    const guide = guideByHand<'test-device'>({
      'choose-device': ['receipt-printer', 'cabinet-board'],
      'what-you-saw': ['yes', 'no'],
      result: ['test-another', 'finish'],
    });
    expect(await testDevice(tests)(guide)).toEqual({ outcome: 'done', facts: { passed: 1, failed: 1 } });
    expect(noted).toEqual(['receipt-printer passed null', 'cabinet-board failed not-seen-by-technician']);
  });

  it('tests camera, speaker and touch with the person in front of them', async () => {
    const { tests, noted } = bench(PASSED, 'camera', 'speaker', 'touch-screen');
    const guide = guideByHand<'test-device'>({
      'choose-device': ['camera', 'speaker', 'touch-screen'],
      'look-at-camera': 'not-right',
      'hear-sound': 'heard',
      draw: 2,
      result: ['test-another', 'test-another', 'finish'],
    });
    await testDevice(tests)(guide);
    expect(noted).toEqual([
      'camera failed picture-not-right',
      'speaker passed null',
      'touch-screen failed fields-missed',
    ]);
  });

  it('INV-3 takes a blank only in an act, which a power cut knows of', async () => {
    const { tests } = bench({ outcome: 'failed', code: 'stock-empty', facts: {} }, 'card-issuer');
    const guide = guideByHand<'test-device'>({ 'choose-device': 'card-issuer', result: 'finish' });
    await testDevice(tests)(guide);
    expect(guide.asked).toContainEqual(
      expect.objectContaining({ step: 'testing', facts: expect.objectContaining({ device: 'card-issuer' }) }),
    );
    expect(guide.asked.at(-1)?.facts).toMatchObject({ outcome: 'failed', code: 'stock-empty' });
  });
});

describe('replacing a device', () => {
  const OTHER: FoundDevice = {
    driver: 'sam-v',
    transport: 'tcp://10.0.0.2:9',
    identity: 'SAM 05.03',
    recognisedBy: 'configuration',
  };
  const bench = (options: {
    finds?: readonly (readonly FoundDevice[])[];
    tests?: readonly (string | null)[];
    writes?: string | null;
    verdict?: 'kept' | 'taken-back';
  }) => {
    const done: string[] = [];
    const finds = [...(options.finds ?? [[OTHER]])];
    const tests = [...(options.tests ?? [null])];
    const replacing: ReplaceBench = {
      fitted: () => fitted('id-card-reader'),
      lookFor: async () => finds.shift() ?? [],
      selfTest: async () => {
        done.push('self-test');
        return tests.shift() ?? null;
      },
      writeTable: () => {
        done.push('write');
        return options.writes ?? null;
      },
      restart: () => void done.push('restart'),
      verdict: async () => options.verdict ?? 'kept',
    };
    return { replacing, done };
  };
  const answers = { 'choose-device': 'id-card-reader', 'choose-found': '0' } as const;

  it('tests what was found before the table is written, and sees after the restart that it works', async () => {
    const { replacing, done } = bench({ finds: [[], [OTHER]] });
    const guide = guideByHand<'replace-device'>(
      { ...answers, 'nothing-found': 'look-again' },
      { again: true },
    );
    expect(await replaceDevice(replacing)(guide)).toEqual({
      outcome: 'done',
      facts: {
        device: 'id-card-reader',
        deviceClass: 'id-card-reader',
        identity: 'SAM 05.03',
        driver: 'sam-v',
      },
    });
    expect(done).toEqual(['self-test', 'write']);
    expect(steps(guide)).toContain('nothing-found');
  });

  it('writes nothing of a device that fails its self-test, or is not there', async () => {
    const failing = bench({ finds: [[OTHER], [OTHER]], tests: ['no-answer', 'no-answer', 'no-answer'] });
    const guide = guideByHand<'replace-device'>({
      ...answers,
      'test-failed': ['try-again', 'choose-other', 'stop'],
    });
    expect(await replaceDevice(failing.replacing)(guide)).toMatchObject({ facts: { code: 'stopped' } });
    expect(failing.done).toEqual(['self-test', 'self-test', 'self-test']);
    const absent = bench({ finds: [] });
    const none = guideByHand<'replace-device'>({ ...answers, 'nothing-found': 'stop' });
    expect(await replaceDevice(absent.replacing)(none)).toMatchObject({ outcome: 'failed' });
    expect(absent.done).toEqual([]);
  });

  it('says when the table was not written, and when it was taken back', async () => {
    const full = bench({ writes: 'trial-running' });
    const guide = guideByHand<'replace-device'>({ ...answers, 'not-written': ['try-again', 'stop'] });
    expect(await replaceDevice(full.replacing)(guide)).toMatchObject({ facts: { code: 'trial-running' } });
    const returned = bench({ verdict: 'taken-back' });
    const again = guideByHand<'replace-device'>(answers, { again: true });
    expect(await replaceDevice(returned.replacing)(again)).toMatchObject({
      outcome: 'failed',
      facts: { code: 'taken-back' },
    });
  });
});
