import { err, ok, type Result } from '../../src/result.ts';
import { TEXT_BLOCK_BYTES } from './text-layout.ts';

/** The WLT picture is always 1024 bytes (protocols 2.5). */
export const PORTRAIT_BYTES = 1_024;
/** Two templates of 512 bytes; cards issued before 2013 carry none and say so with length 0 or with zeros. */
const TEMPLATE_BYTES = 512;
const FINGERPRINT_BYTES = 2 * TEMPLATE_BYTES;

export interface ChipData {
  readonly text: Uint8Array;
  readonly portrait: Uint8Array;
  /** How many of the two templates are filled. The templates themselves end here. */
  readonly fingerprints: number;
}

/**
 * Takes apart the DATA of 30 01 (two lengths) or 30 10 (three lengths, big-endian; the third may be 0000).
 * Anything that does not add up exactly is `bad-length`.
 */
export function parseChipData(data: Uint8Array, withFingerprints: boolean): Result<ChipData, 'bad-length'> {
  const header = withFingerprints ? 6 : 4;
  if (data.length < header) return err('bad-length');
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const textLength = view.getUint16(0);
  const portraitLength = view.getUint16(2);
  const fingerLength = withFingerprints ? view.getUint16(4) : 0;
  const fits =
    textLength === TEXT_BLOCK_BYTES &&
    portraitLength === PORTRAIT_BYTES &&
    (fingerLength === 0 || fingerLength === FINGERPRINT_BYTES) &&
    data.length === header + textLength + portraitLength + fingerLength;
  if (!fits) return err('bad-length');
  const portraitAt = header + textLength;
  const fingersAt = portraitAt + portraitLength;
  return ok({
    text: data.slice(header, portraitAt),
    portrait: data.slice(portraitAt, fingersAt),
    fingerprints: countTemplates(data.subarray(fingersAt)),
  });
}

function countTemplates(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at += TEMPLATE_BYTES) {
    if (bytes.subarray(at, at + TEMPLATE_BYTES).some((byte) => byte !== 0)) count += 1;
  }
  return count;
}
