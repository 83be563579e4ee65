import { readFileSync } from 'node:fs';

/** The public test vectors (protocols 6.1-6.3), invented people: one line of hexadecimal each. */
export type VectorName = 'id_A' | 'id_B_J' | 'id_C_I' | 'id_D_Y' | 'id_L_longterm' | 'read-frame-A';

export const vector = (name: VectorName): Uint8Array =>
  fromHex(readFileSync(new URL(`./vectors/${name}.hex`, import.meta.url), 'ascii'));

/** Hexadecimal with or without spaces. */
export const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));
