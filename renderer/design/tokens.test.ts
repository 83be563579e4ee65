import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from './contrast.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
);
const colour = (name: string) => {
  const value = tokens.get(name);
  if (value === undefined) throw new Error(`no token ${name}`);
  return value;
};

/** Text on ground, as the style sheets use them. */
const TEXT_PAIRS: [string, string][] = [
  ['ink', 'sand-50'],
  ['ink', 'white'],
  ['ink', 'sea-50'],
  ['ink-2', 'sand-50'],
  ['ink-2', 'white'],
  ['ink-2', 'sand-100'],
  ['ink-2', 'sea-100'],
  ['ink-2', 'sea-50'],
  ['sea-900', 'sand-50'],
  ['sea-900', 'sea-50'],
  ['sea-900', 'warn-bg'],
  ['sea-700', 'white'],
  ['sea-700', 'sea-100'],
  ['white', 'sea-700'],
  ['white', 'sea-900'],
  ['good', 'good-bg'],
  ['good', 'sand-50'],
  ['warn', 'warn-bg'],
  ['warn', 'white'],
  ['warn', 'sand-100'],
  ['bad', 'bad-bg'],
  ['ink-2', 'warn-bg'],
  ['ink', 'warn-bg'],
  ['ink', 'bad-bg'],
  ['ink', 'sand-100'],
  ['sea-100', 'sea-900'],
  ['bad', 'white'],
  ['good', 'white'],
];

describe('colours', () => {
  it.each(TEXT_PAIRS)('keep 7 : 1 for %s on %s', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(7);
  });

  it.each([
    ['focus', 'sand-50'],
    ['focus', 'white'],
    ['sea-600', 'white'],
    ['guide', 'white'],
    ['warn-bar', 'warn-bg'],
  ])('keep 3 : 1 for the sign %s on %s', (sign, ground) => {
    expect(contrast(colour(sign), colour(ground))).toBeGreaterThanOrEqual(3);
  });

  it('computes the known ends of the scale', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#777777')).toBe(1);
  });
});
