import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePaddedText, parseTextBlock } from './text-block.ts';
import { fromHex, vector } from './vectors.ts';

const parse = (block: Uint8Array) => {
  const parsed = parseTextBlock(block);
  return parsed.ok ? parsed.value : parsed.error;
};

const withText = (block: Uint8Array, offset: number, text: string): Uint8Array => {
  const changed = Uint8Array.from(block);
  changed.set(Buffer.from(text, 'utf16le'), offset);
  return changed;
};

const A = {
  kind: 'resident-id-card',
  name: '试验甲',
  sex: 'female',
  ethnicGroup: '19',
  birthDate: '1990-01-01',
  address: '海南省测试市样例区虚构路1号',
  number: '460199199001010029',
  issuer: '测试市公安局样例分局',
  validFrom: '2020-06-01',
  validTo: '2030-06-01',
};

describe('the four layouts (protocols 2.4, 6.1, 6.2)', () => {
  it('A: resident identity card', () => {
    expect(parse(vector('id_A'))).toEqual(A);
  });

  it('L: 长期 is no end (ID-3)', () => {
    expect(parse(vector('id_L_longterm'))).toMatchObject({
      number: '460199196001010033',
      sex: 'male',
      validTo: null,
    });
  });

  it('B: residence permit for Hong Kong, Macau and Taiwan has no ethnic group', () => {
    expect(parse(vector('id_B_J'))).toEqual({
      kind: 'hmt-residence-permit',
      name: '试验乙',
      sex: 'male',
      ethnicGroup: null,
      birthDate: '1990-02-02',
      address: '海南省测试市样例区虚构路2号',
      number: '810000199002020016',
      issuer: '测试市公安局样例分局',
      validFrom: '2021-07-01',
      validTo: '2026-07-01',
      permitNumber: 'H00000000',
      issueCount: '01',
    });
  });

  it('C: foreigner permit of 2017 names its authority by code only', () => {
    expect(parse(vector('id_C_I'))).toEqual({
      kind: 'foreigner-permit-2017',
      name: '试验丙',
      sex: 'male',
      ethnicGroup: null,
      birthDate: '1981-08-03',
      address: '',
      number: 'CAN110019810803',
      issuer: '1500',
      validFrom: '2018-01-01',
      validTo: '2028-01-01',
      foreignName: 'SPECIMEN, TEST PERSON',
      nationality: 'CAN',
    });
  });

  it('D: foreigner permit of 2023', () => {
    expect(parse(vector('id_D_Y'))).toMatchObject({
      kind: 'foreigner-permit-2023',
      number: '911124198108030024',
      foreignName: 'SPECIMEN, TEST PERSON NEW',
      nationality: 'CAN',
      issueCount: '01',
      issuer: '国家移民管理局',
      validFrom: '2023-12-01',
      validTo: '2033-12-01',
      ethnicGroup: null,
      address: '',
    });
  });
});

describe('a blank type unit falls back on the number', () => {
  it.each([
    ['id_A', 'resident-id-card'],
    ['id_B_J', 'hmt-residence-permit'],
    ['id_C_I', 'foreigner-permit-2017'],
    ['id_D_Y', 'foreigner-permit-2023'],
  ] as const)('%s is still %s', (name, kind) => {
    expect(parse(withText(vector(name), 248, ' '))).toMatchObject({ kind });
    expect(parse(withText(vector(name), 248, '\0'))).toMatchObject({ kind });
  });

  it('82 and 83 are permits, 84 is nobody yet and stays a resident number', () => {
    const kindOf = (number: string) => parse(withText(vector('id_A'), 122, number));
    expect(kindOf('82')).toMatchObject({ kind: 'hmt-residence-permit' });
    expect(kindOf('83')).toMatchObject({ kind: 'hmt-residence-permit' });
    expect(kindOf('84')).toMatchObject({ kind: 'resident-id-card' });
  });
});

describe('only the layout is judged here', () => {
  it('ID-4 is not: conflicting sex, wrong check digit and unknown division pass', () => {
    expect(parse(withText(vector('id_A'), 30, '1'))).toEqual({ ...A, sex: 'male' });
    expect(parse(withText(vector('id_A'), 156, '8'))).toEqual({ ...A, number: '460199199001010028' });
    expect(parse(withText(vector('id_A'), 36, '19900102'))).toEqual({ ...A, birthDate: '1990-01-02' });
  });

  it('keeps rare characters outside the basic plane', () => {
    expect(parse(withText(vector('id_A'), 0, '𠮷䶮甲'))).toMatchObject({ name: '𠮷䶮甲' });
  });

  it.each(['0', '9'])('sex %s is unknown', (unit) => {
    expect(parse(withText(vector('id_A'), 30, unit))).toMatchObject({ sex: null });
  });

  it.each([
    ['unknown-layout', 248, 'K'],
    ['broken-sex', 30, '3'],
    ['broken-ethnic-group', 32, 'x9'],
    ['broken-birth-date', 36, '19900230'],
    ['broken-birth-date', 36, '1990-1-1'],
    ['broken-valid-from', 188, '        '],
    ['broken-valid-to', 204, '无期    '],
    ['broken-text', 0, '\ud800'],
    ['broken-text', 52, '\n'],
    ['no-number', 122, ' '.repeat(18)],
  ])('%s at %i', (code, offset, text) => {
    // A blank number is only blank in a layout that is named.
    const block = code === 'no-number' ? vector('id_B_J') : vector('id_A');
    expect(parse(withText(block, offset, text))).toBe(code);
  });

  it('wants 256 bytes', () => {
    expect(parse(vector('id_A').subarray(1))).toBe('text-length');
  });

  it('never throws, whatever the chip says', () => {
    const change = fc.tuple(fc.nat({ max: 255 }), fc.nat({ max: 255 }));
    const names = fc.constantFrom('id_A', 'id_B_J', 'id_C_I', 'id_D_Y' as const);
    fc.assert(
      fc.property(names, fc.array(change, { maxLength: 6 }), (name, changes) => {
        const block = vector(name as 'id_A');
        for (const [at, value] of changes) block[at] = value;
        expect(parseTextBlock(block)).toHaveProperty('ok');
      }),
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void parseTextBlock(bytes)));
  });
});

it('reads the extra address of 70 bytes (protocols 6.3)', () => {
  const bytes = Buffer.from('海南省测试市样例区新址路9号'.padEnd(35), 'utf16le');
  expect(decodePaddedText(bytes)).toBe('海南省测试市样例区新址路9号');
  expect(decodePaddedText(fromHex('00D8'))).toBeNull();
});
