/** One look at a figure after so many sessions. */
export interface Point {
  readonly sessions: number;
  readonly value: number;
}

/** Sessions a kiosk has in a year: 200 a day. */
export const SESSIONS_A_YEAR = 200 * 365;

export interface Trend {
  readonly first: number;
  readonly last: number;
  /** Of the looks after warming up: growth for each session (Theil-Sen: one odd look does not move it). */
  readonly perSession: number;
  /** `last`, and a year's growth on top. */
  readonly afterAYear: number;
}

/** Caches fill and code is compiled in the first part of a run; what grows after it grows for ever. */
const WARM_UP = 0.3;

/** Growth of a figure over a run. Needs two looks after warming up. */
export function trendOf(points: readonly Point[]): Trend {
  const sessions = points.at(-1)?.sessions ?? 0;
  const warm = points.filter((point) => point.sessions >= sessions * WARM_UP);
  const slopes = warm.flatMap((one, at) =>
    warm.slice(at + 1).map((other) => (other.value - one.value) / (other.sessions - one.sessions)),
  );
  slopes.sort((one, other) => one - other);
  const perSession = slopes[Math.floor(slopes.length / 2)] ?? 0;
  const last = points.at(-1)?.value ?? 0;
  return {
    first: points[0]?.value ?? 0,
    last,
    perSession,
    afterAYear: last + Math.max(0, perSession) * SESSIONS_A_YEAR,
  };
}
