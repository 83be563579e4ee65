/** A card without its wire: APDU in, APDU out. Holds the card's own state (selected file, rights, tries). */
export interface VirtualCard {
  /** What it answers to reset; empty for a card that says nothing. */
  readonly atr: Uint8Array;
  /** Power on or reset: selection and rights are gone, counters stay. */
  reset(): void;
  answer(command: Uint8Array): Uint8Array;
}

/** Eight-byte challenges for GET CHALLENGE; injected so that a dialogue can be replayed. */
export type Challenges = (length: number) => Uint8Array;

/** `3B 6D 00 00`, chip and maker 0000, COS "TST", serial 240105000001 (protocols 6.4). */
export const CONTACT_ATR = Uint8Array.from([
  0x3b, 0x6d, 0x00, 0x00, 0x00, 0x00, 0x54, 0x53, 0x54, 0x00, 0x00, 0x24, 0x01, 0x05, 0x00, 0x00, 0x01,
]);

export const SW = {
  ok: [0x90, 0x00],
  wrongLength: [0x67, 0x00],
  notSatisfied: [0x69, 0x82],
  blocked: [0x69, 0x83],
  noCurrentFile: [0x69, 0x86],
  badData: [0x6a, 0x80],
  fileNotFound: [0x6a, 0x82],
  recordNotFound: [0x6a, 0x83],
  noInstruction: [0x6d, 0x00],
} as const;

export const answerOf = (data: Iterable<number>, statusWord: readonly number[]): Uint8Array =>
  Uint8Array.from([...data, ...statusWord]);
