import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calculateJwkThumbprint } from 'jose';
import { afterAll, describe, expect, it } from 'vitest';
import { signingKey } from '../../src/contracts/configuration/keys.ts';
import { openCentreKeys, publicCentreKeys } from './centre-keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'centre-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `node central/main.ts` says, and how it ended. */
const central = (...args: string[]): Promise<{ out: string; err: string; code: number | null }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['central/main.ts', '--data-dir', folder, ...args], { env: {} });
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

describe('the centre’s own keys', () => {
  it('are made once, for the service’s account alone, and named by their thumbprint (RFC 7638)', async () => {
    const first = publicCentreKeys(openCentreKeys(folder));
    expect(publicCentreKeys(openCentreKeys(folder))).toEqual(first);
    for (const role of ['director', 'certificates'] as const) {
      const key = signingKey.parse(first[role]);
      expect(key.kid).toBe(await calculateJwkThumbprint({ kty: key.kty, crv: key.crv, x: key.x }));
      expect(statSync(join(folder, `${role}.key.json`)).mode & 0o777).toBe(0o600);
    }
    expect(first.director.kid).not.toBe(first.certificates.kid);
  });

  it('are printed for the offices without their private halves', async () => {
    const { out, code } = await central('--print-public-keys');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(publicCentreKeys(openCentreKeys(folder)));
    const { d } = JSON.parse(readFileSync(join(folder, 'director.key.json'), 'utf8')) as { d: string };
    expect(out).not.toContain(d);
  });

  it('that are damaged are named, and never made anew', () => {
    const damaged = mkdtempSync(join(folder, 'damaged-'));
    writeFileSync(join(damaged, 'director.key.json'), '{"kty":"OKP"}');
    expect(() => openCentreKeys(damaged)).toThrow('director.key.json is damaged');
    expect(readFileSync(join(damaged, 'director.key.json'), 'utf8')).toBe('{"kty":"OKP"}');
  });
});

describe('the first root', () => {
  it('is named in one sentence where it is missing or no root', async () => {
    const missing = await central('--dev', '--port', '0', '--root', join(folder, 'nowhere.json'));
    expect([missing.code, missing.err]).toEqual([
      1,
      expect.stringMatching(/^There is no root statement at .*\n$/),
    ]);
    const file = join(folder, 'root.json');
    writeFileSync(file, '{"payload":"e30","signatures":[]}');
    const wrong = await central('--dev', '--port', '0', '--root', file);
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringMatching(/is no root statement: .*\n$/)]);
  });
});
