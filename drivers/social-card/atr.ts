/** Longest answer to reset of ISO 7816-3; anything longer is no ATR. */
export const MAX_ATR_BYTES = 33;

/**
 * Historical bytes of an answer to reset, found by walking the interface bytes. Contact social security cards
 * send `3B 6D 00 00` and 13 historical bytes (protocols 1.9). Empty where the ATR is cut.
 */
export function historicalBytes(atr: Uint8Array): Uint8Array {
  const format = atr[1];
  if (format === undefined) return new Uint8Array();
  const count = format & 0x0f;
  let at = 2;
  // Y nibble: which of TA, TB, TC, TD follow; TD carries the next Y.
  let present: number | undefined = format >> 4;
  while (present !== undefined) {
    const interfaceBytes = [1, 2, 4, 8].filter((bit) => ((present ?? 0) & bit) !== 0).length;
    const last: number | undefined = atr[at + interfaceBytes - 1];
    const goesOn: boolean = (present & 8) !== 0 && last !== undefined;
    at += interfaceBytes;
    present = goesOn && last !== undefined ? last >> 4 : undefined;
  }
  const bytes = atr.slice(at, at + count);
  return bytes.length === count ? bytes : new Uint8Array();
}
