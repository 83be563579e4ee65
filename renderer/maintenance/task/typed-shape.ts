/** Digits of `2026-11-22 09:41`: year, month, day, hour, minute. */
export const TIME_DIGITS = 12;
const TIME = '____-__-__ __:__';

/** Typed digits as a point in time is written; what is missing stands as lines. */
export function timeShape(digits: string): string {
  let at = 0;
  return [...TIME].map((mark) => (mark === '_' ? (digits[at++] ?? '_') : mark)).join('');
}

/** The digits of a written time, to go on typing from. */
export const digitsOf = (time: string): string => time.replace(/\D/g, '').slice(0, TIME_DIGITS);

/** A code as it stands on paper: in groups of four. */
export function codeShape(code: string): string {
  return (code.replaceAll('-', '').match(/.{1,4}/g) ?? []).join(' ');
}
