import type { Command } from '../../../src/contracts/command.ts';
import { endOf, stepCounter } from '../../matrix/play.ts';
import type { World } from '../../matrix/world/world.ts';
import type { Hands } from './hands.ts';

const LONGEST_MS = 60 * 60_000;

export interface Visited {
  readonly steps: readonly string[];
  /** What the person was told, in order: screens that end something. */
  readonly told: readonly string[];
  readonly touches: readonly Command[];
  /** The kiosk is back at its start screen (INV-8). */
  readonly cameBack: boolean;
}

/** One person at the matrix's kiosk, from the first look until the kiosk is back at the start screen. */
export async function oneVisit({ kiosk, time }: World, hands: Hands): Promise<Visited> {
  const steps: string[] = [];
  const told: string[] = [];
  const touches: Command[] = [];
  const begins = stepCounter();
  let begun = false;
  kiosk.onView((view) => {
    if (view.screen !== 'welcome') begun = true;
    const step = begins(view);
    if (step !== null) steps.push(step);
    const said = endOf(view);
    if (said !== null && told.at(-1) !== said) told.push(said);
  });
  const until = time.now() + LONGEST_MS;
  while (time.now() < until && kiosk.crashes.length === 0) {
    const view = kiosk.now();
    if (begun && view.screen === 'welcome') break;
    const { command, inMs } = await hands.look(view);
    await time.pass(inMs, () => command === null && kiosk.now().revision !== view.revision);
    if (command === null) continue;
    touches.push(command);
    kiosk.touch(command);
    await time.settle();
  }
  kiosk.onView(() => undefined);
  return { steps, told, touches, cameBack: begun && kiosk.idle() };
}
