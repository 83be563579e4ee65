import { createHash } from 'node:crypto';

/**
 * Side channel of a decoding reader: the client sends the SHA-256 (32 bytes) of the 1024 chip bytes, the reader
 * answers with a length (u32, big-endian) and that many bytes of a picture; length 0 is a picture it does not know.
 */
export const PORTRAIT_KEY_BYTES = 32;
/** More than this is no portrait. */
export const MAX_PORTRAIT_BYTES = 400_000;

export const portraitKey = (chipBytes: Uint8Array): Uint8Array =>
  createHash('sha256').update(chipBytes).digest();

export function encodePicture(picture: Uint8Array | null): Uint8Array {
  const bytes = picture ?? new Uint8Array(0);
  const answer = new Uint8Array(4 + bytes.length);
  new DataView(answer.buffer).setUint32(0, bytes.length);
  answer.set(bytes, 4);
  return answer;
}

/** Gathers one answer; `undefined` while it is incomplete, `too-long` as soon as its length says so. */
export class PictureCollector {
  #bytes: Buffer = Buffer.alloc(0);

  push(chunk: Uint8Array): Uint8Array | 'too-long' | undefined {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    if (this.#bytes.length < 4) return undefined;
    const length = this.#bytes.readUInt32BE(0);
    if (length > MAX_PORTRAIT_BYTES) return 'too-long';
    return this.#bytes.length < 4 + length ? undefined : new Uint8Array(this.#bytes.subarray(4, 4 + length));
  }
}
