import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maskCardNumber, maskName } from '../../src/identity/masking.ts';
import { cardOf } from '../bench-operations.ts';
import { type CentralBench, centralBench } from '../central-bench.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'central-electronic-card-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const mint = async (bench: CentralBench, id: string): Promise<string> =>
  String((await bench.send('GET', `/dev/electronic-card/${id}`)).body.code);
const check = async (bench: CentralBench, code: string) =>
  (await bench.call('POST', '/v1/electronic-card-checks', { code })).body;

describe('ECARD-2 codes of electronic cards', () => {
  it('ECARD-2 says whose card it is, masked, and mirrors its state (M A4)', async () => {
    await using bench = await centralBench();
    const resident = bench.resident('activate-reported-lost');
    expect(await check(bench, await mint(bench, 'activate-reported-lost'))).toEqual({
      result: 'valid',
      nameMasked: maskName(resident.document.name),
      cardNumberMasked: maskCardNumber(cardOf(resident).cardNumber),
      socialSecurity: 'temporarily-lost',
      financial: cardOf(resident).financial,
    });
  });

  it('ECARD-2 is valid for sixty seconds, and may be asked about again within them', async () => {
    await using bench = await centralBench();
    const code = await mint(bench, 'activate-3.0');
    bench.advance(59);
    expect((await check(bench, code)).result).toBe('valid');
    expect((await check(bench, code)).result).toBe('valid');
    bench.advance(1);
    expect(await check(bench, code)).toEqual({ result: 'expired' });
  });

  it('ECARD-2 knows the newest code of a person alone, none that was made up, and no card where there is none', async () => {
    await using bench = await centralBench();
    const old = await mint(bench, 'activate-3.0');
    const fresh = await mint(bench, 'activate-3.0');
    expect(await check(bench, old)).toEqual({ result: 'unknown' });
    expect((await check(bench, fresh)).result).toBe('valid');
    expect(await check(bench, `${fresh}x`)).toEqual({ result: 'unknown' });
    expect(await check(bench, 'https://example.test/?q=1')).toEqual({ result: 'unknown' });
    expect(await check(bench, await mint(bench, 'apply-plain-1'))).toEqual({ result: 'unknown' });
    expect((await bench.send('GET', '/dev/electronic-card/nobody')).status).toBe(404);
  });

  it('ECARD-2, INV-6 no code is in a log line or in the database', async () => {
    const databasePath = join(directory, 'central.sqlite');
    const lines: string[] = [];
    await using bench = await centralBench({
      databasePath,
      log: { write: (line) => void lines.push(line) },
    });
    const code = await mint(bench, 'activate-3.0');
    await check(bench, code);
    bench.advance(60);
    await check(bench, code);
    await check(bench, `${code}-damaged`);
    await bench.call('POST', '/v1/electronic-card-checks', { code, more: code });
    await bench.call('POST', '/v1/electronic-card-checks', `{"code":"${code}"`);
    await bench.call('GET', `/v1/electronic-card-checks/${code}`);
    await bench.call('POST', '/v1/electronic-card-checks', { code: code.repeat(20) });
    expect(lines.length).toBeGreaterThan(7);
    expect(lines.join('')).toContain('/v1/electronic-card-checks');
    expect(lines.join('')).not.toContain(code);
    const files = readdirSync(directory).map((file) => readFileSync(join(directory, file), 'latin1'));
    expect(files.join('')).not.toContain(code);
  });
});
