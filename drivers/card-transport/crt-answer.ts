/** What the three status bytes of every good answer say (protocols 3.3). */
export interface CrtSensors {
  /** st0: 30 no card, 31 at the gate, 32 at the chip; null for any other byte. */
  readonly position: 'none' | 'gate' | 'ic' | null;
  /** st1: 30, 31, 32; null for any other byte. A machine without a stack says what it likes. */
  readonly stock: 'empty' | 'low' | 'enough' | null;
  /** st2: 30, 31; null for any other byte. */
  readonly bin: 'room' | 'full' | null;
}

export type CrtAnswer =
  | { readonly kind: 'done'; readonly sensors: CrtSensors; readonly data: Uint8Array }
  /** e1 e0 as two characters: `10` is a jam, `A0` an empty stack. */
  | { readonly kind: 'refused'; readonly code: string };

export interface AddressedAnswer {
  readonly cm: number;
  readonly pm: number;
  readonly answer: CrtAnswer;
}

const DONE = 0x50;
/** 'E' and 'N' alike. */
const REFUSED: readonly number[] = [0x45, 0x4e];
const SENSORS_END = 6;

const POSITIONS = ['none', 'gate', 'ic'] as const;
const STOCKS = ['empty', 'low', 'enough'] as const;
const BINS = ['room', 'full'] as const;

const word = <W>(words: readonly W[], byte: number | undefined): W | null =>
  words[(byte ?? 0) - 0x30] ?? null;

/** The text of an answer's frame; null where it is no answer. */
export function parseAnswer(text: Uint8Array): AddressedAnswer | null {
  const [head = 0, cm, pm, first, second, third] = text;
  if (cm === undefined || pm === undefined || first === undefined || second === undefined) return null;
  if (REFUSED.includes(head)) {
    const code = String.fromCharCode(first, second);
    return /^[0-9A-F]{2}$/.test(code) ? { cm, pm, answer: { kind: 'refused', code } } : null;
  }
  if (head !== DONE || third === undefined) return null;
  const sensors = { position: word(POSITIONS, first), stock: word(STOCKS, second), bin: word(BINS, third) };
  return { cm, pm, answer: { kind: 'done', sensors, data: text.slice(SENSORS_END) } };
}
