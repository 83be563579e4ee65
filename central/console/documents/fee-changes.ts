import { z } from 'zod';
import { type DatedFee, datedFee } from '../../../src/policy/fee.ts';

/** Services of a pack that have a fee. */
export const FEE_SECTIONS = ['application', 'activation', 'loss', 'replacement', 'swap', 'exchange'] as const;
export type FeeSection = (typeof FEE_SECTIONS)[number];

/** The fees of a list as it stands in a document; null where it is none. */
export function feesOf(value: unknown): readonly DatedFee[] | null {
  const fees = z.array(datedFee).min(1).safeParse(value);
  return fees.success ? fees.data : null;
}

/**
 * Another price from a day on, for ever: the one before ends there, later ones are dropped, so that every day still
 * has exactly one (REPL-7). What begins on that very day is replaced.
 */
export function feeFrom(fees: readonly DatedFee[], from: DatedFee['from'], fen: number): DatedFee[] {
  const earlier = fees.filter((fee) => fee.from < from);
  return [
    ...earlier.map((fee) => (fee === earlier.at(-1) ? { ...fee, until: from } : fee)),
    { from, until: null, fen },
  ];
}

/** Without the last change of price: the one before goes on. The first price stays. */
export function withoutLastFee(fees: readonly DatedFee[]): DatedFee[] {
  if (fees.length < 2) return [...fees];
  const left = fees.slice(0, -1);
  return left.map((fee) => (fee === left.at(-1) ? { ...fee, until: null } : fee));
}

/** Fen of what was typed in yuan, at most two decimals; null where it is no amount. */
export function fenOf(typed: string): number | null {
  const found = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(typed.trim());
  if (found === null) return null;
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
}
