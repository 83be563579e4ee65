import { addDays, type CalendarDay, day } from '../../../src/calendar/calendar-day.ts';
import { madeUpNumber, withLuhnDigit } from '../../../src/fictitious-residents/made-up-number.ts';
import { MADE_UP_DIVISION } from '../../../src/fictitious-residents/made-up-person.ts';
import type { Sex } from '../../../src/identity/document.ts';

/** People are numbered below this. */
export const PEOPLE_AT_MOST = 10_000_000;

/** Birthdays of grown-ups: sixteen and older on any day a kiosk's clock may show from now on. */
const FIRST_BIRTHDAY = day('1945-01-01');
/** A prime number of days, some sixty years: every step walks over all of them. */
const BIRTHDAYS = 22_277;
const STEP = 7_919;
/** Below are the ordinals of the fictitious residents that stand in the reference registry. */
const FIRST_ORDINAL = 125;

/** Birth date, sex and ID number of one of ten million people, all different, in the division nobody lives in. */
export function ownNumber(number: number): { birthDate: CalendarDay; sex: Sex; idNumber: string } {
  const pair = Math.floor(number / 2);
  const birthDate = addDays(FIRST_BIRTHDAY, (pair * STEP) % BIRTHDAYS);
  const sex = number % 2 === 0 ? 'female' : 'male';
  const ordinal = FIRST_ORDINAL + Math.floor(pair / BIRTHDAYS);
  return { birthDate, sex, idNumber: madeUpNumber(MADE_UP_DIVISION, birthDate, sex, ordinal) };
}

const digits = (number: number, length: number): string => String(number).padStart(length, '0');

/** No operator has given these beginnings to people. */
export const ownMobile = (number: number): string => `142${digits(number, 8)}`;
export const secondMobile = (number: number): string => `143${digits(number, 8)}`;
export const wrongMobile = (number: number): string => `154${digits(number, 8)}`;

/** Nine characters (protocols 1.4); cards of the reference registry begin with T, cards made by the centre with K. */
export const ownCardNumber = (number: number): string => `S${digits(number, 8)}`;

/** 卡的识别码: region, provider of card applications in China, eight bytes of one's own. */
export const ownCardId = (region: string, number: number): string =>
  `${region}D156000005A1B2C3D4${number.toString(16).toUpperCase().padStart(8, '0')}`;

export const ownAccountNumber = (number: number): string => withLuhnDigit(`6217995${digits(number, 11)}`);

const NUMERALS = [...'零一二三四五六七八九'];
/** A number as it is written in a name. */
export const inCharacters = (number: number): string =>
  [...String(number)].map((digit) => NUMERALS[Number(digit)]).join('');
