import { err, ok, type Result } from '../result.ts';

/** JFIF header: SOI, then APP0 with "JFIF\0", version, unit, and the two densities (ISO/IEC 10918-5). */
const APP0_UNIT = 13;
const JFIF = [0xff, 0xd8, 0xff, 0xe0] as const;
const NAME = [0x4a, 0x46, 0x49, 0x46, 0x00] as const;
/** Unit 1: dots per inch. */
const DOTS_PER_INCH = 1;

/**
 * A copy of the JPEG that says how many dots per inch it has (APPLY-4 asks for at least 350). Canvases write a
 * JFIF header without a unit; a picture without that header is refused.
 */
export function withDotsPerInch(jpeg: Uint8Array, dotsPerInch: number): Result<Uint8Array, 'not-jfif'> {
  const hasHeader =
    JFIF.every((byte, i) => jpeg[i] === byte) && NAME.every((byte, i) => jpeg[6 + i] === byte);
  if (!hasHeader || jpeg.length < 20) return err('not-jfif');
  const marked = jpeg.slice();
  const view = new DataView(marked.buffer);
  view.setUint8(APP0_UNIT, DOTS_PER_INCH);
  view.setUint16(APP0_UNIT + 1, dotsPerInch);
  view.setUint16(APP0_UNIT + 3, dotsPerInch);
  return ok(marked);
}
