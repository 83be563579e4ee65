import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { day } from '../../src/calendar/calendar-day.ts';
import { DATA_GROUP, LONGEST_BLOCK } from '../../src/card-keys/personalisation-commands.ts';
import type { CardData } from './card-data.ts';
import { dataGroups } from './data-groups.ts';

const CARD: CardData = {
  cardId: '460000D156000005A1B2C3D4E5F60718',
  cardNumber: 'K00000001',
  accountNumber: '6217990000000000014',
  issuedOn: day('2026-11-22'),
  expiresOn: day('2036-11-22'),
  socialSecurityNumber: '460199199001010029',
  name: '试验甲',
  birthDate: day('1990-01-01'),
  sex: '2',
  ethnicGroup: '19',
  birthPlace: '460199',
};

/** Values of the records in a group by tag. */
function recordsOf(card: CardData, id: number): Map<number, Uint8Array> {
  const content = dataGroups(card).find((group) => group.id === id)?.content ?? new Uint8Array();
  const records = new Map<number, Uint8Array>();
  for (let at = 0; at < content.length; ) {
    const length = content[at + 1] ?? 0;
    records.set(content[at] ?? 0, content.slice(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return records;
}

function nameOnChip(name: string): string {
  const records = recordsOf({ ...CARD, name }, DATA_GROUP.holder);
  const bytes = Buffer.concat([records.get(0x09) ?? Buffer.of(), records.get(0x4e) ?? Buffer.of()]);
  return iconv.decode(bytes, 'gb18030').replace(/\0+$/, '');
}

describe('what goes onto a chip (protocols 1.4)', () => {
  it('has every record of EF05 and EF06 in its length', () => {
    const lengths = (id: number) =>
      [...recordsOf(CARD, id)].map(([tag, value]) => [tag, value.length] as const);
    expect(lengths(DATA_GROUP.issuer)).toEqual([
      [0x01, 16],
      [0x02, 1],
      [0x03, 4],
      [0x04, 12],
      [0x05, 4],
      [0x06, 4],
      [0x07, 9],
    ]);
    expect(lengths(DATA_GROUP.holder)).toEqual([
      [0x08, 18],
      [0x09, 30],
      [0x4e, 20],
      [0x0a, 1],
      [0x0b, 1],
      [0x0c, 3],
      [0x0d, 4],
    ]);
  });

  it.each(['试验甲', '试验𠮷', '试䶮', '试验一二三四五六七八九十甲乙丙', '试验古丽·样例提'])(
    '%s is whole',
    (name) => {
      expect(nameOnChip(name)).toBe(name);
    },
  );

  it('a name of any length fits, with whole characters from its beginning', () => {
    const character = fc.constantFrom('试', '验', '𠮷', '䶮', '·', 'A', ' ');
    fc.assert(
      fc.property(fc.array(character, { minLength: 1, maxLength: 60 }), (characters) => {
        const name = characters.join('');
        const kept = nameOnChip(name);
        expect(name.startsWith(kept)).toBe(true);
        expect(iconv.encode(kept, 'gb18030').length).toBeLessThanOrEqual(50);
        if (iconv.encode(name, 'gb18030').length <= 50) expect(kept).toBe(name);
        for (const { content } of dataGroups({ ...CARD, name })) {
          expect(content.length + 3).toBeLessThanOrEqual(LONGEST_BLOCK);
        }
      }),
    );
  });
});
