import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEasyPassword } from './easy-passwords.ts';

describe('passwords anybody tries first', () => {
  it.each([
    'password1234',
    'Password!2026',
    'P@ssw0rd2026!',
    'administrator',
    'admin1234567',
    '123456789012',
    '987654321098',
    'qwertyuiop12',
    'poiuytrewq00',
    '1qaz2wsx3edc',
    '1q2w3e4r5t6y',
    'abcabcabcabc',
    'aaaaaaaaaaaa',
    'woaini1314520',
    'iloveyou1234',
    'chen.wei1234',
    'ChenWei20261',
    'shebaoka2026',
    'yikatong2026',
  ])('%s is refused', (password) => {
    expect(isEasyPassword(password, 'chen.wei')).toBe(true);
  });

  it.each([
    'correct horse battery',
    'harbour-lantern-seventeen',
    '海上生明月天涯共此时情人怨遥夜',
    'vK3#tq9Lm2$wz',
    'Der Regen faellt 7mal',
  ])('%s is taken', (password) => {
    expect(isEasyPassword(password, 'chen.wei')).toBe(false);
  });

  it('any text gets an answer, and whatever is repeated stays easy', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 4 }), fc.string({ maxLength: 30 }), (piece, login) => {
        expect(isEasyPassword(piece.repeat(12), login)).toBe(true);
        isEasyPassword(login, piece);
      }),
    );
  });
});
