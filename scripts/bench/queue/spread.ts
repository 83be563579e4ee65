/** How long each of many like acts took, and how many there were in a second. */
export interface Spread {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

/** Nearest rank: the smallest value that at least `share` (0-1) of all values do not exceed. Throws on none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1));
  const found = sorted[at];
  if (found === undefined) throw new Error('no values to take a percentile of');
  return found;
}

/** Of an even number of values the lower one of the middle two. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** `durations` and `wholeMs` in milliseconds; the whole holds what passed between the acts as well. */
export function spreadOf(durations: readonly number[], wholeMs: number): Spread {
  return {
    perSecond: Math.round((durations.length / wholeMs) * 1_000),
    p50Ms: rounded(percentile(durations, 0.5)),
    p99Ms: rounded(percentile(durations, 0.99)),
    maxMs: rounded(percentile(durations, 1)),
  };
}

/** Each figure by itself is the median of the rounds: one disturbed round moves none of them far. */
export function medianSpread(rounds: readonly Spread[]): Spread {
  const middle = (figure: keyof Spread) => median(rounds.map((round) => round[figure]));
  return {
    perSecond: middle('perSecond'),
    p50Ms: middle('p50Ms'),
    p99Ms: middle('p99Ms'),
    maxMs: middle('maxMs'),
  };
}

/** Three places: microseconds. */
export const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;
