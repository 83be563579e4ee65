import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../program/run-program.ts';
import { card, cardBench } from './card-bench.ts';
import { pcscdForTests } from './pcscd.ts';

const pcscd = await pcscdForTests(1);
const slot = pcscd?.slots[0];
afterAll(() => pcscd?.release());

const device = (...args: string[]) =>
  runProgram('npm', ['run', '--silent', 'device', '--', 'social-card', ...args]);
const wires = [...(slot === undefined ? [] : [{ kind: 'vpcd', slot } as const]), { kind: 'direct' } as const];

describe.each(wires)('npm run device -- social-card on $kind', { timeout: 30_000 }, (wire) => {
  let bench: Awaited<ReturnType<typeof cardBench>>;
  beforeAll(async () => {
    bench = await cardBench(wire);
  });
  afterAll(() => bench.close());

  it('prints a 2.00 card as one JSON object', async () => {
    await bench.slot.insert(card('2.00'));
    const { status, object } = await device('read', '--reader', bench.slot.reader);
    expect(status).toBe(0);
    expect(object).toEqual({
      specVersion: '2.00',
      generation: 2,
      cardId: '460100D156000005A1B2C3D4E5F60718',
      cardNumber: 'T00000001',
      socialSecurityNumber: '460199199001010029',
      name: '试验甲',
      sex: 'female',
      ethnicGroup: '19',
      birthPlace: '460199',
      birthDate: '1990-01-01',
      issuedOn: '2024-01-05',
      expiresOn: '2034-01-05',
      accountNumber: '6217990000000000014',
    });
  });

  it('names a bank card, an empty reader and a reader that is not there, with status 1', async () => {
    await bench.slot.insert({ kind: 'bank-only', accountNumber: '6217990000000000014' });
    const errorOf = async (...args: string[]) => {
      const { status, object } = await device(...args);
      return { status, object };
    };
    expect(await errorOf('read', '--reader', bench.slot.reader)).toMatchObject({
      status: 1,
      object: { error: { code: 'not-a-social-security-card' } },
    });
    await bench.slot.pull();
    expect(await errorOf('read', '--reader', bench.slot.reader, '--wait', '0.7')).toMatchObject({
      status: 1,
      object: { error: { code: 'no-card' } },
    });
    const elsewhere = wire.kind === 'direct' ? 'direct://127.0.0.1:1' : 'No Such Reader';
    expect(await errorOf('read', '--reader', elsewhere)).toMatchObject({
      status: 1,
      object: { error: { code: wire.kind === 'direct' ? 'link-lost' : 'reader-not-found' } },
    });
  });
});
