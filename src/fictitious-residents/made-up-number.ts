import type { CalendarDay } from '../calendar/calendar-day.ts';
import { checkCharacter } from '../identity/citizen-number.ts';
import type { Sex } from '../identity/document.ts';

/**
 * An ID number for a made-up person. The division is one nobody lives in (460199 is unassigned); `ordinal` 0-498
 * keeps people of one birthday apart, and its place in the sequence agrees with the sex.
 */
export function madeUpNumber(division: string, birthDate: CalendarDay, sex: Sex, ordinal: number): string {
  const sequence = String(ordinal * 2 + (sex === 'male' ? 1 : 2)).padStart(3, '0');
  const digits = division + birthDate.replaceAll('-', '') + sequence;
  return digits + checkCharacter(digits);
}

/** Appends the Luhn digit to the digits of an account number. */
export function withLuhnDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return digits + String((10 - (sum % 10)) % 10);
}
