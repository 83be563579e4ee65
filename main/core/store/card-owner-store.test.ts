import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { maskOwner } from '../../../src/identity/masking.ts';
import { newFolder, storeIn } from '../test-kiosk.ts';

const MASKED = maskOwner('符测试', '46900319800101742X') ?? '';

it('INV-6 keeps no more of an owner than a screen shows, and that sealed', () => {
  const folder = newFolder();
  const store = storeIn(folder);
  const card = store.custody.acceptOwnCard('accepted');
  store.cardOwners.note(card, { masked: MASKED });
  store.cardOwners.note(card, { reference: 'YKT-2026-1' });
  expect(store.cardOwners.find(card)).toEqual({
    masked: '符＊＊ 4690 ＊＊＊＊ ＊＊＊＊ 742X',
    reference: 'YKT-2026-1',
  });
  store.close();
  const written = readdirSync(folder).map((file) => readFileSync(join(folder, file)));
  for (const text of ['符', '742X', 'YKT-2026-1']) {
    expect(written.some((bytes) => bytes.includes(text))).toBe(false);
  }
});

it.each([
  ['given-back', ['gate', 'given-back']],
  ['emptied', ['gate', 'retained', 'emptied']],
] as const)('INV-6 knows no owner any more of a card that was %s', (_place, path) => {
  const store = storeIn(newFolder());
  const card = store.custody.acceptOwnCard('accepted');
  store.cardOwners.note(card, { masked: MASKED });
  for (const place of path) {
    expect(store.cardOwners.find(card).masked).toBe(MASKED);
    store.custody.move(card, place, 'test');
  }
  expect(store.cardOwners.find(card)).toEqual({ masked: null, reference: null });
});

it('INV-5 says nothing of a card whose owner nobody knows', () => {
  expect(maskOwner(null, null)).toBeNull();
  expect(maskOwner('', '46900319800101742X')).toBe('4690 ＊＊＊＊ ＊＊＊＊ 742X');
  expect(maskOwner(' A'.repeat(40), null)).toHaveLength(60);
  expect(storeIn(newFolder()).cardOwners.find('o-none')).toEqual({ masked: null, reference: null });
});
