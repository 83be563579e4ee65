import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesFromHex, hexFromBytes } from './hex.ts';
import {
  answerReferenceAuthentication,
  deriveCardKey,
  externalData,
  internalResult,
  REFERENCE_MASTER_KEY,
  type Sm4Block,
} from './reference-key-scheme.ts';

const sm4: Sm4Block = (key, block) => {
  const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]);
};
const bytes = (hex: string): Uint8Array => bytesFromHex(hex) ?? new Uint8Array();

const cardId = '460100D156000005A1B2C3D4E5F60718';
const cardKey = deriveCardKey(sm4, bytes(REFERENCE_MASTER_KEY), bytes(cardId));
const request = {
  region: '460100',
  atr: '00005453540000240105000001',
  algorithm: '03',
  cardId,
  internalFactor: '2222222222222222',
  internalSource: '1111111111111111',
  internalResult: hexFromBytes(internalResult(sm4, cardKey, bytes('22'.repeat(8)), bytes('11'.repeat(8)))),
  externalFactor: '4444444444444444',
  externalSource: '3333333333333333',
};

describe('reference key scheme of 3.0 cards', () => {
  it('stands on the SM4 of the standard (known answer, protocols 6.6)', () => {
    const key = bytes('0123456789ABCDEFFEDCBA9876543210');
    expect(hexFromBytes(sm4(key, key))).toBe('681EDF34D206965E86B3E94F536E4246');
  });

  it('gives the external data a card with the same master key expects', () => {
    const answer = answerReferenceAuthentication(request, bytes(REFERENCE_MASTER_KEY), sm4);
    const expected = hexFromBytes(externalData(sm4, cardKey, bytes('44'.repeat(8)), bytes('33'.repeat(8))));
    expect(answer).toEqual({ ok: true, value: { externalData: expected } });
  });

  it('accepts a whole block as internal result and compares its first 8 bytes (protocols 1.6 step 5)', () => {
    const whole = { ...request, internalResult: `${request.internalResult}0000000000000000` };
    expect(answerReferenceAuthentication(whole, bytes(REFERENCE_MASTER_KEY), sm4).ok).toBe(true);
  });

  it('calls a card forged whose internal result differs in any bit or is short', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 63 }), (bit) => {
        const result = bytes(request.internalResult);
        result[bit >> 3] = (result[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const forged = { ...request, internalResult: hexFromBytes(result) };
        expect(answerReferenceAuthentication(forged, bytes(REFERENCE_MASTER_KEY), sm4)).toEqual({
          ok: false,
          error: { code: 'forged-card' },
        });
      }),
    );
    const short = { ...request, internalResult: request.internalResult.slice(0, 14) };
    expect(answerReferenceAuthentication(short, bytes(REFERENCE_MASTER_KEY), sm4).ok).toBe(false);
  });

  it('refuses another algorithm and fields that are no hex of the right length', () => {
    for (const wrong of [
      { algorithm: '01' },
      { cardId: '46' },
      { internalSource: 'zz' },
      { externalFactor: '' },
    ]) {
      expect(
        answerReferenceAuthentication({ ...request, ...wrong }, bytes(REFERENCE_MASTER_KEY), sm4),
      ).toEqual({ ok: false, error: { code: 'refused' } });
    }
  });
});
