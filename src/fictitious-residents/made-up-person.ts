import { addDays, addYears, type CalendarDay, day } from '../calendar/calendar-day.ts';
import type { Sex } from '../identity/document.ts';
import { madeUpNumber, withLuhnDigit } from './made-up-number.ts';
import type { PersonName } from './portrait-people.ts';
import type { FictitiousCard, FictitiousFile, FictitiousHolder, FictitiousResident } from './resident.ts';

/** Unassigned: no person can have a number that starts with it. */
export const MADE_UP_DIVISION = '460199';
/** Region of cards this province issues, and of one that another province did. */
export const HOME_REGION = '460100';
export const OTHER_REGION = '440100';
/** On the PIN letter of every fictitious card. */
export const MADE_UP_INITIAL_PIN = '528491';

export interface PersonPlan {
  /** Unique number: makes mobile, address, card and account numbers. */
  readonly ordinal: number;
  readonly id: string;
  readonly shows: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: CalendarDay;
  readonly portrait: PersonName;
  readonly ethnicGroup?: string;
  readonly division?: string;
}

/** A file with nothing remarkable in it. */
const PLAIN_FILE: FictitiousFile = {
  hardship: false,
  receivesBenefits: false,
  replacementsThisMonth: 0,
  lostUntil: null,
  occupation: null,
  residentialAddress: null,
  progress: { step: 'production', failure: null },
};

/** An entitled resident without a card, whose resident ID card is in order on the given day. */
export function madeUpPerson(today: CalendarDay, plan: PersonPlan): FictitiousResident {
  const number = madeUpNumber(plan.division ?? MADE_UP_DIVISION, plan.birthDate, plan.sex, plan.ordinal);
  return {
    id: plan.id,
    shows: plan.shows,
    document: {
      kind: 'resident-id-card',
      name: plan.name,
      sex: plan.sex,
      ethnicGroup: plan.ethnicGroup ?? '01',
      birthDate: plan.birthDate,
      address: `海南省测试市样例区虚构路${plan.ordinal}号`,
      number,
      issuer: '测试市公安局样例分局',
      validFrom: addDays(addYears(today, -2), 10),
      validTo: addDays(addYears(today, 18), 10),
    },
    socialSecurityNumber: number,
    mobile: `199000${String(plan.ordinal).padStart(5, '0')}`,
    entitled: true,
    photoOnFile: false,
    applicationPending: false,
    file: PLAIN_FILE,
    card: null,
    portrait: plan.portrait,
  };
}

export type CardPlan = Partial<
  Pick<
    FictitiousCard,
    'applications' | 'specVersion' | 'registered' | 'socialSecurity' | 'financial' | 'issuedOn' | 'expiresOn'
  > & { readonly region: string }
>;

/** What the chip would say of this resident. */
const holderOf = (owner: FictitiousResident): FictitiousHolder => ({
  socialSecurityNumber: owner.socialSecurityNumber,
  name: owner.document.name,
  sex: owner.document.sex,
  ethnicGroup: owner.document.ethnicGroup,
  birthPlace: MADE_UP_DIVISION,
  birthDate: owner.document.birthDate,
});

/** A collected 3.0 card of this province that waits for activation (ACT-2), but for what the plan says. */
export function madeUpCard(
  today: CalendarDay,
  owner: FictitiousResident,
  ordinal: number,
  plan: CardPlan = {},
): FictitiousCard {
  const { region = HOME_REGION, ...rest } = plan;
  const issuedOn = addDays(today, -30);
  return {
    applications: 'social-security-and-bank',
    specVersion: '3.00',
    cardId: `${region}D156000005A1B2C3D4E5F6${ordinal.toString(16).toUpperCase().padStart(4, '0')}`,
    cardNumber: `T${String(ordinal).padStart(8, '0')}`,
    accountNumber: withLuhnDigit(`621799${String(ordinal).padStart(12, '0')}`),
    issuedOn,
    expiresOn: addYears(issuedOn, 10),
    initialPin: MADE_UP_INITIAL_PIN,
    holder: holderOf(owner),
    ownerId: owner.id,
    registered: true,
    socialSecurity: 'normal',
    financial: 'locked',
    ...rest,
  };
}

/** A grown-up's birthday, written once. */
export const born = (text: string): CalendarDay => day(text);
