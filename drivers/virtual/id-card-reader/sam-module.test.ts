import { beforeEach, describe, expect, it } from 'vitest';
import type { SamCommandName } from '../../id-card/command.ts';
import { encodeFrame } from '../../id-card/frame.ts';
import { fromHex } from '../../id-card/vectors.ts';
import { SamModule } from './sam-module.ts';
import { VECTOR_DOCUMENTS, VECTOR_PORTRAIT } from './vector-cards.ts';

const card = { document: VECTOR_DOCUMENTS.id_A, portrait: VECTOR_PORTRAIT };
let module: SamModule;
beforeEach(() => {
  module = new SamModule();
});

const statuses = (...names: SamCommandName[]): string[] =>
  names.map((name) => module.answer(name).sw3.toString(16));

const frame = (name: SamCommandName): Uint8Array => {
  const { sw3, data } = module.answer(name);
  return encodeFrame(Uint8Array.from([0, 0, sw3, ...data]));
};

describe('frames of protocols 6.3', () => {
  it('find, select and SAM id', () => {
    expect(frame('find')).toEqual(fromHex('AAAAAA9669000400008084'));
    module.place(card);
    expect(frame('find')).toEqual(fromHex('AAAAAA9669000800009F0000000097'));
    expect(frame('select')).toEqual(fromHex('AAAAAA9669000C00009000000000000000009C'));
    expect(frame('sam-id')).toEqual(fromHex('AAAAAA9669001400009005000300951334017B000000140C3A1B73'));
  });

  it('read is 1295 bytes, with two fingerprints 2321, the extra address 81', () => {
    module.place({ ...card, fingerprints: 2, extraAddress: '海南省测试市样例区新址路9号' });
    statuses('find', 'select');
    expect([frame('read').length, frame('read-with-fingerprints').length]).toEqual([1_295, 2_321]);
    const extra = frame('extra-address');
    expect([extra.length, extra.at(-1), ...extra.subarray(5, 12)]).toEqual([
      81, 0x79, 0, 0x4a, 0, 0, 0x90, 0x77, 0x6d,
    ]);
  });
});

describe('the field (protocols 2.1)', () => {
  it('wants find, then select, then read', () => {
    module.place(card);
    expect(statuses('select', 'read', 'find', 'read', 'select', 'read')).toEqual([
      '81',
      '41',
      '9f',
      '41',
      '90',
      '90',
    ]);
  });

  it('finds a read card again only after it was lifted; until then it answers 30 03', () => {
    module.place(card);
    expect(statuses('find', 'select', 'read')).toEqual(['9f', '90', '90']);
    expect(statuses('find', 'extra-address', 'read')).toEqual(['80', '91', '90']);
    module.lift();
    expect(statuses('extra-address', 'find', 'select')).toEqual(['41', '80', '81']);
    module.place(card);
    expect(statuses('find')).toEqual(['9f']);
  });

  it('wants the card lifted after a bad read as well', () => {
    module.place(card);
    statuses('find', 'select');
    module.spoil();
    expect(statuses('find', 'select', 'read')).toEqual(['80', '81', '41']);
  });
});
