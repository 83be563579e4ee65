export const SAM_ID_BYTES = 16;

/**
 * The module's number as technicians know it, e.g. `05.03-20190101-0000000123-456789012`: two u16 and three u32,
 * little-endian (protocols 2.2). null where there are not 16 bytes.
 */
export function formatSamId(bytes: Uint8Array): string | null {
  if (bytes.length !== SAM_ID_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const two = (offset: number) => String(view.getUint16(offset, true)).padStart(2, '0');
  const serial = String(view.getUint32(8, true)).padStart(10, '0');
  return `${two(0)}.${two(2)}-${view.getUint32(4, true)}-${serial}-${view.getUint32(12, true)}`;
}
