import type { CalendarDay } from '../../src/calendar/calendar-day.ts';
import type { CardRequest } from '../../src/contracts/central/operations.ts';
import type { FeeWaiver } from '../../src/policy/closed-sets.ts';
import { feeOn } from '../../src/policy/fee.ts';
import type { AuthorityPolicy } from './reference-policy.ts';

/**
 * What a card costs on the day it was asked for, in fen (REPL-3, SWAP-4, EXCH-2): the dated fee, or nothing where a
 * reason is free or one of the person's waivers counts. Null where nobody has said what it costs.
 */
export function cardFee(
  request: Pick<CardRequest, 'purpose' | 'exchangeReason'>,
  on: CalendarDay,
  waivers: readonly FeeWaiver[],
  policy: AuthorityPolicy,
): number | null {
  switch (request.purpose) {
    case 'replacement':
      return waivers.some((waiver) => policy.replacement.waivers.includes(waiver))
        ? 0
        : feeOn(policy.replacement.fee, on);
    case 'swap':
      return feeOn(policy.swap.fee, on);
    case 'exchange': {
      const reason = policy.exchange.reasons.find((one) => one.reason === request.exchangeReason);
      const free =
        reason?.free === true || waivers.some((waiver) => policy.exchange.waivers.includes(waiver));
      return free ? 0 : feeOn(policy.exchange.fee, on);
    }
  }
}
