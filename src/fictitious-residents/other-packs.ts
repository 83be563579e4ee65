import { addDays, type CalendarDay } from '../calendar/calendar-day.ts';
import { WOMEN } from './card-holders.ts';
import { born, type CardPlan, madeUpCard, madeUpPerson } from './made-up-person.ts';
import type { PersonName } from './portrait-people.ts';
import type { FictitiousFile, FictitiousResident } from './resident.ts';

/** Regions of cards that the packs `henan` and `jiangsu-suzhou` serve (ID-10). */
const HENAN_REGION = '410100';
const SUZHOU_REGION = '320500';

/** Days of a temporary report that are left of the seven of the Suzhou pack. */
const LOST_DAYS_LEFT = 4;

/** id, what it shows, name, portrait, card, file. The order gives the ordinals: append, never insert. */
type Case = readonly [
  id: string,
  shows: string,
  name: string,
  portrait: PersonName,
  card: CardPlan,
  file?: Partial<FictitiousFile>,
];

const cases = (today: CalendarDay): readonly Case[] => [
  [
    'henan-damaged',
    'EXCH-5 exchanged at the machine where the pack says so',
    '试豫甲',
    'plain',
    { region: HENAN_REGION, financial: 'active' },
  ],
  [
    'suzhou-found',
    'LOSS-6 temporarily lost and found again, undone where the pack says so',
    '试苏甲',
    'fairNarrowWoman',
    { region: SUZHOU_REGION, socialSecurity: 'temporarily-lost', financial: 'active' },
    { lostUntil: addDays(today, LOST_DAYS_LEFT) },
  ],
];

const FIRST_ORDINAL = 121;

/** Residents of the provinces whose packs run the same code; at home their cards are another province's. */
export const otherPacks = (today: CalendarDay): readonly FictitiousResident[] =>
  cases(today).map(([id, shows, name, portrait, card, file], at) => {
    const ordinal = FIRST_ORDINAL + at;
    const person = madeUpPerson(today, {
      ordinal,
      id,
      shows,
      name,
      sex: WOMEN.has(portrait) ? 'female' : 'male',
      birthDate: born('1984-08-27'),
      portrait,
    });
    return {
      ...person,
      card: madeUpCard(today, person, ordinal, card),
      file: { ...person.file, ...file },
    };
  });
