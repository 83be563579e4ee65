import { seededEntropy } from '../../main/core/virtual-clock.ts';

/** Repeatable chance: the same seed throws the same numbers. */
export interface Dice {
  /** True with this probability. */
  chance(probability: number): boolean;
  /** From 0 up to and without `limit`, an integer. */
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
}

export function seededDice(seed: number): Dice {
  const entropy = seededEntropy(seed);
  const below = (limit: number): number => {
    const [a = 0, b = 0, c = 0, d = 0] = entropy.bytes(4);
    return (((a << 24) | (b << 16) | (c << 8) | d) >>> 0) % limit;
  };
  return {
    below,
    chance: (probability) => below(10_000) < probability * 10_000,
    pick: (from) => {
      const picked = from[below(from.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
  };
}
