import { readRequest } from './read-request.ts';
import { requestEnd, technicianReasons } from './request-end.ts';
import type { RequestJournal } from './request-entries.ts';
import { isPending, type RequestState, refundDue } from './request-state.ts';
import type { RequestFacts, RequestStep } from './request-step.ts';
import { settleAct } from './settle-act.ts';
import { settleCard } from './settle-card.ts';
import { settlePayment } from './settle-payment.ts';

/**
 * What to do with a request that is not ended, after each of its live acts, at start and after any fault: the table
 * of settlement.md. Money first, then what the authority did, then what is due back, then the card, and last what the
 * outbox still carries. Pure: the same journal and facts give the same step, and following the steps always ends.
 *
 * | # | last entry of the journal    | step                                                                      |
 * |---|------------------------------|---------------------------------------------------------------------------|
 * | 2 | O charge                     | close: nothing happened                                                   |
 * | 3 | I pay K1, O open             | ask K1. None: void K1, close. Open: cancel, ask again. Paid: as 4          |
 * | 4 | O paid                       | refund all, close as money coming back                                    |
 * | 5 | I loss K2                    | ask K2, void what never arrived. Done: as 6. Not: as 4                     |
 * | 6 | O loss done                  | its fee is kept, the rest goes back                                       |
 * | 7 | I submit K3                  | ask K3. Done: as 8. Not: as 6 (or 4)                                      |
 * | 8 | O submit done                | deliver `not-issued`: collected at the outlet; the card's fee stays        |
 * | 9 | I take-blank                 | sensors: ic or gate: into the bin. None: it never moved. Jammed: technician|
 * |10 | O at-chip-station            | into the bin as rejected, owed as 8                                        |
 * |11 | I, O personalise             | as 10                                                                     |
 * |13 | I bind K4                    | ask K4. Not: as 10. Done: as 14                                           |
 * |14 | O bound                      | into the bin as retained, deliver `retained`                              |
 * |   | I retain-old                 | sensors: latched or gate: still the resident's. None: kept                 |
 * |   | O kept                       | switch, by the outbox; then as 14                                         |
 * |15 | I present                    | sensors: gate or ic: as 14. None, jammed: deliver `maybe-taken`            |
 * |16 | O taken, with I deliver      | the outbox brings it; close                                               |
 */
export function settleRequest(journal: RequestJournal, facts: RequestFacts): RequestStep {
  const read = readRequest(journal);
  return read.ok ? settleState(read.value, facts) : { kind: 'hand-to-technician', fault: read.error };
}

/** The same for a journal that was read already. */
export function settleState(state: RequestState, facts: RequestFacts): RequestStep {
  return (
    settlePayment(state, facts) ??
    settleAct(state.loss, facts, (key, detail) => ({ kind: 'outcome', act: 'loss', key, detail })) ??
    settleAct(state.submit, facts, (key, detail) => ({ kind: 'outcome', act: 'submit', key, detail })) ??
    settleRefund(state) ??
    settleCard(state, facts) ??
    waitForOutbox(state, facts) ?? {
      kind: 'close',
      end: requestEnd(state),
      technician: technicianReasons(state, facts),
    }
  );
}

/** INV-1: whatever was paid for something that was not delivered goes back, once, under its own key. */
function settleRefund(state: RequestState): RequestStep | null {
  const due = refundDue(state);
  if (state.pay === null || due === null || state.refund.stage !== 'not-begun') return null;
  return { kind: 'refund', order: state.pay.key, ...due };
}

function waitForOutbox(state: RequestState, { undeliverable }: RequestFacts): RequestStep | null {
  for (const act of [state.cancel, state.switched, state.refund, state.delivery]) {
    if (act.stage === 'not-begun' || !isPending(act) || undeliverable.has(act.key)) continue;
    return { kind: 'wait-for-outbox', key: act.key };
  }
  return null;
}
