import { describe, expect, it } from 'vitest';
import { SESSIONS_A_YEAR, trendOf } from './trend.ts';

const run = (value: (sessions: number) => number) =>
  Array.from({ length: 41 }, (_, at) => ({ sessions: at * 250, value: value(at * 250) }));

describe('the trend of a soak', () => {
  it('sees what grows with each session, however much was filled at first', () => {
    const leak = trendOf(run((sessions) => 80 + Math.min(sessions, 1_000) * 0.05 + sessions * 0.01));
    expect(leak.perSession).toBeCloseTo(0.01, 6);
    expect(leak.afterAYear).toBeCloseTo(leak.last + 0.01 * SESSIONS_A_YEAR, 3);
  });

  it('takes no odd look for growth', () => {
    const flat = trendOf(run((sessions) => (sessions === 9_000 ? 500 : 100 + ((sessions / 250) % 2))));
    expect(Math.abs(flat.perSession)).toBeLessThan(1e-6);
  });

  it('does not count on shrinking', () => {
    expect(trendOf(run((sessions) => 200 - sessions * 0.001)).afterAYear).toBeCloseTo(190, 6);
  });
});
