import type { DeviceTrouble } from '../../matrix/faults/device-faults.ts';
import { Chance } from '../chance.ts';
import { CARDS, DAY } from '../people/archetypes.ts';
import { anyManner, WILLING } from '../people/manners.ts';
import type { Blow, Mark, Plan, SessionPlan } from '../plan.ts';
import { anyBlow, technician, troubleStrike } from './blows.ts';
import { powerCuts } from './power.ts';
import { reachOf } from './reach.ts';
import { sharesNeeding, troubleInTurn } from './troubles.ts';

/** How hard it comes. `cards`: only people who want a card, or one blocked, and the power fails in every other visit. */
export const SEVERITIES = ['calm', 'usual', 'rough', 'cards'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Throws where there is none of that name. */
export function severityNamed(name = 'usual'): Severity {
  const named = SEVERITIES.find((one) => one === name);
  if (!named) throw new Error(`there is no severity ${name}: ${SEVERITIES.join(', ')}`);
  return named;
}

interface Harshness {
  /** No trouble, one, two … */
  readonly troubles: readonly number[];
  readonly power: number;
}
const HARSHNESS: Readonly<Record<Severity, Harshness>> = {
  calm: { troubles: [88, 12], power: 0.02 },
  usual: { troubles: [64, 27, 9], power: 0.125 },
  rough: { troubles: [12, 38, 30, 20], power: 0.35 },
  cards: { troubles: [60, 30, 10], power: 0.5 },
};

/** Somebody who was here before. */
const COMES_AGAIN = 0.08;
/** How many sessions ago that was at most. */
const REMEMBERED = 60;
/** Once in so many sessions a technician is asked for: stack and bins last ten times as long. */
const SESSIONS_PER_TECHNICIAN = 70;
const CALM_AFTER = 0.1;

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** What somebody comes back for who has been served already; `as-before`: the same once more. */
const AGAIN = {
  'as-before': 35,
  'progress of nothing': 25,
  'progress of a ready card': 10,
  'card looked at': 12,
  'records of payments': 8,
  help: 10,
} as const;

/** Who comes, and what for: drawn first, so that it can be asked of any session. */
function comes(
  seed: number,
  number: number,
  chance: Chance,
  severity: Severity,
): Pick<SessionPlan, 'again' | 'archetype'> {
  if (severity === 'cards') return { again: null, archetype: chance.weighted(CARDS) };
  const turn = troubleInTurn(seed, number);
  if (turn) return { again: null, archetype: chance.weighted(sharesNeeding(turn.device)) };
  if (number > 1 && chance.happens(COMES_AGAIN)) {
    const again = number - chance.between(1, Math.min(number - 1, REMEMBERED));
    const errand = chance.weighted(AGAIN);
    return { again, archetype: errand === 'as-before' ? visitOf(seed, again, severity).archetype : errand };
  }
  return { again: null, archetype: chance.weighted(DAY) };
}

const chanceOf = (seed: number, number: number): Chance => new Chance(String(seed)).fork(number);

const visitOf = (seed: number, number: number, severity: Severity) =>
  comes(seed, number, chanceOf(seed, number), severity);

function pause(chance: Chance): number {
  if (chance.happens(0.015)) return chance.between(7 * HOUR_MS, 14 * HOUR_MS);
  if (chance.happens(0.04)) return chance.between(5 * MINUTE_MS, 90 * MINUTE_MS);
  return chance.between(5 * SECOND_MS, MINUTE_MS);
}

function blowsOf(
  archetype: string,
  turn: DeviceTrouble | null,
  { troubles, power }: Harshness,
  chance: Chance,
): readonly Blow[] {
  const place = (mark: Mark) => chance.between(1, reachOf(archetype, mark));
  const howMany = Number(chance.weighted(Object.fromEntries(troubles.entries())));
  const inTurn = (trouble: DeviceTrouble): Blow => {
    const on = chance.pick(['view', 'device-call'] as const);
    return { on, after: place(on), what: troubleStrike(trouble, chance) };
  };
  return [
    ...(turn ? [inTurn(turn)] : []),
    ...Array.from({ length: howMany }, () => anyBlow(archetype, chance, place)).flat(),
    ...(chance.happens(power) ? powerCuts(chance, place) : []),
    ...(chance.happens(1 / SESSIONS_PER_TECHNICIAN) ? [technician(chance)] : []),
  ];
}

/** One session of a seed, whatever the others are. Sessions are numbered from 1. */
export function sessionOf(seed: number, number: number, severity: Severity = 'usual'): SessionPlan {
  const chance = chanceOf(seed, number);
  const { again, archetype } = comes(seed, number, chance, severity);
  return {
    number,
    again,
    archetype,
    pauseMs: pause(chance),
    manner: severity === 'cards' && chance.happens(0.6) ? WILLING : anyManner(chance),
    calmAfter: chance.happens(CALM_AFTER),
    blows: blowsOf(archetype, troubleInTurn(seed, number), HARSHNESS[severity], chance),
  };
}

/** The story of a seed. */
export const planOf = (seed: number, sessions: number, severity: Severity = 'usual'): Plan => ({
  seed,
  sessions: Array.from({ length: sessions }, (_, at) => sessionOf(seed, at + 1, severity)),
});
