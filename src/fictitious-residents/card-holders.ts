import { addDays, addYears, type CalendarDay } from '../calendar/calendar-day.ts';
import { born, type CardPlan, madeUpCard, madeUpPerson, OTHER_REGION } from './made-up-person.ts';
import type { PersonName } from './portrait-people.ts';
import type { FictitiousResident } from './resident.ts';

/** id, what it shows, name, portrait, card. The order gives the ordinals: append, never insert. */
type Case = readonly [id: string, shows: string, name: string, portrait: PersonName, card: CardPlan];

const cases = (today: CalendarDay): readonly Case[] => [
  ['activate-3.0', 'ACT-2 normal and locked', '试激活甲', 'fisherman', {}],
  ['activate-2.0', 'ACT-2 second generation', '试激活乙', 'fairNarrowWoman', { specVersion: '2.00' }],
  ['activate-1.0', 'ACT-2 specification 1.0', '试激活丙', 'plain', { specVersion: '1.00' }],
  ['activate-already-active', 'ACT-2 already active', '试激活丁', 'longHairedWoman', { financial: 'active' }],
  [
    'activate-reported-lost',
    'ACT-2 temporarily lost',
    '试激活戊',
    'student',
    { socialSecurity: 'temporarily-lost' },
  ],
  [
    'activate-formally-lost',
    'ACT-2 formally lost',
    '试激活己',
    'baldTeacher',
    { socialSecurity: 'formally-lost' },
  ],
  [
    'activate-suspended',
    'ACT-2 suspended for misuse',
    '试激活庚',
    'bearded',
    { socialSecurity: 'suspended' },
  ],
  [
    'activate-expired',
    'ACT-2 card expired',
    '试激活辛',
    'whiteHairedMan',
    {
      specVersion: '2.00',
      socialSecurity: 'expired',
      issuedOn: addYears(addDays(today, -1), -10),
      expiresOn: addDays(today, -1),
    },
  ],
  ['activate-closed', 'ACT-2 account closed', '试激活壬', 'greyGoatee', { financial: 'closed' }],
  [
    'activate-pin-locked',
    'three wrong PINs today',
    '试激活癸',
    'moustachedDriver',
    { financial: 'pin-locked' },
  ],
  [
    'activate-awaiting-collection',
    'not collected yet',
    '试激活子',
    'clerkWithGlasses',
    { socialSecurity: 'awaiting-collection' },
  ],
  ['activate-recalled', 'recalled after 180 days', '试激活丑', 'liWoman', { socialSecurity: 'recalled' }],
  [
    'activate-other-province',
    'ID-10 card of another province',
    '试激活寅',
    'roundEyedGirl',
    { region: OTHER_REGION, registered: false },
  ],
  [
    'activate-bank-only',
    'a bank card, no social security application',
    '试激活卯',
    'broadYoungMan',
    { applications: 'bank-only', registered: false },
  ],
  ['activate-unregistered', 'a card the registry does not know', '试激活辰', 'plain', { registered: false }],
  ['activate-3.0-second', 'ACT-2 normal and locked', '试激活巳', 'whiteHairedMan', {}],
];

/** Portraits of women; everybody else drawn is a man. */
export const WOMEN: ReadonlySet<PersonName> = new Set([
  'fairNarrowWoman',
  'longHairedWoman',
  'roundEyedGirl',
  'clerkWithGlasses',
  'grandmother',
  'liWoman',
]);
const FIRST_ORDINAL = 31;

/** Residents who come with a card in hand, one for each state it can be in (ACT-2, ID-9, ID-10). */
export function cardHolders(today: CalendarDay): readonly FictitiousResident[] {
  const holders = cases(today).map(([id, shows, name, portrait, card], at) => {
    const ordinal = FIRST_ORDINAL + at;
    const sex = WOMEN.has(portrait) ? 'female' : 'male';
    const person = madeUpPerson(today, {
      ordinal,
      id,
      shows,
      name,
      sex,
      birthDate: born('1986-09-23'),
      portrait,
    });
    return { ...person, card: madeUpCard(today, person, ordinal, card) };
  });
  const borrower = madeUpPerson(today, {
    ordinal: FIRST_ORDINAL + 40,
    id: 'activate-somebody-elses-card',
    shows: "ID-9 carries another resident's card",
    name: '试激活午',
    sex: 'female',
    birthDate: born('1989-02-11'),
    portrait: 'fairNarrowWoman',
  });
  const lender = holders[0];
  return [...holders, { ...borrower, card: lender?.card ?? null }];
}
