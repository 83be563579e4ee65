import { addDays, addYears, type CalendarDay } from '../calendar/calendar-day.ts';
import { WOMEN } from './card-holders.ts';
import { born, type CardPlan, madeUpCard, madeUpPerson } from './made-up-person.ts';
import type { PersonName } from './portrait-people.ts';
import type { FictitiousFile, FictitiousResident } from './resident.ts';

/** id, what it shows, name, portrait, card, file. The order gives the ordinals: append, never insert. */
type Case = readonly [
  id: string,
  shows: string,
  name: string,
  portrait: PersonName,
  card: CardPlan,
  file?: Partial<FictitiousFile>,
];

const ACTIVE = { financial: 'active' } as const;
const FORMALLY_LOST = { socialSecurity: 'formally-lost', financial: 'active' } as const;
/** Days of a temporary report that are left, so that the end of it is neither today nor far. */
const LOST_DAYS_LEFT = 10;

const cases = (today: CalendarDay): readonly Case[] => [
  ['loss-active', 'LOSS-1 card in use', '试挂失甲', 'fairNarrowWoman', ACTIVE],
  ['loss-locked', 'LOSS-4 never activated: no fee', '试挂失乙', 'fisherman', {}],
  [
    'loss-temporary',
    'LOSS-2 temporarily lost, ends by itself',
    '试挂失丙',
    'plain',
    { socialSecurity: 'temporarily-lost', financial: 'active' },
    { lostUntil: addDays(today, LOST_DAYS_LEFT) },
  ],
  [
    'loss-long-term',
    'LOSS-2 temporarily lost without end',
    '试挂失丁',
    'longHairedWoman',
    { socialSecurity: 'temporarily-lost', financial: 'active' },
  ],
  ['loss-formal', 'LOSS-3 REPL-1 formally lost', '试挂失戊', 'baldTeacher', FORMALLY_LOST],
  [
    'loss-formal-locked',
    'REPL-3 formally lost, never activated: no fee',
    '试挂失己',
    'liWoman',
    { socialSecurity: 'formally-lost' },
  ],
  [
    'loss-hardship',
    'REPL-3 formally lost, special hardship: no card fee',
    '试挂失庚',
    'grandmother',
    FORMALLY_LOST,
    { hardship: true },
  ],
  [
    'replace-fourth',
    'REPL-8 three cards replaced this month',
    '试补卡甲',
    'moustachedDriver',
    FORMALLY_LOST,
    { replacementsThisMonth: 3 },
  ],
  [
    'replace-benefits',
    'REPL-2 formally lost, payers must be told of a new account',
    '试补卡乙',
    'whiteHairedMan',
    FORMALLY_LOST,
    { receivesBenefits: true },
  ],
  [
    'swap-2.0',
    'SWAP-1 second generation',
    '试换代甲',
    'clerkWithGlasses',
    { specVersion: '2.00', ...ACTIVE },
  ],
  [
    'swap-2.0-locked',
    'SWAP-1 second generation, locked',
    '试换代乙',
    'broadYoungMan',
    { specVersion: '2.00' },
  ],
  [
    'exchange-expired',
    'EXCH-1 validity over',
    '试换领甲',
    'greyGoatee',
    {
      socialSecurity: 'expired',
      issuedOn: addYears(addDays(today, -1), -10),
      expiresOn: addDays(today, -1),
      ...ACTIVE,
    },
  ],
  ['exchange-damaged', 'EXCH-1 face of the card damaged', '试换领乙', 'roundEyedGirl', ACTIVE],
  [
    'benefits-receiver',
    'CERT-1 receives a benefit',
    '试认证甲',
    'grandmother',
    ACTIVE,
    { receivesBenefits: true },
  ],
  [
    'contact-known',
    'INFO-1 mobile, occupation and address on file',
    '试变更甲',
    'fairNarrowWoman',
    ACTIVE,
    { occupation: 'services', residentialAddress: '海南省测试市样例区虚构路旧居1号' },
  ],
];

/** Who gets a new card at the machine with a photo on its face: the authority has one on file. */
const PHOTO_ON_FILE: ReadonlySet<string> = new Set([
  'loss-active',
  'loss-formal',
  'loss-hardship',
  'swap-2.0',
  'swap-2.0-locked',
]);

const FIRST_ORDINAL = 72;

/** Residents for what happens to a card after it was activated: loss, replacement, swap, exchange, certification. */
export const cardsThroughLife = (today: CalendarDay): readonly FictitiousResident[] =>
  cases(today).map(([id, shows, name, portrait, card, file], at) => {
    const ordinal = FIRST_ORDINAL + at;
    const person = madeUpPerson(today, {
      ordinal,
      id,
      shows,
      name,
      sex: WOMEN.has(portrait) ? 'female' : 'male',
      birthDate: born('1983-04-16'),
      portrait,
    });
    return {
      ...person,
      photoOnFile: PHOTO_ON_FILE.has(id),
      card: madeUpCard(today, person, ordinal, card),
      file: { ...person.file, ...file },
    };
  });
