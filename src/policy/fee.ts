import { z } from 'zod';
import type { CalendarDay } from '../calendar/calendar-day.ts';
import { calendarDay } from '../contracts/fields.ts';
import { type Fen, fen } from '../money/fen.ts';

/** A fee in fen with the days it holds (REPL-7: fees are dated policy). `until` is exclusive, null is open. */
export const datedFee = z.strictObject({
  from: calendarDay,
  until: calendarDay.nullable(),
  fen: z.number().int().nonnegative(),
});
export type DatedFee = z.infer<typeof datedFee>;

/**
 * The fee on a day (APPLY-5, REPL-7). Null only before the pack's first day, where nobody has said what it costs:
 * then the service is not offered. Zero skips the payment step.
 */
export function feeOn(fees: readonly DatedFee[], on: CalendarDay): Fen | null {
  const found = fees.find((fee) => fee.from <= on && (fee.until === null || on < fee.until));
  return found === undefined ? null : fen(found.fen);
}

/**
 * What is wrong with a list of fees: it must be in order, without gap or overlap, cover the pack's first day and
 * never run out, so that every day has exactly one fee.
 */
export function feeFaults(fees: readonly DatedFee[], effectiveFrom: CalendarDay): readonly string[] {
  const faults: string[] = [];
  const first = fees[0];
  if (first !== undefined && first.from > effectiveFrom) {
    faults.push(`no fee from ${effectiveFrom} until ${first.from}`);
  }
  for (const [index, fee] of fees.entries()) {
    const next = fees[index + 1];
    if (fee.until !== null && fee.until <= fee.from)
      faults.push(`fee from ${fee.from} ends before it starts`);
    if (next === undefined) {
      if (fee.until !== null) faults.push(`no fee from ${fee.until} on`);
    } else if (fee.until === null || fee.until > next.from) {
      faults.push(`two fees from ${next.from}`);
    } else if (fee.until < next.from) {
      faults.push(`no fee from ${fee.until} until ${next.from}`);
    }
  }
  return faults;
}
