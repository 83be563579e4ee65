import { documentSlip } from '../documents/document-slip.ts';
import type { PrintedDocument } from '../ports/document-printer.ts';
import type { FlowKit } from './kit.ts';

/** Paper states of a screen that can be printed; `not-possible` where the kiosk has neither A4 nor a slip. */
export type Paper = 'not-possible' | 'offered' | 'printing' | 'printed' | 'failed';

/** A4 where there is a printer for it, a slip where there is not, or nothing. */
export function paperFor(kit: FlowKit): 'a4' | 'slip' | null {
  const { canPrintDocuments, canPrintReceipts } = kit.machines();
  if (canPrintDocuments) return 'a4';
  return canPrintReceipts ? 'slip' : null;
}

/** What a screen says of its paper; what was printed or failed is said even when the printer is gone since. */
export const paperNow = (kit: FlowKit, paper: Paper): Paper =>
  paper === 'offered' && paperFor(kit) === null ? 'not-possible' : paper;

/** REC-2, FIND-1: puts what was looked at on the paper there is. */
export async function printOut(
  kit: FlowKit,
  document: 'records' | 'outlets',
  content: PrintedDocument,
  signal: AbortSignal,
): Promise<'printed' | 'failed'> {
  const paper = paperFor(kit);
  if (paper === null) return 'failed';
  const printed =
    paper === 'a4'
      ? await kit.documentPrinter.print(content, signal)
      : await kit.receiptPrinter.print(documentSlip(content));
  kit.audit.record('document-printed', {
    document,
    paper,
    outcome: printed.ok ? 'printed' : printed.error.kind,
  });
  return printed.ok ? 'printed' : 'failed';
}
