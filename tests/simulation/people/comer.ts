import type { CalendarDay } from '../../../src/calendar/calendar-day.ts';
import type { FictitiousResident } from '../../../src/fictitious-residents/resident.ts';
import { pinViolations } from '../../../src/pin-block/pin-rules.ts';
import type { SocialSecurityCard } from '../../../src/ports/social-card-reader.ts';
import type { Errand, Person } from '../../matrix/hands.ts';
import { socialCardOf } from '../../matrix/world/cards-in-hand.ts';
import type { Chance } from '../chance.ts';
import { archetypeOf } from './archetypes.ts';
import { mint, strangerTo } from './mint.ts';

/** Somebody on the way to the kiosk. Who comes again brings the card that they went home with. */
export interface Comer {
  readonly visit: Errand;
  readonly resident: FictitiousResident;
  readonly card: SocialSecurityCard | null;
  /** Whose ID card they may have taken along by mistake. */
  readonly stranger: FictitiousResident;
}

/** A new person of this kind; `number` as in `mint`. */
export function comerOf(archetype: string, number: number, today: CalendarDay): Comer {
  const resident = mint(archetype, number, today);
  return {
    visit: archetypeOf(archetype).visit,
    resident,
    card: resident.card ? socialCardOf(resident.card) : null,
    stranger: strangerTo(number, today),
  };
}

/** The same person on another day, for something else or the same once more. */
export const comingAgain = (before: Comer, archetype: string, card: SocialSecurityCard | null): Comer => ({
  ...before,
  visit: archetypeOf(archetype).visit,
  card,
});

const PIN_DIGITS = 6;

/** Six digits that no rule of the bank forbids to this person. */
function soundPin({ resident }: Comer, chance: Chance): string {
  const { document, mobile, card } = resident;
  const sources = {
    initialPin: card?.initialPin ?? null,
    birthDate: document.birthDate,
    idNumber: document.number,
    mobile,
  };
  for (;;) {
    const pin = String(chance.below(10 ** PIN_DIGITS)).padStart(PIN_DIGITS, '0');
    if (pinViolations(pin, sources).length === 0) return pin;
  }
}

/** Each is forbidden by a rule of its own, or is simply not what was typed before (ACT-3, ACT-4). */
export function wrongPin({ resident }: Person, chance: Chance): string {
  const { document, mobile, card } = resident;
  return chance.pick([
    String(chance.below(10 ** PIN_DIGITS)).padStart(PIN_DIGITS, '0'),
    card?.initialPin ?? '528491',
    '777777',
    '345678',
    document.birthDate.replaceAll('-', '').slice(2),
    document.number.slice(2, 2 + PIN_DIGITS),
    mobile.slice(-PIN_DIGITS),
  ]);
}

/** The person before the screen. */
export const personOf = (comer: Comer, pays: Person['pays'], chance: Chance): Person => ({
  visit: comer.visit,
  resident: comer.resident,
  card: comer.card,
  pin: soundPin(comer, chance),
  newMobile: `143${comer.resident.mobile.slice(3)}`,
  away: false,
  leaves: false,
  takesFrom: 0,
  pays,
  did: new Set(),
});
