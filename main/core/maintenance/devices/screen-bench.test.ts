import { describe, expect, it } from 'vitest';
import { newFolder, storeIn } from '../../test-kiosk.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { createPaperBench } from './paper-bench.ts';
import { createScreenBench } from './screen-bench.ts';

const { signal } = new AbortController();

describe('setting the screen', () => {
  it('keeps low reach through a restart, with what was missed in the audit', () => {
    const folder = newFolder();
    const first = storeIn(folder);
    let changes = 0;
    const changed = () => {
      changes += 1;
    };
    const bench = createScreenBench({ store: first, changed });
    expect(bench.lowReach()).toBe(false);
    bench.set(true, 3, 'T-0417');
    expect(first.audit.all().at(-1)).toMatchObject({
      event: 'screen-set',
      detail: { technician: 'T-0417', missed: 3, lowReach: true },
    });
    first.close();
    expect(createScreenBench({ store: storeIn(folder), changed }).lowReach()).toBe(true);
    expect(changes).toBe(1);
  });

  it('calibrates by the configured program alone, and says what became of it', async () => {
    const store = storeIn(newFolder());
    const outcome = (calibrateTouch?: readonly string[]) =>
      createScreenBench({
        store,
        changed: () => undefined,
        ...(calibrateTouch && { calibrateTouch }),
      }).calibrate(signal);
    expect(await outcome()).toBe('not-configured');
    expect(await outcome([process.execPath, '-e', ''])).toBeNull();
    expect(await outcome([process.execPath, '-e', 'process.exit(3)'])).toBe('command-failed');
    expect(await outcome(['/no/such/program'])).toBe('command-failed');
    // A shell would run both.
    expect(
      await outcome([process.execPath, '-e', 'process.exit(process.argv.length - 2)', ';true']),
    ).toBeNull();
  });
});

describe('the printer while its roll is changed', () => {
  const clock = new VirtualClock();

  it('says what it says, its code where it does not answer, and that none is fitted', async () => {
    const paper = { paper: 'low', cover: 'open', cutter: 'ok', online: true } as const;
    const fitted = createPaperBench({
      printer: () => ({
        status: async () => ({ ok: true, value: paper }),
        print: async () => ({ ok: false, error: { kind: 'cover-open' } }),
      }),
      kioskName: '试验机',
      clock,
    });
    expect(await fitted.says()).toEqual({ paper: 'low', cover: 'open', cutter: 'ok', code: null });
    expect(await fitted.printTestPage()).toBe('cover-open');
    const lost = { kind: 'device', code: 'link-lost', message: '' } as const;
    const silent = createPaperBench({
      printer: () => ({
        status: async () => ({ ok: false, error: lost }),
        print: async () => ({ ok: false, error: lost }),
      }),
      kioskName: '试验机',
      clock,
    });
    expect(await silent.says()).toMatchObject({ paper: 'unknown', code: 'link-lost' });
    expect(await silent.printTestPage()).toBe('link-lost');
    const none = createPaperBench({ printer: () => null, kioskName: '试验机', clock });
    expect([(await none.says()).code, await none.printTestPage()]).toEqual(['not-fitted', 'not-fitted']);
  });
});
