/** The zones of the policy pack, Euclidean distance of 128-number descriptors. */
export interface FaceThresholds {
  /** Up to and including this the faces are one person's. */
  readonly accept: number;
  /** Over this they are not; between the two nobody can tell: another try, or a member of staff. */
  readonly refuse: number;
}

export type FaceDecision = 'accept' | 'retry' | 'refuse';

/** ID-5: the pack's thresholds decide. A distance that is not a number is never an acceptance. */
export function faceDecision(distance: number, thresholds: FaceThresholds): FaceDecision {
  if (distance <= thresholds.accept && distance <= thresholds.refuse) return 'accept';
  if (distance <= thresholds.refuse) return 'retry';
  return 'refuse';
}

/** Euclidean distance; infinite when the two have different lengths. */
export function descriptorDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return Math.sqrt(sum);
}

/** The middle value, the mean of the middle two for an even count; infinite for none. */
export function medianDistance(distances: readonly number[]): number {
  const sorted = distances.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) return Number.POSITIVE_INFINITY;
  return (upper + lower) / 2;
}
