import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  admission,
  forgiven,
  givenBack,
  NO_TRIES,
  type SignInTries,
  takenForWrong,
  WRONG_TRIES_TO_LOCK,
} from './sign-in-tries.ts';

const NOW = Date.UTC(2026, 10, 22, 4);

const afterWrong = (count: number, now = NOW): SignInTries =>
  Array.from({ length: count }).reduce<SignInTries>((tries) => takenForWrong(tries, now), NO_TRIES);

describe('back-off that doubles, lock after 15', () => {
  it.each([
    [1, 0],
    [2, 0],
    [3, 2],
    [4, 4],
    [5, 8],
    [14, 2 ** 12],
  ])('the wrong try %i is followed by %i s', (wrong, seconds) => {
    const before = afterWrong(wrong - 1);
    const at = Math.max(NOW, before.waitsUntil);
    const until = takenForWrong(before, at).waitsUntil;
    expect(seconds === 0 ? until : until - at).toBe(seconds * 1_000);
  });

  it('the fifteenth locks, however long one waits', () => {
    expect(admission(afterWrong(14), Number.MAX_SAFE_INTEGER)).toEqual({ kind: 'free' });
    expect(admission(afterWrong(15), Number.MAX_SAFE_INTEGER)).toEqual({ kind: 'locked' });
    expect(afterWrong(40).wrong).toBe(WRONG_TRIES_TO_LOCK);
  });

  it('a right code gives back that one try alone, and its step is not taken again', () => {
    const before = afterWrong(2);
    expect(givenBack(before, 77)).toEqual({ ...before, lastTotpStep: 77 });
    expect(givenBack({ ...before, lastTotpStep: 99 }, 77).lastTotpStep).toBe(99);
    expect(forgiven({ ...afterWrong(15), lastTotpStep: 99 })).toEqual({ ...NO_TRIES, lastTotpStep: 99 });
  });
});

it('a clock set back or forth never shortens a wait and never unlocks', () => {
  const clocks = fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), { maxLength: 30 });
  fc.assert(
    fc.property(clocks, (offsets) => {
      let tries = NO_TRIES;
      for (const offset of offsets) {
        const now = NOW + offset;
        const next = takenForWrong(tries, now);
        expect(next.wrong).toBe(Math.min(tries.wrong + 1, WRONG_TRIES_TO_LOCK));
        expect(next.waitsUntil).toBeGreaterThanOrEqual(tries.waitsUntil);
        if (next.wrong >= 3)
          expect(next.waitsUntil - now).toBeGreaterThanOrEqual(2_000 * 2 ** (next.wrong - 3));
        const seen = admission(next, now);
        expect(seen.kind).toBe(
          next.wrong === WRONG_TRIES_TO_LOCK ? 'locked' : next.wrong < 3 ? seen.kind : 'wait',
        );
        tries = next;
      }
    }),
  );
});
