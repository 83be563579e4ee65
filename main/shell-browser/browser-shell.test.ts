import { once } from 'node:events';
import { request } from 'node:http';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { systemEntropy, systemTimers } from '../core/clock.ts';
import { endedView } from '../supervisor/fixture-view.ts';
import { createBrowserShell } from './browser-shell.ts';
import { closeCode, handshake, nextView, openShellBench, type ShellBench } from './shell-bench.ts';

const HELLO = JSON.stringify({ kind: 'hello', protocol: 1 });
const SILENT_LOG = { info: () => undefined, warn: () => undefined, error: () => undefined };
const benches: ShellBench[] = [];

async function bench(more: Parameters<typeof openShellBench>[0] = {}): Promise<ShellBench> {
  const opened = await openShellBench(more);
  benches.push(opened);
  return opened;
}
afterEach(async () => {
  for (const opened of benches.splice(0)) await opened.close();
});

/** Waits for real sockets without sleeping: turns of the event loop until it is so. */
async function until(there: () => boolean): Promise<void> {
  while (!there()) await new Promise((resolve) => setImmediate(resolve));
}

describe('the door', () => {
  it.each([
    ['another path', { path: '/other' }, 404],
    ['another origin', { origin: 'http://evil.example' }, 403],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['a name that resolves to loopback', { host: 'evil.example' }, 403],
    ['another token', { protocol: `kiosk.${'A'.repeat(43)}` }, 401],
    ['a token with more behind it', { protocol: 'kiosk' }, 401],
  ])('refuses %s', async (_, wrong, status) => {
    const { connect, cores } = await bench();
    expect(await handshake(connect(wrong))).toBe(status);
    expect(cores[0]?.heard).toEqual([]);
  });

  it('refuses a program that says no origin', async () => {
    const { shell, token } = await bench();
    const asked = request(`${shell.origin}/kiosk`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
        'sec-websocket-protocol': `kiosk.${token}`,
      },
    }).end();
    const [answer] = await once(asked, 'response');
    expect(answer.statusCode).toBe(403);
    answer.resume();
  });

  it('makes another token for each boot', async () => {
    const first = await bench({ entropy: systemEntropy });
    const second = await bench({ entropy: systemEntropy });
    expect(first.token).toMatch(/^[\w-]{43}$/);
    expect(second.token).not.toBe(first.token);
  });

  it('INV-6 lets no second screen look while the first lives', async () => {
    const { connect, cores } = await bench();
    const first = connect();
    expect(await handshake(first)).toBe(101);
    expect(await handshake(connect())).toBe(409);
    const shown = nextView(first);
    cores[0]?.say({ kind: 'view', view: endedView(3, 'still mine') });
    expect((await shown).kioskName).toBe('still mine');
  });

  it('INV-8 gives the place of a dead screen to the next one', async () => {
    const { connect, timers } = await bench();
    const dead = connect();
    await handshake(dead);
    // A frozen page: its socket stays open, and nothing reads from it any more.
    dead.pause();
    const next = connect();
    const outcome = handshake(next);
    await until(() => timers.untilNext !== null && timers.untilNext <= 1_000);
    await timers.advance(1_000);
    expect(await outcome).toBe(101);
    dead.resume();
    dead.terminate();
  });

  it('lets the next screen in when the first has closed', async () => {
    const { connect, lines } = await bench();
    const first = connect();
    await handshake(first);
    first.close();
    await until(() => lines.some((line) => line.includes('screen-gone')));
    expect(await handshake(connect())).toBe(101);
  });
});

describe('the conversation', () => {
  it('INV-8 shows a reloaded page where we are, and asks core to publish again', async () => {
    const { connect, cores } = await bench();
    cores[0]?.say({ kind: 'view', view: endedView(9, 'before the page came') });
    const screen = connect();
    await handshake(screen);
    const shown = nextView(screen);
    screen.send(HELLO);
    expect((await shown).revision).toBe(9);
    expect(cores[0]?.heard).toEqual([{ kind: 'show-again' }]);
  });

  it('shows nothing before hello, and hands on what follows it', async () => {
    const { connect, cores } = await bench();
    const screen = connect();
    await handshake(screen);
    const command = { kind: 'command', revision: 9, command: { type: 'start' } };
    screen.send(JSON.stringify(command));
    screen.send(HELLO);
    screen.send(JSON.stringify(command));
    await until(() => (cores[0]?.heard.length ?? 0) >= 2);
    expect(cores[0]?.heard).toEqual([{ kind: 'show-again' }, { kind: 'screen', message: command }]);
  });

  it('INV-6 closes with 1012 when core goes down, and the next screen sees nothing of before', async () => {
    const { connect, cores, timers, downs } = await bench();
    cores[0]?.say({ kind: 'view', view: endedView(9, '王*') });
    const screen = connect();
    await handshake(screen);
    const closed = closeCode(screen);
    cores[0]?.exit();
    expect(await closed).toBe(1012);
    expect(downs).toEqual([{ kind: 'ended' }]);
    expect(await handshake(connect())).toBe(503);
    await timers.advance(200);
    const again = connect();
    await handshake(again);
    const shown = nextView(again);
    again.send(HELLO);
    await until(() => cores[1]?.heard.length === 1);
    cores[1]?.say({ kind: 'view', view: endedView(1, 'fresh') });
    expect((await shown).kioskName).toBe('fresh');
  });

  it('closes on the fifth bad message, and logs none of them', async () => {
    const { connect, cores, lines } = await bench();
    const screen = connect();
    await handshake(screen);
    const closed = closeCode(screen);
    screen.send(HELLO);
    for (const bad of ['', 'null', '{"kind":"command"}', '{"mobile":"13800138000"}', '[]']) screen.send(bad);
    expect(await closed).toBe(1008);
    expect(cores[0]?.heard).toEqual([{ kind: 'show-again' }]);
    expect(lines.join()).not.toContain('13800138000');
  });

  it('refuses a message that is too long for any command', async () => {
    const { connect } = await bench();
    const screen = connect();
    await handshake(screen);
    screen.send(HELLO);
    screen.send('x'.repeat(256 * 1024 + 1));
    expect(await closeCode(screen)).toBe(1009);
  });

  it('passes nothing on that is no ScreenMessage, whatever comes', async () => {
    const { connect, cores } = await bench();
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json(), fc.uint8Array()), async (noise) => {
        const screen = connect();
        await handshake(screen);
        const closed = closeCode(screen);
        screen.send(noise);
        screen.close();
        await closed;
        expect(cores[0]?.heard).toEqual([]);
      }),
      { numRuns: 25 },
    );
    expect(await handshake(connect())).toBe(101);
  });
});

describe('what is served', () => {
  it('is the page with a strict policy, to nobody but its own address', async () => {
    const { shell } = await bench();
    const page = await fetch(shell.origin);
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|http:/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('permissions-policy')).toContain('camera=(self), ');
    const script = await fetch(`${shell.origin}/assets/page.js`);
    expect(script.headers.get('content-type')).toContain('javascript');
    const asked = request(`${shell.origin}/`, { headers: { host: 'evil.example' } }).end();
    const [foreign] = await once(asked, 'response');
    expect(foreign.statusCode).toBe(421);
    foreign.resume();
  });

  it.each([
    '/assets/',
    '/assets',
    '/.secret',
    '/../package.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/kiosk',
    '/none',
  ])('is not %s', async (path) => {
    const { shell } = await bench();
    const asked = request({ host: '127.0.0.1', port: shell.port, path }).end();
    const [answer] = await once(asked, 'response');
    expect([403, 404]).toContain(answer.statusCode);
    expect(answer.headers['content-security-policy']).toBeDefined();
    answer.resume();
  });

  it('lets the dev dock frame it where one is named', async () => {
    const { shell } = await bench({ devDockOrigin: 'http://127.0.0.1:9999' });
    const { headers } = await fetch(shell.origin);
    expect(headers.get('content-security-policy')).toContain('frame-ancestors http://127.0.0.1:9999');
    expect(headers.get('permissions-policy')).toContain('camera=(self "http://127.0.0.1:9999")');
    expect(headers.get('x-frame-options')).toBeNull();
  });

  it('says in one sentence which port is taken, and starts no core for it', async () => {
    const { shell, rendererDirectory } = await bench();
    let started = 0;
    const second = await createBrowserShell({
      port: shell.port,
      rendererDirectory,
      spawnCore: () => {
        started += 1;
        throw new Error('no core is wanted here');
      },
      timers: systemTimers,
      entropy: systemEntropy,
      log: SILENT_LOG,
    });
    expect(second).toMatchObject({ ok: false, error: { code: 'port-taken' } });
    expect(second.ok ? '' : second.error.message).toContain(`port ${shell.port} on 127.0.0.1 is taken`);
    expect(started).toBe(0);
  });

  it('says that the renderer is not built', async () => {
    const made = await createBrowserShell({
      port: 0,
      rendererDirectory: '/no/such/folder',
      spawnCore: () => {
        throw new Error('no core is wanted here');
      },
      timers: systemTimers,
      entropy: systemEntropy,
      log: SILENT_LOG,
    });
    expect(made).toMatchObject({ ok: false, error: { code: 'renderer-not-built' } });
  });
});
