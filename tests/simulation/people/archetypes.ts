import type { ServiceId } from '../../../src/contracts/service.ts';
import type { Archetype } from './archetype.ts';
import { CARD_IN_USE } from './card-in-use.ts';
import { FIRST_CARD } from './first-card.ts';
import { LOOKING_AROUND } from './looking-around.ts';

/** Everybody who comes to a terminal in a service hall. */
export const ARCHETYPES: readonly Archetype[] = [...LOOKING_AROUND, ...FIRST_CARD, ...CARD_IN_USE];

const BY_NAME = new Map(ARCHETYPES.map((one) => [one.name, one]));

/** Shares of a day by archetype, for drawing. */
export const DAY: Readonly<Record<string, number>> = Object.fromEntries(
  ARCHETYPES.map(({ name, weight }) => [name, weight]),
);

const ABOUT_CARDS: readonly ServiceId[] = ['apply', 'loss', 'replace', 'swap', 'exchange'];

/** The same of those who want a card, or one blocked. */
export const CARDS: Readonly<Record<string, number>> = Object.fromEntries(
  ARCHETYPES.filter(({ visit }) => ABOUT_CARDS.includes(visit.service)).map(({ name, weight }) => [
    name,
    weight,
  ]),
);

/** Throws where there is none of that name. */
export function archetypeOf(name: string): Archetype {
  const found = BY_NAME.get(name);
  if (!found) throw new Error(`no archetype ${name}`);
  return found;
}
