import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesFor, LETTER_ROWS } from './pinyin.ts';

describe('Chinese keyboard', () => {
  it('offers the characters of the first whole syllable and leaves the rest', () => {
    expect(candidatesFor('hai').characters).toContain('海');
    const first = candidatesFor('haikou');
    expect(first.letters).toBe(3);
    expect(first.characters).toContain('海');
    expect(candidatesFor('haikou'.slice(first.letters)).characters).toContain('口');
  });

  it('finds the words of an address', () => {
    for (const [sound, character] of [
      ['sheng', '省'],
      ['shi', '市'],
      ['xian', '县'],
      ['zhen', '镇'],
      ['cun', '村'],
      ['lu', '路'],
      ['hao', '号'],
      ['qiong', '琼'],
    ] as const)
      expect(candidatesFor(sound).characters, sound).toContain(character);
  });

  it('has nothing for letters that make no sound', () => {
    expect(candidatesFor('').characters).toEqual([]);
    expect(candidatesFor('vvv')).toEqual({ letters: 0, characters: [] });
  });

  it('uses up letters exactly when it offers characters, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const { letters, characters } = candidatesFor(typed);
        expect(letters > 0).toBe(characters.length > 0);
        expect(letters).toBeLessThanOrEqual(typed.length);
      }),
    );
  });

  it('has all letters', () => {
    expect(LETTER_ROWS.flat().toSorted().join('')).toBe('abcdefghijklmnopqrstuvwxyz');
  });
});
