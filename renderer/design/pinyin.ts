import library from 'simple-keyboard-layouts/build/layouts/chinese.js';
import { z } from 'zod';

// The package's types name a CommonJS module and its file is an ES module: its shape is checked here instead.
const chinese = z
  .object({
    layout: z.object({ default: z.array(z.string()) }),
    layoutCandidates: z.record(z.string(), z.string()),
  })
  .parse(library);

const syllables = new Map(
  Object.entries(chinese.layoutCandidates).map(([sound, characters]) => [sound, characters.split(' ')]),
);
/** Longest syllable of Mandarin: zhuang, chuang, shuang. */
const LONGEST = 6;

/** The letter rows of the library's keyboard, without its signs and functions. */
export const LETTER_ROWS: readonly (readonly string[])[] = chinese.layout.default
  .map((row) => row.split(' ').filter((key) => /^[a-z]$/.test(key)))
  .filter((row) => row.length > 0);

export interface Candidates {
  /** How many letters a chosen character uses up. */
  readonly letters: number;
  readonly characters: readonly string[];
}

/**
 * Characters for what was typed. Takes the longest syllable the letters begin with, so that `haikou` offers 海 first
 * and leaves `kou`. Nothing found: no characters and no letters.
 */
export function candidatesFor(typed: string): Candidates {
  for (let letters = Math.min(LONGEST, typed.length); letters > 0; letters -= 1) {
    const characters = syllables.get(typed.slice(0, letters));
    if (characters !== undefined) return { letters, characters };
  }
  return { letters: 0, characters: [] };
}
