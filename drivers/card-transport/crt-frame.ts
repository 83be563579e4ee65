/**
 * Frames of the CRT-571/591 family (protocols 3.3): `F2 ADDR LenH LenL TEXT 03 BCC`. Len counts TEXT, BCC is the
 * exclusive or of everything before it. Between frames go ACK, NAK and EOT as single bytes.
 */
export const FRAME_START = 0xf2;
export const FRAME_END = 0x03;
export const ACK = 0x06;
export const NAK = 0x15;
/** Clears what is on the line. */
export const EOT = 0x04;

/** F2, address and two bytes of length. */
export const HEAD_BYTES = 4;
/** 03 and BCC. */
export const TAIL_BYTES = 2;

export const exclusiveOr = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum ^ byte, 0);

/** A whole frame; `text` begins with 43 (command), 50 (done), 45 or 4E (refused). */
export function encodeFrame(text: Uint8Array, address = 0): Uint8Array {
  const body = Uint8Array.from([
    FRAME_START,
    address,
    text.length >> 8,
    text.length & 0xff,
    ...text,
    FRAME_END,
  ]);
  return Uint8Array.from([...body, exclusiveOr(body)]);
}
