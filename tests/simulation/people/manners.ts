import type { Chance } from '../chance.ts';
import type { Manner } from '../plan.ts';

/** How a person touches and moves about; how they pay and take is drawn beside it. */
type Ways = Omit<Manner, 'pays' | 'takes'>;

const CALM: Ways = {
  handMs: [400, 2_500],
  doubleTouch: 0,
  confused: 0,
  wrongPin: 0,
  pullsCard: 0,
  walksAway: 0,
  leaves: 0,
};

/** Somebody who knows what they want, and does it. */
export const WILLING: Manner = { ...CALM, pays: 'pay', takes: 'at-once' };

const WAYS = {
  willing: CALM,
  hurried: { ...CALM, handMs: [20, 350], doubleTouch: 0.35, confused: 0.03, pullsCard: 0.02, leaves: 0.005 },
  /** Sometimes beyond the warning that a screen gives up. */
  slow: { ...CALM, handMs: [5_000, 70_000], wrongPin: 0.1, walksAway: 0.004 },
  confused: {
    ...CALM,
    handMs: [800, 12_000],
    doubleTouch: 0.1,
    confused: 0.3,
    wrongPin: 0.4,
    pullsCard: 0.04,
    leaves: 0.005,
  },
  restless: {
    ...CALM,
    handMs: [300, 4_000],
    doubleTouch: 0.1,
    confused: 0.05,
    wrongPin: 0.1,
    pullsCard: 0.3,
  },
  'walking-away': { ...CALM, handMs: [400, 9_000], walksAway: 0.12 },
  leaving: { ...CALM, handMs: [300, 6_000], confused: 0.05, leaves: 0.12 },
} as const satisfies Record<string, Ways>;

export type MannerName = keyof typeof WAYS;
export const MANNER_NAMES = Object.keys(WAYS) as MannerName[];

const SHARES: Readonly<Record<MannerName, number>> = {
  willing: 45,
  hurried: 14,
  slow: 9,
  confused: 14,
  restless: 6,
  'walking-away': 7,
  leaving: 5,
};
const PAYS: Readonly<Record<Manner['pays'], number>> = {
  pay: 72,
  'pay-twice': 5,
  refuse: 4,
  expire: 3,
  not: 4,
  cancel: 6,
  late: 6,
};
const TAKES: Readonly<Record<Manner['takes'], number>> = { 'at-once': 84, late: 9, never: 7 };

/** One of these ways to go about it; anybody may pay or take in any way. */
export const mannerOf = (name: MannerName, chance: Chance): Manner => ({
  ...WAYS[name],
  pays: chance.weighted(PAYS),
  takes: chance.weighted(TAKES),
});

export const anyManner = (chance: Chance): Manner => mannerOf(chance.weighted(SHARES), chance);

/** The name of a manner, for reports; null for one that was made by hand. */
export function mannerName(manner: Manner): MannerName | null {
  const same = (ways: Ways) =>
    (Object.keys(CALM) as (keyof Ways)[]).every((way) => String(ways[way]) === String(manner[way]));
  return MANNER_NAMES.find((name) => same(WAYS[name])) ?? null;
}
