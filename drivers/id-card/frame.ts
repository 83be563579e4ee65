/** Every frame starts so, in both directions; a lost first AA is common after opening a port (protocols 2.1). */
export const PREAMBLE = Uint8Array.of(0xaa, 0xaa, 0xaa, 0x96, 0x69);

/** XOR of the length and everything after it, the checksum itself excluded. */
export function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) sum ^= byte;
  return sum;
}

/**
 * Wraps a body (CMD PARA DATA of a request, SW1 SW2 SW3 DATA of an answer) into a frame:
 * preamble, length (body and checksum, big-endian), body, checksum.
 */
export function encodeFrame(body: Uint8Array): Uint8Array {
  const frame = new Uint8Array(PREAMBLE.length + 2 + body.length + 1);
  const length = body.length + 1;
  frame.set(PREAMBLE);
  frame[5] = length >> 8;
  frame[6] = length & 0xff;
  frame.set(body, 7);
  frame[frame.length - 1] = checksum(frame.subarray(5, -1));
  return frame;
}
