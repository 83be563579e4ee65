import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ok } from '../../src/result.ts';
import { settled, VirtualClock } from '../core/virtual-clock.ts';
import type { PageTrouble } from '../supervisor/page-watch.ts';
import { keepWindow } from './keep-window.ts';
import { chromiumArguments, launchKioskWindow } from './kiosk-window.ts';

const OPTIONS = {
  url: 'http://127.0.0.1:8070/#token=t',
  profileDirectory: '/p',
  environment: { DISPLAY: ':9' },
};

describe('the kiosk window', () => {
  it('says that there is no display, and what to do', () => {
    expect(launchKioskWindow({ ...OPTIONS, fullScreen: true, environment: {} })).toMatchObject({
      ok: false,
      error: { code: 'no-display', message: expect.stringContaining('open the address') },
    });
  });

  it('says that the browser is not there', () => {
    expect(launchKioskWindow({ ...OPTIONS, fullScreen: true, chromium: '/no/such/chromium' })).toMatchObject({
      ok: false,
      error: { code: 'no-browser', message: expect.stringContaining('/no/such/chromium') },
    });
  });

  it('runs a program that ends, and tells', async () => {
    const opened = launchKioskWindow({ ...OPTIONS, fullScreen: false, chromium: '/bin/true' });
    expect(opened.ok).toBe(true);
    if (opened.ok) await opened.value.gone;
  });

  it('fills the screen in production only, and INV-6 writes no crash dump', () => {
    const production = chromiumArguments({ ...OPTIONS, fullScreen: true });
    expect(production).toContain('--kiosk');
    expect(production).toContain('--disable-breakpad');
    expect(
      production.filter((argument) => argument.includes('sandbox') || argument.includes('debugging')),
    ).toEqual([]);
    expect(chromiumArguments({ ...OPTIONS, fullScreen: false })).not.toContain('--kiosk');
  });

  function keep(screenThere = () => true, pageTrouble: () => PageTrouble | null = () => null) {
    const restarted: PageTrouble[] = [];
    const timers = new VirtualClock();
    const closing = new AbortController();
    const windows: (() => void)[] = [];
    const open = () => {
      const { promise: gone, resolve } = Promise.withResolvers<void>();
      windows.push(resolve);
      return ok({ gone, close: resolve });
    };
    const log = { warn: () => undefined };
    const kept = keepWindow(open, {
      timers,
      log,
      closing: closing.signal,
      screenThere,
      pageTrouble,
      onPageTrouble: (why) => restarted.push(why),
    });
    return { timers, closing, windows, kept, restarted };
  }

  it('INV-8 is opened again when it goes, with back-off, until the shell closes', async () => {
    const { timers, closing, windows, kept } = keep();
    windows[0]?.();
    await settled();
    expect(timers.untilNext).toBe(200);
    await timers.advance(200);
    windows[1]?.();
    await settled();
    expect(timers.untilNext).toBe(1_000);
    await timers.advance(1_000);
    expect(windows).toHaveLength(3);
    await timers.advance(60_000);
    windows[2]?.();
    await settled();
    expect(timers.untilNext).toBe(200);
    closing.abort();
    expect(await kept).toBeNull();
    expect(timers.untilNext).toBeNull();
  });

  it('INV-8 is closed and opened again when its page has crashed', async () => {
    let there = true;
    const { timers, closing, windows, kept } = keep(() => there);
    await timers.advance(60_000);
    there = false;
    await timers.advance(15_000);
    expect(windows).toHaveLength(1);
    await timers.advance(5_200);
    expect(windows).toHaveLength(2);
    closing.abort();
    await kept;
  });

  it('INV-8 is closed and opened again at once when its page is frozen, and says so', async () => {
    let trouble: PageTrouble | null = null;
    const { timers, closing, windows, kept, restarted } = keep(
      () => true,
      () => trouble,
    );
    await timers.advance(60_000);
    expect(windows).toHaveLength(1);
    trouble = 'frozen';
    await timers.advance(5_000);
    trouble = null;
    await timers.advance(200);
    expect(windows).toHaveLength(2);
    expect(restarted).toEqual(['frozen']);
    closing.abort();
    await kept;
  });
});

describe("Chromium's managed policy", () => {
  it('blocks every address but the kiosk, and gives the camera to nobody else', () => {
    const path = new URL('../../assets/chromium/policies/managed/kiosk.json', import.meta.url);
    const policy = JSON.parse(readFileSync(path, 'utf8'));
    expect(policy).toMatchObject({
      URLBlocklist: ['*'],
      URLAllowlist: ['http://127.0.0.1:8070'],
      VideoCaptureAllowed: false,
      VideoCaptureAllowedUrls: ['http://127.0.0.1:8070'],
      DownloadRestrictions: 3,
      RemoteDebuggingAllowed: false,
    });
  });
});
