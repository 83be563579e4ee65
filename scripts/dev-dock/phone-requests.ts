import { z } from 'zod';
import { ACQUIRER_MODES } from '../../central/payments/reference-acquirer.ts';
import { CODE_SCANNER_FAULTS } from '../../drivers/virtual/code-scanner/virtual-code-scanner.ts';
import { PAYER_ACTS } from '../world/residents-phone.ts';

/** What can be asked of the resident's phone, of the acquirer behind it, and of the scanner it is held to. */

export const payRequest = z.strictObject({ order: z.string().min(1).max(64), act: z.enum(PAYER_ACTS) });
export const acquirerRequest = z.strictObject({ mode: z.enum(ACQUIRER_MODES) });
/** `unknown`: a code of nobody's electronic card. */
export const SCANNED_CODES = ['electronic-card', 'unknown'] as const;
export const scanRequest = z.strictObject({
  residentId: z.string().optional(),
  code: z.enum(SCANNED_CODES).default('electronic-card'),
});
export const scannerFaultRequest = z.strictObject({ fault: z.enum(CODE_SCANNER_FAULTS) });
export const mendScannerRequest = z.strictObject({ fault: z.enum(CODE_SCANNER_FAULTS).optional() });
