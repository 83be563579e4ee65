import { create } from 'qrcode';
import type { PaperColumns } from './receipt-layout.ts';

/** A 29-module code of 174 dots is 22 mm wide at 203 dpi and reads at arm's length. */
const MOST_CELL_DOTS = 6;
/** Three dots, 0.375 mm, still read from flat paper; fewer run into each other where the head is hot. */
const LEAST_CELL_DOTS = 3;
const COLUMN_DOTS = 12;
/** 50 mm: a larger code takes paper and no telephone or camera reads it any better. */
const MOST_CODE_DOTS = 400;

/**
 * Dots per module of a QR code, level M: as large as the roll and good reading need. The printer adds no quiet zone; the
 * paper beside the line has it (5 mm of 58, 4 mm of 80, and what the code leaves of the line).
 */
export function qrCellDots(text: string, columns: PaperColumns): number {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const room = Math.min(columns * COLUMN_DOTS, MOST_CODE_DOTS);
  return Math.max(LEAST_CELL_DOTS, Math.min(MOST_CELL_DOTS, Math.floor(room / modules.size)));
}
