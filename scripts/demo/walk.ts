import type { Screen } from '../../src/contracts/view.ts';
import { HANDS, type Visit } from './hands.ts';

/** No session has this many views; a walk that does not end says where it turns in a circle. */
const MOST_STEPS = 300;

/** One screen with its own headline: the same screen that asks something else is another one. */
export interface DistinctScreen {
  readonly screen: Screen;
  readonly headline: string;
}

export interface Walked {
  /** What the receipt, the refusal or the trouble said; `none` where a service has no such end. */
  readonly outcome: string;
  /** In the order they came. */
  readonly shown: readonly DistinctScreen[];
  readonly touches: number;
  /** Milliseconds the resident waited for the machine. */
  readonly ownMs: number;
}

/**
 * Plays one session of a willing resident, from the start screen to its end. `onNew` sees every distinct screen before
 * it is answered.
 */
export async function walk(
  visit: Visit,
  onNew: (screen: Screen, number: number) => Promise<void>,
): Promise<Walked> {
  const { kiosk } = visit;
  const shown = new Map<string, DistinctScreen>();
  let outcome = 'none';
  let lastAct = '';
  let ended = false;

  for (let step = 0; !ended && step < MOST_STEPS; step += 1) {
    const now = await kiosk.now();
    if (now === null) {
      await kiosk.changed(-1);
      continue;
    }
    outcome = (await kiosk.outcome()) ?? outcome;
    const headline = await headlineOf(visit);
    const key = `${now.screen} ${headline}`;
    if (!shown.has(key)) {
      shown.set(key, { screen: now.screen, headline });
      await onNew(now.screen, shown.size);
    }
    ended = now.screen === 'ended';
    const current = await kiosk.now();
    if (ended || current?.screen !== now.screen) continue;
    const hand = HANDS[now.screen];
    // The same view is not answered twice: a card laid down while it is being read stays where it is.
    if (hand !== null && lastAct !== key) {
      lastAct = key;
      await hand(visit);
    } else {
      await kiosk.changed(current.revision);
    }
  }
  if (!ended) throw new Error(`after ${MOST_STEPS} steps the session has not ended: ${lastAct}`);
  const events = await kiosk.events();
  return {
    outcome,
    shown: [...shown.values()],
    touches: events.filter(({ kind }) => kind === 'touch').length,
    ownMs: await kiosk.ownMs(),
  };
}

const headlineOf = async ({ kiosk }: Visit): Promise<string> =>
  (await kiosk.page.locator('h1').first().textContent({ timeout: 5_000 })) ?? '';
