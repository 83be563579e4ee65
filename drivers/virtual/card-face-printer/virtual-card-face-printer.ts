import { CARD_SIZE } from '../../card-face-printer/card-face-pdf.ts';
import { IPP_PRINTER_FAULTS, type IppPrinterFault } from '../document-printer/printer-faults.ts';
import { VirtualIppPrinter, type VirtualIppPrinterOptions } from '../document-printer/virtual-ipp-printer.ts';

/** The same list but for the tray: `toner` is the ribbon, `paper-out` a card that is not under the head. */
export const CARD_FACE_PRINTER_FAULTS: readonly IppPrinterFault[] = IPP_PRINTER_FAULTS.filter(
  (fault) => fault !== 'paper-low' && fault !== 'paper-out-mid-print',
);

/** Points by which a page may differ from a card. */
const TOLERANCE = 0.5;

/** The issuer's card printer: takes one page of a card's size and aborts anything else. */
export function startVirtualCardFacePrinter(
  options: Pick<VirtualIppPrinterOptions, 'port'> = {},
): Promise<VirtualIppPrinter> {
  return VirtualIppPrinter.start({ ...options, name: 'card-face', takes: isOneCard });
}

function isOneCard(pdf: Uint8Array): boolean {
  const pages = [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g),
  ];
  const [, width, height] = pages[0] ?? [];
  const near = (points: string | undefined, wanted: number) => Math.abs(Number(points) - wanted) < TOLERANCE;
  return pages.length === 1 && near(width, CARD_SIZE.width) && near(height, CARD_SIZE.height);
}
