import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const BINARY = process.env.ELECTRON_BINARY ?? here('node_modules/electron/dist/electron');
const hasDisplay = Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const missing = [
  existsSync(BINARY) ? [] : [`no Electron at ${BINARY}`],
  hasDisplay ? [] : ['no display'],
].flat();

if (missing.length > 0) {
  const remedy = 'run install-electron (or set ELECTRON_BINARY) and use a display such as xvfb-run';
  process.stderr.write(`Electron end-to-end tests are skipped: ${missing.join(', ')}; ${remedy}\n`);
}

describe.skipIf(missing.length > 0)('the Electron shell, end to end', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'yikatong-electron-e2e-'));
  let kiosk: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    const built = spawnSync(here('node_modules/.bin/electron-vite'), ['build'], {
      cwd: here('.'),
      stdio: 'inherit',
    });
    expect(built.status).toBe(0);
    const devicesFile = join(folder, 'devices.json');
    const configuration = join(folder, 'core.json');
    writeFileSync(devicesFile, JSON.stringify({ devices: [] }));
    // Nobody listens at port 9: the kiosk stands without its central service, which is a screen of its own.
    const config = { kioskName: 'e2e', folder, policyFile: here('assets/policy/hainan.json'), devicesFile };
    writeFileSync(configuration, JSON.stringify({ ...config, centralUrl: 'http://127.0.0.1:9' }));
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    kiosk = await _electron.launch({
      executablePath: BINARY,
      args: [
        ...sandbox,
        `--user-data-dir=${join(folder, 'profile')}`,
        here('.'),
        `--config=${configuration}`,
      ],
    });
    page = await kiosk.firstWindow();
  }, 120_000);
  afterAll(async () => {
    await kiosk?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Not `waitForFunction`: it evaluates in the page, which is what the page's policy forbids. */
  const reached = (state: string) => expect.poll(() => page.evaluate(state), { timeout: 30_000 }).toBe(true);

  it('shows the kiosk under its own scheme, and what core publishes', async () => {
    expect(page.url()).toBe('kiosk://app/index.html');
    await reached('document.querySelector("#root")?.textContent.length > 0');
  });

  it('gives the page one object and nothing of Node', async () => {
    expect(await page.evaluate('Object.keys(window.kiosk).toSorted()')).toEqual(['onCore', 'onView', 'send']);
    expect(await page.evaluate('[typeof require, typeof process, typeof module]')).toEqual(
      Array(3).fill('undefined'),
    );
  });

  it('lets the page go nowhere and ask nobody', async () => {
    expect(await page.evaluate('window.open("https://example.org/") === null')).toBe(true);
    await page.evaluate('void (location.href = "file:///etc/passwd")');
    expect(page.url()).toBe('kiosk://app/index.html');
    const refused = 'fetch("https://example.org/").then(() => "answered", () => "refused")';
    expect(await page.evaluate(refused)).toBe('refused');
    expect(
      await page.evaluate('navigator.mediaDevices.getUserMedia({ audio: true }).catch(({ name }) => name)'),
    ).toBe('NotAllowedError');
  });

  it('INV-8 comes back by itself when core is killed', async () => {
    await page.evaluate(
      'globalThis.present = []; window.kiosk.onCore((there) => globalThis.present.push(there))',
    );
    await kiosk.evaluate(({ app }) => {
      for (const { pid, serviceName } of app.getAppMetrics()) {
        if (serviceName === 'kiosk-core' || serviceName === 'node.mojom.NodeService')
          process.kill(pid, 'SIGKILL');
      }
    });
    await page.waitForFunction('present.includes(false) && present.at(-1) === true', null, {
      timeout: 30_000,
    });
  });
});
