/** Upper hex, two digits per byte: the form of every byte field on ports and wires. */
export const hexFromBytes = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();

/** Bytes of a hex string, or null where it is not hex or not `length` bytes long (any length when left out). */
export function bytesFromHex(hex: string, length?: number): Uint8Array | null {
  if (!/^(?:[0-9A-Fa-f]{2})*$/.test(hex)) return null;
  const bytes = Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16),
  );
  return length === undefined || bytes.length === length ? bytes : null;
}
