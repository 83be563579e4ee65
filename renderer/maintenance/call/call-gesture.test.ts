import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCall, type Touch, type Touches, withTouch } from './call-gesture.ts';

const corner = (at: number, more: Partial<Touch> = {}): Touch => ({ x: 60, y: 60, at, alone: true, ...more });
const touched = (touches: readonly Touch[]): Touches => touches.reduce(withTouch, [] as Touches);
const five = [0, 500, 1_000, 1_500, 2_000].map((at) => corner(at));

describe('the hidden gesture', () => {
  it('is five touches in the corner within three seconds, and a second of nothing', () => {
    expect(isCall(touched(five), 2_999)).toBe(false);
    expect(isCall(touched(five), 3_000)).toBe(true);
  });

  it('may be begun again after a pause', () => {
    expect(isCall(touched([corner(0), ...five.map((one) => ({ ...one, at: one.at + 1_000 }))]), 4_000)).toBe(
      true,
    );
  });

  it.each<[string, readonly Touch[]]>([
    ['four touches', five.slice(1)],
    ['a sixth touch', [...five, corner(2_400)]],
    ['a touch elsewhere after it', [...five, corner(2_400, { x: 540, y: 900 })]],
    ['one touch beside the corner', five.map((one, at) => (at === 2 ? { ...one, x: 121 } : one))],
    ['a hand that lies on the glass', five.map((one, at) => (at === 2 ? { ...one, alone: false } : one))],
    ['five slow touches', [0, 800, 1_600, 2_400, 3_200].map((at) => corner(at))],
    ['touches above the canvas', five.map((one) => ({ ...one, y: -1 }))],
  ])('is not %s', (_, touches) => {
    expect(isCall(touched(touches), 10_000)).toBe(false);
  });

  it('is never found in drumming, however long and fast', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 5, maxLength: 60 }), (gaps) => {
        let at = 0;
        const drum = gaps.map((gap) => {
          at += gap;
          return corner(at);
        });
        expect(isCall(touched([corner(0), ...drum]), at + 5_000)).toBe(false);
      }),
    );
  });
});
