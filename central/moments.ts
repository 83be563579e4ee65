import type { Clock } from '../src/ports/clock.ts';

/** ISO 8601 in UTC, some seconds from now: the form every instant has in tables and answers. They sort as text. */
export const instantIn = (clock: Clock, seconds: number): string =>
  new Date(clock.now() + seconds * 1000).toISOString();

export const instantNow = (clock: Clock): string => instantIn(clock, 0);
