import type { IdempotencyKey } from '../../../src/brand.ts';
import type { OperationOutcome } from '../../../src/contracts/central/operations.ts';
import type { OrderEnd, PaymentEnd, RequestPlan } from '../../../src/ports/card-transaction.ts';
import type { PaymentEntryEnd } from '../../../src/transaction/request-entries.ts';
import { paymentEndOf } from '../../../src/transaction/settle-payment.ts';
import { isPermanent } from '../sync/call-trouble.ts';
import type { RequestRecord } from './request-record.ts';
import type { RequestTools } from './request-tools.ts';
import { settleRequestNow } from './settle-request-now.ts';

/** How long a resident waits for the QR code where the first answer was lost, milliseconds. */
const ORDER_PATIENCE_MS = 10_000;
/** Between two looks at an open order, milliseconds: paying on a telephone takes longer. */
const POLL_MS = 1_500;
/** After its time an order may take this long to be known as expired, milliseconds. */
const AFTER_EXPIRY_MS = 20_000;
/** How long a cancellation may take before the end is called unknown, milliseconds. */
const CANCEL_PATIENCE_MS = 10_000;

/** Row 3: intent on disk, one order, its QR code. Never a second order for this request. */
export async function createOrder(
  tools: RequestTools,
  record: RequestRecord,
  plan: RequestPlan,
  expiresAfterSeconds: number,
  signal: AbortSignal,
): Promise<OrderEnd> {
  const { operations, timers, crashPoint } = tools;
  if (record.state().pay !== null) throw new Error('a request has one order');
  const key = record.newKey();
  crashPoint('request-pay-before-intent');
  record.write({ kind: 'intent', act: 'pay', key, detail: {} });
  crashPoint('request-pay-after-intent');
  const answer = await operations.put(
    key,
    {
      kind: 'payment.create',
      receiptReference: record.request.reference,
      pack: tools.pack,
      socialSecurityNumber: plan.socialSecurityNumber,
      items: plan.charge.map((item) => ({ ...item })),
      amountFen: plan.charge.reduce((sum, { fen }) => sum + fen, 0),
      expiresAfterSeconds,
    },
    signal,
  );
  crashPoint('request-pay-after-act');
  const write = (detail: PaymentEntryEnd) => {
    record.write({ kind: 'outcome', act: 'pay', key, detail });
    crashPoint('request-pay-after-outcome');
  };
  let heard: OperationOutcome | null = answer.ok ? answer.value : null;
  if (!answer.ok && answer.error.kind === 'link-down' && !answer.error.sent) {
    write({ result: 'not-paid', why: 'none' });
    return { state: 'failed', why: 'link-down' };
  }
  if (!answer.ok && isPermanent(answer.error)) {
    write({ result: 'not-paid', why: 'refused' });
    return { state: 'failed', why: 'refused' };
  }
  const until = timers.elapsed() + ORDER_PATIENCE_MS;
  while (!isFinal(heard) && timers.elapsed() < until && !signal.aborted) {
    const arrived = heard?.state !== 'never-received';
    const asked = arrived ? await operations.ask(key, signal) : await operations.voidKey(key, signal);
    heard = asked.ok ? asked.value : null;
    // Never received leads straight to voiding it; everything else that is not an end waits.
    if (!isFinal(heard) && heard?.state !== 'never-received') await timers.sleep(POLL_MS, signal);
  }
  if (heard?.state === 'done' && heard.result.kind === 'payment.create') {
    write({ result: 'open' });
    return { state: 'open', qr: heard.result.qr, expiresAt: Date.parse(heard.result.expiresAt) };
  }
  if (heard?.state === 'refused' || heard?.state === 'void') {
    write({ result: 'not-paid', why: heard.state === 'refused' ? 'refused' : 'none' });
    return { state: 'failed', why: heard.state === 'refused' ? 'refused' : 'link-down' };
  }
  return { state: 'unknown' };
}

const isFinal = (outcome: OperationOutcome | null): boolean =>
  outcome?.state === 'done' || outcome?.state === 'refused' || outcome?.state === 'void';

/** Asks at once, then again and again, until it is known; the signal cancels the order. Asking never charges. */
export async function awaitPayment(
  tools: RequestTools,
  record: RequestRecord,
  expiresAt: number,
  signal: AbortSignal,
): Promise<PaymentEnd> {
  const { payments, timers, crashPoint } = tools;
  for (;;) {
    const { pay } = record.state();
    if (!pay) throw new Error('no order to be paid');
    const known = endOf(pay.end);
    if (known) return known;
    if (signal.aborted) return cancelOrder(tools, record);
    const answer = await payments.ask(pay.key, signal);
    const end = answer.ok ? paymentEndOf(answer.value) : null;
    if (end) {
      record.write({ kind: 'outcome', act: 'pay', key: pay.key, detail: end });
      crashPoint('request-pay-after-outcome');
      continue;
    }
    if (timers.elapsed() > expiresAt + AFTER_EXPIRY_MS) return cancelOrder(tools, record);
    await timers.sleep(POLL_MS, signal);
  }
}

async function cancelOrder(tools: RequestTools, record: RequestRecord): Promise<PaymentEnd> {
  const known = () => endOf(record.state().pay?.end ?? null);
  await settleRequestNow(tools, record, {
    until: tools.timers.elapsed() + CANCEL_PATIENCE_MS,
    waitForOutbox: true,
    enough: () => known() !== null,
    signal: new AbortController().signal,
  });
  return known() ?? 'unknown';
}

function endOf(end: PaymentEntryEnd | null): PaymentEnd | null {
  if (end === null || end.result === 'open') return null;
  if (end.result === 'paid') return 'paid';
  return end.why === 'expired' ? 'expired' : 'cancelled';
}

/** Whether money stands between the resident and the acts: all of it was paid, or nothing is to pay. */
export function mayAct(record: RequestRecord): boolean {
  const { items, pay } = record.state();
  return items.length === 0 || pay?.end?.result === 'paid';
}

/** Name of the order that paid for it; null where it is free. */
export const orderOf = (record: RequestRecord): IdempotencyKey | null => record.state().pay?.key ?? null;
