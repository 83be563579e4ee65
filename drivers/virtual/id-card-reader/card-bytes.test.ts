import { describe, expect, it } from 'vitest';
import type { IdentityDocument } from '../../../src/identity/document.ts';
import { parseTextBlock } from '../../id-card/text-block.ts';
import { vector } from '../../id-card/vectors.ts';
import { extraAddressBlock, fingerprintBytes, portraitChipBytes, textBlock } from './card-bytes.ts';
import { VECTOR_DOCUMENTS } from './vector-cards.ts';

const names = ['id_A', 'id_B_J', 'id_C_I', 'id_D_Y', 'id_L_longterm'] as const;

describe('text block (protocols 6.1, 6.2)', () => {
  it.each(names)('%s is byte for byte the public vector', (name) => {
    const expected = vector(name);
    // The ethnic area of the 2023 foreigner card is unspecified (protocols 2.4 d): we leave it blank.
    if (name === 'id_D_Y') expected.set(Buffer.from('  ', 'utf16le'), 32);
    expect(textBlock(VECTOR_DOCUMENTS[name])).toEqual(expected);
  });

  it.each(names)('%s comes back as the same document', (name) => {
    expect(parseTextBlock(textBlock(VECTOR_DOCUMENTS[name]))).toEqual({
      ok: true,
      value: VECTOR_DOCUMENTS[name],
    });
  });

  it('writes sex 9 where it is not stated', () => {
    const document: IdentityDocument = { ...VECTOR_DOCUMENTS.id_A, sex: null };
    expect(parseTextBlock(textBlock(document))).toEqual({ ok: true, value: document });
  });

  it('refuses to write what a field cannot hold', () => {
    expect(() => textBlock({ ...VECTOR_DOCUMENTS.id_A, name: '甲'.repeat(16) })).toThrow('15 characters');
  });
});

it('picture bytes are 1024, the same for the same picture and other for another', () => {
  const one = portraitChipBytes(Uint8Array.of(1));
  expect(one).toHaveLength(1_024);
  expect(portraitChipBytes(Uint8Array.of(1))).toEqual(one);
  expect(portraitChipBytes(Uint8Array.of(2))).not.toEqual(one);
});

it('fingerprints are none or 2 x 512 with the finger at byte 5 (protocols 2.5)', () => {
  expect(fingerprintBytes(0)).toHaveLength(0);
  const two = fingerprintBytes(2);
  expect([two.length, two[4], two[516]]).toEqual([1_024, 11, 16]);
});

it('extra address is 70 bytes', () => {
  expect(extraAddressBlock('海南省测试市样例区新址路9号')).toHaveLength(70);
});
