import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startOptions } from './start-options.ts';

const directory = mkdtempSync(join(tmpdir(), 'central-main-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const start = (...args: string[]): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, ['central/main.ts', '--data-dir', directory, ...args], { env: {} });

/** Everything it printed, and how it ended. */
const ended = (
  child: ChildProcessWithoutNullStreams,
): Promise<{ out: string; err: string; code: number | null }> =>
  new Promise((resolve) => {
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.on('close', (code) => resolve({ out, err, code }));
  });
const firstLine = (child: ChildProcessWithoutNullStreams): Promise<string> =>
  new Promise((resolve) => child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())));

describe('central/main.ts', () => {
  it('prints one line with its address, keeps its data across a restart, and says when the port is taken', async () => {
    const child = start('--dev', '--port', '0');
    const end = ended(child);
    const { address, dev } = JSON.parse(await firstLine(child)) as { address: string; dev: boolean };
    expect(dev).toBe(true);
    expect((await fetch(`${address}/v1/health`)).status).toBe(200);
    const second = await ended(start('--dev', '--port', new URL(address).port));
    expect([second.code, second.out]).toEqual([1, '']);
    expect(second.err).toMatch(/^Port \d+ is taken: .*\n$/);
    child.kill('SIGTERM');
    expect((await end).code).toBe(0);

    expect(statSync(join(directory, 'service.key')).mode & 0o777).toBe(0o600);
    const key = readFileSync(join(directory, 'service.key'));
    const minted = await ended(start('--mint-enrolment-code'));
    expect(JSON.parse(minted.out)).toHaveProperty('code');
    expect(readFileSync(join(directory, 'service.key'))).toEqual(key);

    const invite = ['--invite-operator', 'chen', '--name', '陈', '--roles', 'administrator, viewer'];
    const invited = JSON.parse((await ended(start(...invite))).out) as Record<string, string>;
    expect(invited).toMatchObject({
      operatorId: 'O-0001',
      invitation: expect.stringMatching(/^(\w{4}-){5}\w{4}$/),
    });
    const again = JSON.parse((await ended(start(...invite))).out) as Record<string, string>;
    expect(again.operatorId).toBe('O-0001');
    expect(again.invitation).not.toBe(invited.invitation);
  }, 60_000);

  it('does not start in production without keys', async () => {
    const { code, err } = await ended(start('--port', '0'));
    expect([code, err]).toEqual([1, expect.stringMatching(/^Set CENTRAL_PIN_KEYS: .*\n$/)]);
  }, 10_000);
});

describe('arguments and environment', () => {
  it('have loopback and a fixed port as defaults; arguments win', () => {
    expect(startOptions([], {})).toMatchObject({
      ok: true,
      value: { host: '127.0.0.1', port: 8700, dev: false },
    });
    expect(startOptions(['--port', '1'], { CENTRAL_PORT: '2' })).toMatchObject({ value: { port: 1 } });
    const keys = {
      CENTRAL_PIN_KEYS: `{"PINKEY":"${'0A'.repeat(16)}"}`,
      CENTRAL_CARD_MASTER_KEY: '0B'.repeat(16),
    };
    const read = startOptions([], keys);
    expect(read.ok && [...(read.value.pinKeys?.PINKEY ?? [])]).toEqual(Array(16).fill(10));
  });

  it.each([
    [['--port', 'x'], {}],
    [['--port', '70000'], {}],
    [['--what'], {}],
    [[], { CENTRAL_PIN_KEYS: '{' }],
    [[], { CENTRAL_PIN_KEYS: '{"PINKEY":"12"}' }],
    [[], { CENTRAL_PIN_KEYS: '7' }],
    [[], { CENTRAL_CARD_MASTER_KEY: 'zz' }],
    [[], { CENTRAL_BLANK_MASTER_KEY: 'zz' }],
    [['--invite-operator', 'Chen'], {}],
    [['--invite-operator', 'chen', '--name', ' '], {}],
    [['--invite-operator', 'chen', '--roles', 'viewer,king'], {}],
    [[], { CENTRAL_OIDC_ISSUER: 'https://id.example' }],
    [[], { CENTRAL_TRUSTED_PROXIES: 'proxy.example' }],
  ])('refuse %j %j', (args, environment) => {
    expect(startOptions(args, environment).ok).toBe(false);
  });
});
