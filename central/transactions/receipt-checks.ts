import { operationOutcome } from '../../src/contracts/central/operations.ts';
import {
  type ReceiptCheckAnswer,
  receiptCheckAnswer,
  receiptCheckRequest,
} from '../../src/contracts/receipt-code.ts';
import { parseReceiptReference } from '../../src/receipt/receipt-reference.ts';
import { requestBudget } from '../console-api/request-budget.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import type { CentralApp } from '../http/app.ts';
import { HttpProblem } from '../http/problem.ts';

/** Residents show receipts one at a time; a kiosk that tries references out is stopped. */
const ALLOWANCE = { burst: 20, perSecond: 0.2 };
const MOST_STEPS = 50;

/** Where the request of a receipt stands now: kinds, states and codes, nobody's name. */
export async function checkReceipt(q: Queries, typed: string): Promise<ReceiptCheckAnswer> {
  const reference = parseReceiptReference(typed);
  if (!reference.ok) return { known: false, steps: [] };
  const rows = await q
    .selectFrom('operation')
    .select(['kind', 'state', 'outcome', 'received_at'])
    .where('receipt_reference', '=', reference.value)
    .orderBy('received_at')
    .orderBy('idempotency_key')
    .limit(MOST_STEPS)
    .execute();
  return {
    known: rows.length > 0,
    steps: rows.map(({ kind, state, outcome, received_at }) => {
      const read = operationOutcome.safeParse(JSON.parse(outcome));
      const code = read.success && read.data.state === 'refused' ? read.data.code : null;
      return { kind: kind ?? 'voided', state, code, at: received_at };
    }),
  };
}

/** POST /v1/receipt-checks: any enrolled kiosk may ask, for whoever shows the receipt. */
export function receiptCheckRoute(app: CentralApp, { queries, clock }: Foundations): void {
  const budget = requestBudget(clock, ALLOWANCE);
  app.post(
    '/v1/receipt-checks',
    {
      config: { withoutCards: true },
      schema: {
        summary: 'Where the request of a receipt stands now',
        body: receiptCheckRequest,
        response: { 200: receiptCheckAnswer },
      },
    },
    async ({ kioskId, body }) => {
      const wait = budget(kioskId);
      if (wait !== null) throw new HttpProblem('rate-limited', wait);
      return checkReceipt(queries, body.reference);
    },
  );
}
