import type { View, ViewOf } from '../../src/contracts/view.ts';
import { handsOn, type Person } from './hands.ts';
import type { World } from './world/world.ts';

/** Longer than any time-out one after the other: who is not back at the start screen by then never will be. */
const LONGEST_VISIT_MS = 45 * 60_000;
/** From looking to touching. */
const HAND_MS = 250;
/** A hand comes back to the same screen after this long. */
const AGAIN_MS = 2_000;

export interface Played {
  /** Every step in the order it was reached. */
  readonly steps: readonly string[];
  readonly receipts: readonly ViewOf<'receipt'>[];
  /** The ends that were shown, in order: `receipt done-here`, `trouble link-down`, `ended goodbye` … */
  readonly ends: readonly string[];
  /** INV-8 */
  readonly cameBack: boolean;
}

/** What a resident would call another step: screen, and what it is about. */
export function stepOf(view: View): string {
  switch (view.screen) {
    case 'present-id-card':
      return `${view.screen} ${view.phase}`;
    case 'present-social-card':
      return `${view.screen} ${view.phase}`;
    case 'pin':
      return `pin ${view.round}`;
    case 'working':
      return `working ${view.act}`;
    case 'making-card':
      return `making-card ${view.phase}${view.blank > 1 ? ` ${view.blank}` : ''}`;
    case 'pay':
      return `pay ${view.phase}`;
    case 'choose':
      return `choose ${view.question}`;
    case 'notice':
      return `notice ${view.what}`;
    case 'take-card':
      return `take-card ${view.which}`;
    case 'receipt':
      return `receipt ${view.paper === 'printing' ? 'printing' : 'shown'}`;
    case 'records':
    case 'outlets':
      return `${view.screen} ${view.paper}`;
    default:
      return view.screen;
  }
}

/** Counts how often a step was reached, so that the same screen at another time is another step. */
export function stepCounter() {
  const seen = new Map<string, number>();
  let last = '';
  /** The step's name where the view begins one, null where it goes on with the last. */
  return (view: View): string | null => {
    const step = stepOf(view);
    if (step === last) return null;
    last = step;
    const nth = (seen.get(step) ?? 0) + 1;
    seen.set(step, nth);
    return nth === 1 ? step : `${step} #${nth}`;
  };
}

/** What a screen that ends something tells; null for any other. */
export const endOf = (view: View): string | null => {
  switch (view.screen) {
    case 'receipt':
      return `receipt ${view.state}`;
    case 'refusal':
      return `refusal ${view.reason}`;
    case 'trouble':
      return `trouble ${view.what}`;
    case 'ended':
      return `ended ${view.why}`;
    default:
      return null;
  }
};

/** One visit from the first touch until the kiosk is back at the start screen by itself. */
export async function play(
  world: World,
  person: Person,
  onStep: (step: string, view: View) => void,
): Promise<Played> {
  const { kiosk, time } = world;
  const steps: string[] = [];
  const receipts = new Map<string, ViewOf<'receipt'>>();
  const ends: string[] = [];
  const begins = stepCounter();
  let begun = false;
  kiosk.onView((view) => {
    if (view.screen !== 'welcome') begun = true;
    const step = begins(view);
    if (view.screen === 'receipt') receipts.set(view.reference ?? '', view);
    const end = endOf(view);
    if (end !== null && ends.at(-1) !== end) ends.push(end);
    if (step === null) return;
    steps.push(step);
    onStep(step, view);
  });
  const until = time.now() + LONGEST_VISIT_MS;
  while (time.now() < until && kiosk.crashes.length === 0) {
    const view = kiosk.now();
    if (begun && view.screen === 'welcome') break;
    const command = await handsOn(world, person, view);
    if (command) kiosk.touch(command);
    await time.pass(HAND_MS);
    await time.pass(AGAIN_MS, () => kiosk.now().revision !== view.revision);
  }
  kiosk.onView(() => undefined);
  return { steps, receipts: [...receipts.values()], ends, cameBack: begun && kiosk.idle() };
}
