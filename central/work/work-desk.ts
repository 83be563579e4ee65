import { inTransaction } from '../database/in-transaction.ts';
import type { OrderDesk } from '../director/orders.ts';
import type { DeskParts } from './carry-out.ts';
import { concludeForGone, concludeRefunds, orderAnswered } from './conclude.ts';
import { decisions } from './decisions.ts';
import { sweepMoney } from './money-sweep.ts';

export interface WorkDesk extends OrderDesk {
  readonly decisions: ReturnType<typeof decisions>;
  /** Finds what waits for people about money, and ends what was decided; by one process or several. */
  sweep(): Promise<void>;
}

/** What is stuck, who decides about it, and how it ends. */
export function workDesk(parts: DeskParts): WorkDesk {
  const { queries, clock, changes } = parts.foundations;
  return {
    decisions: decisions(parts),
    answered: (q, _kioskId, result) => orderAnswered(q, clock, result),
    sweep: async () => {
      const found = await sweepMoney(parts.foundations);
      const concluded = await inTransaction(queries, async (q) => {
        const refunds = await concludeRefunds(q, clock);
        return (await concludeForGone(q, clock)) || refunds;
      });
      if (found || concluded) await changes.announce({ about: 'console', what: 'work' });
    },
  };
}
