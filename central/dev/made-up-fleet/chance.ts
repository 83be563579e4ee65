import { createHash } from 'node:crypto';

/** The same numbers for the same seed: two made-up fleets are alike, and so are pictures of them. */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** True once in so many. */
  onceIn(many: number): boolean;
  /** One of them; later ones are as likely as earlier ones. */
  oneOf<T>(many: readonly [T, ...T[]]): T;
  bytes(length: number): Uint8Array;
}

/** Chance that starts from a word. */
export function chanceOf(seed: string): Chance {
  let turn = 0;
  const draw = (length: number): Buffer => {
    turn += 1;
    return createHash('shake256', { outputLength: length }).update(`${seed} ${turn}`).digest();
  };
  const below = (many: number): number => draw(4).readUInt32BE() % many;
  return {
    between: (least, most) => least + below(most - least + 1),
    onceIn: (many) => below(many) === 0,
    oneOf: (many) => many[below(many.length)] ?? many[0],
    bytes: (length) => new Uint8Array(draw(length)),
  };
}
