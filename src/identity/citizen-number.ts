import { type CalendarDay, parseDay } from '../calendar/calendar-day.ts';
import { err, ok, type Result } from '../result.ts';
import type { Sex } from './document.ts';

/** What an 18-character number says about its holder (GB 11643; ID-4). */
export interface CitizenNumber {
  readonly number: string;
  /** First six digits. Old cards carry divisions that no longer exist, so no list is ever asked (protocols 2.8). */
  readonly divisionCode: string;
  readonly birthDate: CalendarDay;
  readonly sex: Sex;
}

/** Which part of the number is wrong: its shape, its check character or the birth date inside. */
export type NumberFault = 'length' | 'check-digit' | 'date';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** Check character of the first 17 digits: ISO 7064 MOD 11-2 (protocols 2.6). */
export function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/**
 * Takes a number apart (ID-4): shape, then check character, then date. The check character comes before the date
 * because a damaged read most often breaks both, and "read wrongly" is the truer answer. An unknown division is
 * never an error.
 */
export function parseCitizenNumber(number: string): Result<CitizenNumber, NumberFault> {
  if (!/^\d{17}[\dX]$/.test(number)) return err('length');
  if (checkCharacter(number) !== number.charAt(17)) return err('check-digit');
  const birthDate = parseDay(number.slice(6, 14));
  if (birthDate === null) return err('date');
  return ok({
    number,
    divisionCode: number.slice(0, 6),
    birthDate,
    sex: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female',
  });
}
