import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemEntropy, systemTimers } from '../../main/core/clock.ts';
import { type BrowserShell, createBrowserShell } from '../../main/shell-browser/browser-shell.ts';
import { forkCore } from '../../main/supervisor/core-process.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FIXTURE = fileURLToPath(new URL('../../main/supervisor/fixture-core.ts', import.meta.url));

/** What the kiosk's page does that a policy could forbid, and what it must not be able to do. */
const SCRIPT = `
const seen = globalThis.seen = { views: [], inline: false, closed: null };
const tried = async (act) => { try { return await act(); } catch (error) { return String(error.name ?? error); } };
const socket = new WebSocket(location.origin.replace('http', 'ws') + '/kiosk', 'kiosk.' + location.hash.slice(7));
socket.onopen = () => socket.send('{"kind":"hello","protocol":1}');
socket.onmessage = ({ data }) => seen.views.push(JSON.parse(data));
socket.onclose = ({ code }) => { seen.closed = code; };
const wasm = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
seen.wasm = await tried(async () => String(await WebAssembly.compile(wasm)));
seen.eval = await tried(() => (0, eval)('1'));
seen.worker = await tried(() => new Promise((tell) => {
  const worker = new Worker('/worker.js', { type: 'module' });
  worker.onmessage = ({ data }) => tell(data);
  worker.onerror = () => tell('error');
}));
const picture = (src) => new Promise((tell) => {
  const image = new Image();
  image.onload = () => tell('shown');
  image.onerror = () => tell('refused');
  image.src = src;
});
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
seen.data = await picture('data:image/png;base64,' + DOT);
seen.foreign = await tried(async () => (await fetch('http://localhost:' + location.port + '/')).status);
seen.microphone = await tried(() => navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'heard'));
seen.camera = await tried(() => navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'seen'));
document.body.append(Object.assign(document.createElement('script'), { textContent: 'seen.inline = true' }));
seen.done = true;
`;

describe.skipIf(!existsSync(CHROMIUM))(`the browser shell in Chromium (${CHROMIUM})`, () => {
  let browser: Browser;
  let shell: BrowserShell;
  const site = mkdtempSync(join(tmpdir(), 'yikatong-shell-page-'));

  beforeAll(async () => {
    writeFileSync(
      join(site, 'index.html'),
      '<!doctype html><body></body><script type="module" src="page.js"></script>',
    );
    writeFileSync(join(site, 'page.js'), SCRIPT);
    writeFileSync(join(site, 'worker.js'), "postMessage('worked');");
    const made = await createBrowserShell({
      port: 0,
      rendererDirectory: site,
      spawnCore: () => forkCore({ entry: FIXTURE, args: ['well'] }),
      timers: systemTimers,
      entropy: systemEntropy,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    if (!made.ok) throw new Error(made.error.message);
    shell = made.value;
    // Chromium refuses its sandbox to root, which is who runs continuous integration.
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--disable-gpu', ...camera, ...sandbox],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await shell?.stop();
    rmSync(site, { recursive: true, force: true });
  });

  it('lets the page do its work and nothing else, and INV-6 closes its connection when core dies', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (line) => complaints.push(line.text()));
    await page.goto(shell.url);
    // Not `waitForFunction`: it evaluates in the page, which is what the policy forbids.
    const reached = (state: string) =>
      expect.poll(() => page.evaluate(state), { timeout: 20_000 }).toBe(true);
    await reached('globalThis.seen?.done === true && seen.views.length > 0');
    const seen = (await page.evaluate('seen')) as Record<string, unknown>;
    expect(seen).toMatchObject({
      wasm: '[object WebAssembly.Module]',
      eval: 'EvalError',
      worker: 'worked',
      data: 'shown',
      foreign: 'TypeError',
      microphone: 'NotAllowedError',
      camera: 'seen',
      inline: false,
    });
    // A feature that Chromium does not know would be off by name only.
    expect(complaints.filter((line) => line.includes('header'))).toEqual([]);
    await shell.supervisor.stop();
    await reached('seen.closed === 1012');
    await page.close();
  });
});
