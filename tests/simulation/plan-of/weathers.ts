import { CALM } from '../centre/network.ts';
import type { Weather } from '../plan.ts';

/** What a line to a service hall can be like. */
export const WEATHERS = {
  'no route': { ...CALM, down: true },
  lossy: { ...CALM, requestLost: 0.15, answerLost: 0.15, duplicated: 0.05, delayMs: [20, 2_500] },
  /** Carried out, and nobody hears of it. */
  'answers lost': { ...CALM, answerLost: 0.6 },
  'requests lost': { ...CALM, requestLost: 0.6 },
  /** Late, twice, and in another order. */
  'out of order': { ...CALM, duplicated: 0.3, delayMs: [10, 6_000] },
  lying: { ...CALM, lies: 0.5 },
  'very slow': { ...CALM, delayMs: [1_500, 12_000] },
  storm: {
    requestLost: 0.3,
    answerLost: 0.3,
    duplicated: 0.2,
    delayMs: [20, 9_000],
    down: false,
    lies: 0.15,
  },
} as const satisfies Record<string, Weather>;

export type WeatherName = keyof typeof WEATHERS;

export const WEATHER_SHARES: Readonly<Record<WeatherName, number>> = {
  'no route': 25,
  lossy: 20,
  'answers lost': 15,
  'requests lost': 8,
  'out of order': 10,
  lying: 8,
  'very slow': 7,
  storm: 7,
};

/** The name of a weather; null for one that was made by hand. */
export const weatherName = (weather: Weather): WeatherName | null =>
  (Object.keys(WEATHERS) as WeatherName[]).find(
    (name) => JSON.stringify(WEATHERS[name]) === JSON.stringify(weather),
  ) ?? null;
