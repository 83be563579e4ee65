import { z } from 'zod';
import { CARD_FACE_PRINTER_FAULTS } from '../../drivers/virtual/card-face-printer/virtual-card-face-printer.ts';
import { IPP_PRINTER_FAULTS } from '../../drivers/virtual/document-printer/printer-faults.ts';

/** What can be asked of the two printers behind IPP. */

export const documentFaultRequest = z.strictObject({ fault: z.enum(IPP_PRINTER_FAULTS) });
export const mendDocumentRequest = z.strictObject({ fault: z.enum(IPP_PRINTER_FAULTS).optional() });
export const faceFaultRequest = z.strictObject({ fault: z.enum(CARD_FACE_PRINTER_FAULTS) });
export const mendFaceRequest = z.strictObject({ fault: z.enum(CARD_FACE_PRINTER_FAULTS).optional() });
/** Which of the papers that came out, from 0; the newest has the highest number. */
export const paperRequest = z.object({
  printer: z.enum(['document-printer', 'card-face-printer']),
  number: z.coerce.number().int().min(0),
});
