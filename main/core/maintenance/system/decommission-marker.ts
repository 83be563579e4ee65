import { join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../../../src/result.ts';
import { readNote, writeNote } from './note.ts';

const destroyedFile = z.object({
  file: z.string(),
  bytes: z.number(),
  /** SHA-256, hex, of what it held. */
  digest: z.string(),
});
export type DestroyedFile = z.infer<typeof destroyedFile>;

/**
 * Beside the store, and the only thing that stays: this kiosk is given up. Whoever starts it next destroys what is
 * still there, prints the proof, and shows for ever that it is out of service. Nothing in it is a secret or a person.
 */
const marker = z.object({
  kioskId: z.string().nullable(),
  kioskName: z.string(),
  technician: z.string(),
  second: z.string().nullable(),
  /** The centre knows. */
  told: z.boolean(),
  /** Milliseconds since the epoch, as are the others. */
  at: z.number(),
  /** Each is noted before it is destroyed. */
  destroyed: z.array(destroyedFile),
  destroyedAt: z.number().nullable(),
  printedAt: z.number().nullable(),
});
export type DecommissionMarker = z.infer<typeof marker>;

const FILE = 'decommissioned.json';

/** null: a kiosk like any other. */
export const readMarker = (folder: string): DecommissionMarker | null => readNote(join(folder, FILE), marker);

/**
 * As a start finds it. A marker that can't be read is still one: nobody is served by a kiosk that was given up, and the
 * error is the sentence for the technician.
 */
export function markerAtStart(folder: string): Result<DecommissionMarker | null, string> {
  try {
    return ok(readMarker(folder));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
    const path = join(folder, FILE);
    return err(`${path} can't be read. This kiosk was being given up: destroy ${folder} by hand.`);
  }
}

/** On disk when this returns; the first time is the point of no return. */
export const writeMarker = (folder: string, content: DecommissionMarker): void =>
  writeNote(join(folder, FILE), content);
