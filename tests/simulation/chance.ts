import type { Entropy } from '../../src/ports/clock.ts';

/** Seeded random numbers (sfc32): the same seed and name give the same row for ever. Not for keys. */
export class Chance {
  readonly #seed: string;
  readonly #state: [number, number, number, number];

  /** `seed` names the row: `42`, `42/session 7/hands`. */
  constructor(seed: string) {
    this.#seed = seed;
    const hash = digest(seed);
    this.#state = [hash(), hash(), hash(), 1];
    for (let round = 0; round < 12; round += 1) this.#next();
  }

  /** A row of its own, whatever else was drawn from this one. */
  fork(name: string | number): Chance {
    return new Chance(`${this.#seed}/${name}`);
  }

  /** 0 ≤ n < 1 */
  fraction(): number {
    return this.#next() / 4_294_967_296;
  }

  /** Whole, 0 ≤ n < limit. */
  below(limit: number): number {
    return Math.floor(this.fraction() * limit);
  }

  /** Whole, least ≤ n ≤ most. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  happens(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** One of them; throws where there is none. */
  pick<T>(among: readonly T[]): T {
    const picked = among[this.below(among.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  /** One of them, as often as its weight says. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
    const entries = Object.entries<number>(weights) as [T, number][];
    let left = this.fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of entries) {
      left -= weight;
      if (left < 0) return name;
    }
    return this.pick(entries)[0];
  }

  get entropy(): Entropy {
    return { bytes: (length) => Uint8Array.from({ length }, () => this.#next() & 0xff) };
  }

  #next(): number {
    const state = this.#state;
    const [a, b, c, count] = state;
    const sum = (((a + b) | 0) + count) | 0;
    state[3] = (count + 1) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = (c + (c << 3)) | 0;
    state[2] = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}

/** xmur3: spreads a text over as many 32-bit numbers as are asked for. */
function digest(text: string): () => number {
  let hash = 1_779_033_703 ^ text.length;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 3_432_918_353);
    hash = (hash << 13) | (hash >>> 19);
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507);
    hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
    hash ^= hash >>> 16;
    return hash >>> 0;
  };
}
