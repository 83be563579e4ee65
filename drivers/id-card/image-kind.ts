import type { Portrait } from '../../src/ports/id-card-reader.ts';

/** First bytes of the pictures that decoders hand over. */
const SIGNATURES: readonly (readonly [Portrait['mediaType'], readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/bmp', [0x42, 0x4d]],
];

/** What kind of picture this is by its first bytes; null where it is none of ours. */
export const imageKind = (bytes: Uint8Array): Portrait['mediaType'] | null =>
  SIGNATURES.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte))?.[0] ?? null;
