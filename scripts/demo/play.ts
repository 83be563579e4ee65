import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Screen } from '../../src/contracts/view.ts';
import type { Visit } from './hands.ts';
import { walk } from './walk.ts';

/** Time for a motion or a camera picture to be in the middle of things, milliseconds. */
const MIDDLE_OF_MOTION_MS = 900;
/** Screens with something moving on them. */
const MOVING: ReadonlySet<Screen> = new Set([
  'face',
  'photo-camera',
  'present-id-card',
  'present-social-card',
  'take-card',
]);

export interface Played {
  readonly outcome: string;
  /** File names of the pictures, in order. */
  readonly screens: readonly string[];
  readonly receipt: string | null;
  /** Documents that came out of the A4 printer. */
  readonly documents: readonly string[];
  readonly touches: number;
  /** Milliseconds the resident waited for the machine. */
  readonly ownMs: number;
}

/** Plays one session to its end and leaves a picture of every distinct screen, and what was printed, in a folder. */
export async function play(visit: Visit, folder: string): Promise<Played> {
  const { printer, documentPrinter } = visit.world.hardware;
  const screens: string[] = [];
  const { outcome, touches, ownMs } = await walk(visit, async (screen) => {
    const file = await photograph(visit, screen, screens.length + 1, folder);
    if (file !== null) screens.push(file);
  });
  const documents = documentPrinter.printed.map(({ pdf }, at) => save(folder, `document-${at + 1}.pdf`, pdf));
  const paper = printer.receipts().at(-1)?.png;
  const receipt = paper === undefined ? null : save(folder, 'receipt.png', paper);
  return { outcome, screens, receipt, documents, touches, ownMs };
}

/** The picture's file name; null where the screen was gone before it was taken. */
async function photograph(
  { kiosk }: Visit,
  screen: Screen,
  number: number,
  folder: string,
): Promise<string | null> {
  if (MOVING.has(screen)) await kiosk.page.waitForTimeout(MIDDLE_OF_MOTION_MS);
  const picture = await kiosk.page.screenshot();
  if ((await kiosk.now())?.screen !== screen) return null;
  return save(folder, `${String(number).padStart(2, '0')}-${screen}.png`, picture);
}

function save(folder: string, file: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, file), bytes);
  return file;
}
