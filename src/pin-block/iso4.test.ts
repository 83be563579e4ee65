import { createCipheriv, createDecipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BlockCipher, openPin, panField, pinField, sealPin } from './iso4.ts';

const KEY = Buffer.from('0123456789ABCDEFFEDCBA9876543210', 'hex');
const RANDOM = Buffer.from('0011223344556677', 'hex');
const PAN = '6217990000000000014';

function ecb(algorithm: 'aes-128-ecb' | 'sm4-ecb', key = KEY): BlockCipher {
  return {
    encrypt: (block) => createCipheriv(algorithm, key, null).setAutoPadding(false).update(block),
    decrypt: (block) => createDecipheriv(algorithm, key, null).setAutoPadding(false).update(block),
  };
}
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('ISO 9564-1 format 4, the vectors of protocols.md 6.6', () => {
  it('builds the PIN field and the PAN field', () => {
    const pin = pinField('123456', RANDOM);
    const pan = panField(PAN);
    expect(pin.ok && hex(pin.value)).toBe('46123456aaaaaaaa0011223344556677');
    expect(pan.ok && hex(pan.value)).toBe('76217990000000000014000000000000');
  });

  it.each([
    ['aes-128-ecb', '6c02b2d9635cbad13e64f8b3f85c53a1', '773c215f59d90789244fc63d8a3cf0a3'],
    ['sm4-ecb', '62debf43604b9d67b5111097cff5e218', '366d22da83cd0a4a25427110dcb25207'],
  ] as const)('enciphers with %s', (algorithm, first, block) => {
    const cipher = ecb(algorithm);
    const clear = pinField('123456', RANDOM);
    expect(clear.ok && hex(cipher.encrypt(clear.value))).toBe(first);
    const sealed = sealPin('123456', PAN, RANDOM, cipher);
    expect(sealed.ok && hex(sealed.value)).toBe(block);
    expect(openPin(Buffer.from(block, 'hex'), PAN, cipher)).toEqual({ ok: true, value: '123456' });
  });
});

describe('format 4 at its borders', () => {
  it('pads a short account number to twelve digits', () => {
    const pan = panField('123');
    expect(pan.ok && hex(pan.value)).toBe('00000000001230000000000000000000');
  });

  it.each(['', '123', '1234567890123', '12345x', '１２３４５６'])('refuses %j as a PIN', (pin) => {
    expect(pinField(pin, RANDOM)).toEqual({ ok: false, error: { kind: 'pin-not-4-to-12-digits' } });
  });

  it.each(['', '1'.repeat(20), '6217 99'])('refuses %j as an account number', (account) => {
    expect(panField(account)).toEqual({ ok: false, error: { kind: 'account-number-not-1-to-19-digits' } });
  });

  it('refuses the wrong number of random bytes and a short block', () => {
    expect(pinField('123456', new Uint8Array(7))).toMatchObject({
      error: { kind: 'wrong-length', actual: 7 },
    });
    expect(openPin(new Uint8Array(15), PAN, ecb('aes-128-ecb'))).toMatchObject({
      error: { kind: 'wrong-length', expected: 16 },
    });
  });

  it('opens what it sealed, for every PIN and account, and only with the same account and key', () => {
    const pins = fc.stringMatching(/^\d{4,12}$/);
    const accounts = fc.stringMatching(/^[1-9]\d{11,18}$/);
    const random = fc.uint8Array({ minLength: 8, maxLength: 8 });
    const cipher = ecb('aes-128-ecb');
    const otherKey = ecb('aes-128-ecb', Buffer.alloc(16, 7));
    fc.assert(
      fc.property(pins, accounts, random, (pin, account, salt) => {
        const sealed = sealPin(pin, account, salt, cipher);
        if (!sealed.ok) throw new Error(sealed.error.kind);
        expect(openPin(sealed.value, account, cipher)).toEqual({ ok: true, value: pin });
        const otherAccount = account.replace(/.$/, (last) => String((Number(last) + 1) % 10));
        const wrong = openPin(sealed.value, otherAccount, cipher);
        expect(wrong.ok && wrong.value === pin).toBe(false);
        const foreign = openPin(sealed.value, account, otherKey);
        expect(foreign.ok && foreign.value === pin).toBe(false);
      }),
    );
  });
});
