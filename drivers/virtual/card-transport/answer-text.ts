/** Data of a good answer, an error code, or no power any more. */
export type Outcome = { readonly data?: readonly number[] } | { readonly code: string } | 'dark';

export interface SensorState {
  readonly place: 'none' | 'gate' | 'ic' | 'path';
  /** st1 as it is. */
  readonly stock: number;
  readonly binFull: boolean;
}

const DONE = 0x50;
const REFUSED = 0x4e;
/** The sensors at gate and chip do not see a card between them. */
const POSITION_BYTES = { none: 0x30, gate: 0x31, ic: 0x32, path: 0x30 } as const;

/** The text of an answer's frame (protocols 3.3). */
export function answerText(
  cm: number,
  pm: number,
  outcome: Exclude<Outcome, 'dark'>,
  sensors: SensorState,
): Uint8Array {
  if ('code' in outcome) return Uint8Array.from([REFUSED, cm, pm, ...Buffer.from(outcome.code)]);
  const bytes = [POSITION_BYTES[sensors.place], sensors.stock, sensors.binFull ? 0x31 : 0x30];
  return Uint8Array.from([DONE, cm, pm, ...bytes, ...(outcome.data ?? [])]);
}
