import { z } from 'zod';
import { paymentStatusAnswer } from '../../src/contracts/central/queries.ts';
import type { CentralApp } from '../http/app.ts';
import { idempotencyKey } from '../operations/routes.ts';
import type { OrderPayments } from './order-payments.ts';

/** GET /v1/payments/{key of the payment.create} */
export function paymentRoutes(app: CentralApp, payments: OrderPayments): void {
  app.get(
    '/v1/payments/:key',
    {
      config: { withoutCards: true },
      schema: {
        summary: 'What became of an order of money; asking never charges (INV-1)',
        params: z.object({ key: idempotencyKey }),
        response: { 200: paymentStatusAnswer },
      },
    },
    (request) => payments.status(request.params.key),
  );
}
