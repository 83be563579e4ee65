import type { IdempotencyKey } from '../../../src/brand.ts';
import { type PaymentStatusAnswer, paymentStatusAnswer } from '../../../src/contracts/central/queries.ts';
import type { Result } from '../../../src/result.ts';
import type { CallTrouble } from './call-trouble.ts';
import type { CentralClient } from './central-client.ts';

/** What became of an order. Asking never charges (INV-1). */
export interface PaymentStatus {
  ask(order: IdempotencyKey, signal: AbortSignal): Promise<Result<PaymentStatusAnswer, CallTrouble>>;
}

/** The resident looks at a QR code meanwhile, and the next question follows soon. */
const DEADLINE_MS = 8_000;

export const createPaymentStatus = (client: CentralClient): PaymentStatus => ({
  ask: (order, signal) =>
    client.call({
      method: 'GET',
      path: `/v1/payments/${encodeURIComponent(order)}`,
      answer: paymentStatusAnswer,
      deadlineMs: DEADLINE_MS,
      signal,
    }),
});
