import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Screen } from '../../src/contracts/view.ts';
import { HANDS, type Visit } from './hands.ts';

/** No session has this many views; a demo that does not end says where it turns in a circle. */
const MOST_STEPS = 120;
/** Time for a motion or a camera picture to be in the middle of things, milliseconds. */
const MIDDLE_OF_MOTION_MS = 900;
/** Screens with something moving on them. */
const MOVING: ReadonlySet<Screen> = new Set([
  'face',
  'photo-camera',
  'present-id-card',
  'present-social-card',
]);

export interface Played {
  readonly outcome: string;
  /** File names of the pictures, in order. */
  readonly screens: readonly string[];
  readonly receipt: string | null;
  readonly touches: number;
  /** Milliseconds the resident waited for the machine. */
  readonly ownMs: number;
}

/** Plays one session to its end and leaves a picture of every distinct screen, and the receipt, in a folder. */
export async function play(visit: Visit, folder: string): Promise<Played> {
  const { kiosk, world } = visit;
  const screens: string[] = [];
  const seen = new Set<string>();
  let outcome = 'none';
  let lastAct = '';

  for (let step = 0; step < MOST_STEPS; step += 1) {
    const now = await kiosk.now();
    if (now === null) {
      await kiosk.changed(-1);
      continue;
    }
    outcome = (await kiosk.outcome()) ?? outcome;
    const key = `${now.screen} ${await headline(visit)}`;
    if (!seen.has(key)) {
      seen.add(key);
      const file = await photograph(visit, now.screen, screens.length + 1, folder);
      if (file !== null) screens.push(file);
    }
    if (now.screen === 'ended') break;
    const current = await kiosk.now();
    if (current?.screen !== now.screen) continue;
    const hand = HANDS[now.screen];
    // The same view is not answered twice: a card laid down while it is being read stays where it is.
    if (hand !== null && lastAct !== key) {
      lastAct = key;
      await hand(visit);
    } else {
      await kiosk.changed(current.revision);
    }
  }
  const events = await kiosk.events();
  return {
    outcome,
    screens,
    receipt: saveReceipt(world.hardware.printer.receipts().at(-1)?.png, folder),
    touches: events.filter(({ kind }) => kind === 'touch').length,
    ownMs: await kiosk.ownMs(),
  };
}

const headline = async ({ kiosk }: Visit): Promise<string> =>
  (await kiosk.page.locator('h1').first().textContent({ timeout: 5_000 })) ?? '';

/** The picture's file name; null where the screen was gone before it was taken. */
async function photograph(
  { kiosk }: Visit,
  screen: Screen,
  number: number,
  folder: string,
): Promise<string | null> {
  if (MOVING.has(screen)) await kiosk.page.waitForTimeout(MIDDLE_OF_MOTION_MS);
  const file = `${String(number).padStart(2, '0')}-${screen}.png`;
  const picture = await kiosk.page.screenshot();
  if ((await kiosk.now())?.screen !== screen) return null;
  writeFileSync(join(folder, file), picture);
  return file;
}

function saveReceipt(png: Uint8Array | undefined, folder: string): string | null {
  if (png === undefined) return null;
  writeFileSync(join(folder, 'receipt.png'), png);
  return 'receipt.png';
}
