import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countAfterKey } from './entry-count.ts';

const MAX = 6;

describe('ACT-4 the application sees a count', () => {
  it.each([
    [0, { completion: 'continue' }, 1],
    [5, { completion: 'continue', digit: null }, 6],
    [6, { completion: 'continue' }, 6],
    [3, { completion: 'backspace', digit: 'backspace' }, 2],
    [0, { completion: 'backspace' }, 0],
    [4, { completion: 'clear', digit: 'clear' }, 0],
    [6, { completion: 'enter', digit: 'enter' }, 6],
    [2, { completion: 'help' }, 2],
  ])('from %i by %j to %i', (count, payload, after) => {
    expect(countAfterKey(count, MAX, payload)).toEqual({ ok: true, value: after });
  });

  it.each(['zero', 'five', 'nine', 'a', '7', 'doubleZero'])('refuses a pad that tells %s', (digit) => {
    expect(countAfterKey(0, MAX, { completion: 'continue', digit })).toMatchObject({
      error: { code: 'clear-digit-from-pad' },
    });
  });

  it('answers nonsense by name', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ completion: fc.string() })), (payload) => {
        const known = /^(auto|enter|cancel|continue|clear|backspace|fdk|help|fk|contFdk)$/;
        const completion = (payload as { completion?: unknown } | null)?.completion;
        fc.pre(typeof completion !== 'string' || !known.test(completion));
        expect(countAfterKey(0, MAX, payload)).toMatchObject({ error: { code: 'bad-payload' } });
      }),
    );
  });

  it('stays between nothing and the longest PIN', () => {
    const keys = fc.array(fc.constantFrom('continue', 'backspace', 'clear', 'enter', 'fdk'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(keys, (pressed) => {
        let count = 0;
        for (const completion of pressed) {
          const after = countAfterKey(count, MAX, { completion });
          if (!after.ok) throw new Error(after.error.code);
          count = after.value;
          expect(count).toBeGreaterThanOrEqual(0);
          expect(count).toBeLessThanOrEqual(MAX);
        }
      }),
    );
  });
});
