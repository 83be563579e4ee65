import { descriptorDistance } from './distance.ts';

/** Where the error rates are taken: the accept and refuse limits of face.md with their neighbours, and the library's 0.6. */
export const EVALUATED_AT = [0.4, 0.45, 0.48, 0.5, 0.52, 0.55, 0.58, 0.6, 0.65] as const;

/** A picture after the recogniser has seen it; `null` when it found no face. */
export interface DescribedPicture {
  readonly person: string;
  readonly descriptor: ArrayLike<number> | null;
}

/** Printed by `npm run face:evaluate` (architecture.md, Commands). */
export interface ErrorTable {
  readonly people: number;
  /** Pairs of pictures of one person, and of two. */
  readonly same: number;
  readonly different: number;
  /** Shares from 0 to 1; `null` where there is no pair to count. */
  readonly thresholds: readonly {
    readonly at: number;
    readonly far: number | null;
    readonly frr: number | null;
  }[];
  /** Pictures in which no face was found; they are in no pair. */
  readonly undetected: number;
}

/** Compares every picture with every other. */
export function errorTable(pictures: readonly DescribedPicture[]): ErrorTable {
  const same: number[] = [];
  const different: number[] = [];
  pictures.forEach((a, index) => {
    for (const b of pictures.slice(index + 1)) {
      if (a.descriptor === null || b.descriptor === null) continue;
      (a.person === b.person ? same : different).push(descriptorDistance(a.descriptor, b.descriptor));
    }
  });
  return {
    people: new Set(pictures.map((picture) => picture.person)).size,
    same: same.length,
    different: different.length,
    thresholds: EVALUATED_AT.map((at) => ({
      at,
      far: share(different, (distance) => distance <= at),
      frr: share(same, (distance) => distance > at),
    })),
    undetected: pictures.filter((picture) => picture.descriptor === null).length,
  };
}

function share(values: readonly number[], counts: (value: number) => boolean): number | null {
  if (values.length === 0) return null;
  return Math.round((values.filter(counts).length / values.length) * 1e5) / 1e5;
}
