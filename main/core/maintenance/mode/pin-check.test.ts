import { expect, it } from 'vitest';
import { pinIsRight } from './pin-check.ts';

it.each([
  ['a salt of one byte', '$argon2id$v=19$m=19456,t=2,p=1$YQ$YQ'],
  ['no iterations', '$argon2id$v=19$m=19456,t=0,p=1$bm9ib2R5cy1zYWx0LTE2$AAAAAAAAAAAAAAAAAAAAAA'],
  [
    'more memory than there is',
    '$argon2id$v=19$m=99999999999,t=2,p=1$bm9ib2R5cy1zYWx0LTE2$AAAAAAAAAAAAAAAAAAAAAA',
  ],
])('a hash in the list that has %s is nobody’s PIN, and does not end core', async (_what, hash) => {
  expect(await pinIsRight(hash, '135790')).toBe(false);
});
