import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sm4Block } from '../../drivers/virtual/social-card/external-rights.ts';
import { bytesFromHex } from '../../src/card-keys/hex.ts';
import {
  answerReferenceAuthentication,
  REFERENCE_MASTER_KEY,
} from '../../src/card-keys/reference-key-scheme.ts';
import type { CardKeyService } from '../../src/ports/social-card-reader.ts';
import { err, ok } from '../../src/result.ts';
import { card, cardBench } from './card-bench.ts';
import { pcscdForTests } from './pcscd.ts';

const pcscd = await pcscdForTests(1);
const slot = pcscd?.slots[0];
afterAll(() => pcscd?.release());

const service = (masterKey: string): CardKeyService => ({
  authenticate: async (request) =>
    answerReferenceAuthentication(request, bytesFromHex(masterKey) ?? new Uint8Array(), sm4Block),
});
const keys = service(REFERENCE_MASTER_KEY);
const troubleOf = (kind: string, code?: string) => ({
  ok: false,
  error: code === undefined ? { kind } : { kind, code },
});

const wires = [...(slot === undefined ? [] : [{ kind: 'vpcd', slot } as const]), { kind: 'direct' } as const];

describe.each(wires)('social security card reader on $kind', { timeout: 30_000 }, (wire) => {
  let bench: Awaited<ReturnType<typeof cardBench>>;
  beforeAll(async () => {
    bench = await cardBench(wire);
    expect(await bench.reader.open()).toEqual({ ok: true, value: undefined });
  });
  afterAll(() => bench.close());

  it.each(['1.00', '2.00', '3.00'] as const)('reads spec %s', async (version) => {
    expect(await bench.read(card(version), {}, keys)).toMatchObject({
      ok: true,
      value: {
        specVersion: version,
        name: '试验甲',
        socialSecurityNumber: '460199199001010029',
        cardNumber: 'T00000001',
        accountNumber: '6217990000000000014',
      },
    });
  });

  it('leaves null what a 3.00 card withholds without a key service, and resets it between reads', async () => {
    await bench.putIn(card('3.00'));
    expect(await bench.readNow(keys)).toMatchObject({ ok: true, value: { name: '试验甲' } });
    expect(await bench.readNow(null)).toMatchObject({ ok: true, value: { name: null, cardNumber: null } });
    await bench.takeOut();
  });

  it('reads a card of another province: whose it is, the flow decides', async () => {
    const other = { ...card('2.00'), cardId: '440100D156000005A1B2C3D4E5F60718' };
    expect(await bench.read(other)).toMatchObject({ ok: true, value: { cardId: other.cardId } });
  });

  it('tells a forged card from a service that refuses, is wrong or cannot be reached', async () => {
    const wrong: CardKeyService = { authenticate: async () => ok({ externalData: '00'.repeat(16) }) };
    const down: CardKeyService = { authenticate: async () => err({ code: 'link-down' }) };
    await bench.putIn(card('3.00'));
    expect(await bench.readNow(service('00'.repeat(16)))).toEqual(troubleOf('key-service', 'forged-card'));
    expect(await bench.readNow(wrong)).toEqual(troubleOf('key-service', 'refused'));
    expect(await bench.readNow(down)).toEqual(troubleOf('key-service', 'link-down'));
    expect(await bench.readNow(keys)).toMatchObject({ ok: true, value: { name: '试验甲' } });
    await bench.takeOut();
  });

  it('names a bank card, a mute card and nonsense, and reads the next card', async () => {
    const bank = { kind: 'bank-only', accountNumber: '6217990000000000014' } as const;
    expect(await bench.read(bank)).toEqual(troubleOf('not-a-social-security-card'));
    expect(await bench.read({ kind: 'mute' })).toEqual(troubleOf('mute'));
    for (const seed of [1, 7, 99]) {
      expect(await bench.read({ kind: 'nonsense', seed })).toMatchObject(troubleOf('card-error'));
    }
    expect(await bench.read(card('2.00'))).toMatchObject({ ok: true, value: { name: '试验甲' } });
  });

  it('has patience with a slow card and none with a silent one', async () => {
    expect(await bench.read(card('2.00'), { answerDelayMs: 20 })).toMatchObject({ ok: true });
    expect(await bench.read(card('2.00'), { answerDelayMs: 2_000 })).toEqual(troubleOf('mute'));
    await bench.putIn(card('2.00'), { silentFromApdu: 5 });
    expect(await bench.readNow(null)).toEqual(troubleOf('mute'));
    // Still in: the card is at fault, the reader is not.
    expect(await bench.readNow(null)).toEqual(troubleOf('mute'));
    await bench.takeOut();
    expect(await bench.read(card('2.00'))).toMatchObject({ ok: true });
  });

  it.each([1, 3, 10, 20])('knows a card pulled at APDU %i', async (pullAtApdu) => {
    expect(await bench.read(card('2.00'), { pullAtApdu })).toEqual(troubleOf('card-removed'));
  });

  it('reads after all of this', async () => {
    expect(await bench.read(card('2.00'))).toMatchObject({ ok: true, value: { name: '试验甲' } });
  });
});
