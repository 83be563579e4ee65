import type { Brand } from '../brand.ts';

/** Money in fen, a whole number: 100 fen are one yuan. Never a floating yuan. */
export type Fen = Brand<number, 'Fen'>;

/** Takes a whole number of fen; throws for a fraction or a number too large to be exact. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new Error(`not a whole number of fen: ${amount}`);
  return amount as Fen;
}

export const NO_MONEY = fen(0);

export const addFen = (left: Fen, right: Fen): Fen => fen(left + right);
export const subtractFen = (left: Fen, right: Fen): Fen => fen(left - right);

/** `1500` → `15.00 元`; money that comes back has a minus sign in front. */
export function formatFen(amount: Fen): string {
  const whole = Math.abs(amount);
  const cents = String(whole % 100).padStart(2, '0');
  return `${amount < 0 ? '-' : ''}${Math.floor(whole / 100)}.${cents} 元`;
}
