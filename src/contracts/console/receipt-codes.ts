import { z } from 'zod';
import { RECEIPT_STATES } from '../../receipt/receipt-state.ts';
import { RECEIPT_VERDICTS } from '../../receipt-code/receipt-verdict.ts';
import { RECEIPT_STANDINGS } from '../../receipt-code/where-request-stands.ts';
import { instant } from '../fields.ts';
import { serviceId } from '../service.ts';

/** POST /receipt-codes [everybody]: the text of a receipt's QR code, or its reference, as scanned or pasted. */
export const receiptCodeRequest = z.strictObject({ code: z.string().min(1).max(1_000) });

export const receiptCodeAnswer = z.strictObject({
  verdict: z.enum(RECEIPT_VERDICTS),
  /** What the receipt said when it was given; null where nobody vouches for it. */
  said: z
    .strictObject({
      reference: z.string(),
      state: z.enum(RECEIPT_STATES),
      service: serviceId,
      at: instant,
      pack: z.string(),
      kioskId: z.string(),
    })
    .nullable(),
  /** Leads to the timeline (GET /transactions); null where there is nothing to look for. */
  reference: z.string().nullable(),
  /** Where the request stands now, as its holder is told at a kiosk. */
  stands: z.strictObject({ standing: z.enum(RECEIPT_STANDINGS), at: instant.nullable() }).nullable(),
});
export type ReceiptCodeAnswer = z.infer<typeof receiptCodeAnswer>;
