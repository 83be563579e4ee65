import type { CalendarDay } from '../calendar/calendar-day.ts';
import { addFen, type Fen, NO_MONEY } from '../money/fen.ts';
import type { ExchangeReason, FeeWaiver } from './closed-sets.ts';
import { type DatedFee, feeOn } from './fee.ts';
import type { PolicyPack } from './policy-pack.ts';

/** What a resident pays for: the written loss report, or the new card. */
export interface ChargeItem {
  readonly what: 'loss' | 'card';
  readonly fen: Fen;
}

/** What one service costs, item by item; items of nothing are left out. A total of zero skips the payment step. */
export interface Charge {
  readonly items: readonly ChargeItem[];
  readonly total: Fen;
}

/** The services that can cost something. */
export interface ChargeQuestion {
  readonly service: 'loss' | 'replace' | 'swap' | 'exchange';
  readonly policy: PolicyPack;
  readonly on: CalendarDay;
  /** What the authority says of this resident and card. */
  readonly waivers: readonly FeeWaiver[];
  /** `replace`: whether the written loss report is made in the same journey (REPL-1). `loss` always is one. */
  readonly lossToo: boolean;
  /** `exchange` alone; EXCH-2 and EXCH-3 make some reasons free. */
  readonly exchangeReason: ExchangeReason | null;
}

/**
 * The charge of a service on a day (LOSS-4, REPL-3, REPL-7, SWAP-4, EXCH-2). Null where the pack has no fee for that
 * day, or no such reason: then the service is not offered. A temporary loss report is free and never asked about here.
 */
export function chargeFor({
  service,
  policy,
  on,
  waivers,
  lossToo,
  exchangeReason,
}: ChargeQuestion): Charge | null {
  const waived = (by: readonly FeeWaiver[]): boolean => by.some((waiver) => waivers.includes(waiver));
  const dated = (what: ChargeItem['what'], fees: readonly DatedFee[], free: boolean): ChargeItem | null => {
    const fee = feeOn(fees, on);
    return fee === null ? null : { what, fen: free ? NO_MONEY : fee };
  };
  const loss = () => dated('loss', policy.loss.fee, waived(policy.loss.waivers));

  switch (service) {
    case 'loss':
      return sum([loss()]);
    case 'replace': {
      const card = dated('card', policy.replacement.fee, waived(policy.replacement.waivers));
      return sum(lossToo ? [loss(), card] : [card]);
    }
    case 'swap':
      return sum([dated('card', policy.swap.fee, false)]);
    case 'exchange': {
      const reason = policy.exchange.reasons.find((entry) => entry.reason === exchangeReason);
      if (!reason) return null;
      return sum([dated('card', policy.exchange.fee, reason.free || waived(policy.exchange.waivers))]);
    }
  }
}

function sum(items: readonly (ChargeItem | null)[]): Charge | null {
  const known = items.filter((item) => item !== null);
  if (known.length < items.length) return null;
  const total = known.reduce((soFar, item) => addFen(soFar, item.fen), NO_MONEY);
  return { items: known.filter((item) => item.fen !== NO_MONEY), total };
}
