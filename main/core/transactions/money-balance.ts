import { readRequest } from '../../../src/transaction/read-request.ts';
import { parseRequest } from '../../../src/transaction/request-entries.ts';
import { isDone, keptFen, paidFen } from '../../../src/transaction/request-state.ts';
import type { JournalStore } from '../store/journal-store.ts';

/** Money of all requests this kiosk ever had, in fen (INV-1). */
export interface MoneyBalance {
  readonly paidFen: number;
  /** Ordered back; `refundedFen` of it is acknowledged. */
  readonly orderedBackFen: number;
  readonly refundedFen: number;
  /** Fees of what was delivered. */
  readonly feesFen: number;
  /** Paid − ordered back − fees: 0 at every quiescent point. */
  readonly unsettledFen: number;
  /** Requests whose journal can't be read; a technician has them. */
  readonly unreadable: number;
}

/** Derived from the journals alone, so that it can't disagree with them. */
export function moneyBalance(journal: JournalStore): MoneyBalance {
  const sum = { paidFen: 0, orderedBackFen: 0, refundedFen: 0, feesFen: 0, unreadable: 0 };
  for (const { transactionId, service } of journal.requests()) {
    const parsed = parseRequest(service, journal.entries(transactionId));
    const state = parsed.ok ? readRequest(parsed.value) : parsed;
    if (!state.ok) {
      sum.unreadable += 1;
      continue;
    }
    sum.paidFen += paidFen(state.value);
    sum.orderedBackFen += state.value.refundFen;
    sum.refundedFen += isDone(state.value.refund) ? state.value.refundFen : 0;
    sum.feesFen += keptFen(state.value);
  }
  return { ...sum, unsettledFen: sum.paidFen - sum.orderedBackFen - sum.feesFen };
}
