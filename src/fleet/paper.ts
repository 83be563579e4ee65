/** 80 mm paper: a roll of 80 m, and 20 cm a receipt with its QR code. */
export const RECEIPTS_OF_A_ROLL = 400;
/** The near-end sensor of receipt printers sees about 8 m of paper. */
export const RECEIPTS_WHEN_LOW = 40;

/**
 * Receipts the paper is still good for, by the sensor and by how many were printed on this roll; null where neither
 * says anything.
 */
export function receiptsLeft(
  sensor: 'enough' | 'low' | 'out' | null,
  printedOnRoll: number | null,
): number | null {
  if (sensor === 'out') return 0;
  const byCount = printedOnRoll === null ? null : Math.max(0, RECEIPTS_OF_A_ROLL - printedOnRoll);
  if (sensor === 'low') return Math.min(RECEIPTS_WHEN_LOW, byCount ?? RECEIPTS_WHEN_LOW);
  if (byCount === null) return null;
  // The sensor sees more than that, whatever was counted.
  return sensor === 'enough' ? Math.max(byCount, RECEIPTS_WHEN_LOW) : byCount;
}
