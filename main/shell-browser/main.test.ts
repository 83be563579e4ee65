import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { smallPage } from './shell-bench.ts';
import { readShellConfig } from './shell-config.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const FIXTURE = fileURLToPath(new URL('../supervisor/fixture-core.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'yikatong-shell-main-'));
const rendererDirectory = smallPage();
afterAll(() => {
  for (const used of [folder, rendererDirectory]) rmSync(used, { recursive: true, force: true });
});

function configFile(content: unknown): string {
  const path = join(folder, `${Math.floor(performance.now() * 1000)}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

const startMain = (config: unknown) =>
  spawn(process.execPath, [MAIN, configFile(config)], { stdio: ['ignore', 'pipe', 'pipe'] });

describe('the browser shell as a program', () => {
  it('serves the page, keeps its core, and ends on SIGTERM', async () => {
    const port = await freePort();
    const shell = startMain({ port, rendererDirectory, core: { entry: FIXTURE, args: ['well'] } });
    for await (const line of createInterface(shell.stdout)) {
      if (JSON.parse(line).msg === 'browser-shell-open') break;
    }
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
    shell.kill('SIGTERM');
    const [status] = await once(shell, 'exit');
    expect(status).toBe(0);
  });

  it('says the sentence of a fatal core and does not ask to be started again', async () => {
    const port = await freePort();
    const shell = startMain({ port, rendererDirectory, core: { entry: FIXTURE, args: ['fatal'] } });
    shell.stdout.resume();
    let said = '';
    shell.stderr.on('data', (data) => {
      said += data;
    });
    const [status] = await once(shell, 'exit');
    expect(status).toBe(78);
    expect(said).toBe('the store cannot be read: bring its key back\n');
  });
});

describe('its configuration', () => {
  it('has true defaults, and paths from the program folder', () => {
    expect(readShellConfig(configFile({ core: {} }), '/opt/kiosk')).toEqual({
      ok: true,
      value: {
        port: 8070,
        rendererDirectory: '/opt/kiosk/dist/renderer',
        core: { entry: '/opt/kiosk/main/core/main.ts', args: [] },
      },
    });
  });

  it.each([
    ['no file', '/no/such/file.json'],
    ['no JSON', configFile('{')],
    ['a wrong port', configFile({ port: 80, core: {} })],
    ['an unknown name', configFile({ core: {}, devDock: true })],
  ])('refuses %s in one sentence that names the file', (_, path) => {
    const read = readShellConfig(path, '/opt/kiosk');
    expect(read.ok ? '' : read.error).toMatch(new RegExp(`^${path.replaceAll('.', '\\.')} cannot be used: `));
  });
});
