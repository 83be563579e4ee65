import { openKiosk } from '../world/kiosk-page.ts';
import type { ScreenEvent } from '../world/screen-record.ts';
import type { World } from '../world/world.ts';

/** Touches of which the round trip is taken. */
const TOUCHES = 10;

/** What the figures of the same run are to be compared with. All in milliseconds. */
export interface RawPage {
  /** Chromium opens a page with nothing in it. */
  readonly emptyPageMs: number;
  /** Chromium opens the kiosk's page until its first screen is there. */
  readonly kioskPageMs: number;
  /** From a touch to the screen that answers it, with nothing between them but core: no device, no centre. */
  readonly roundTripMs: { readonly median: number; readonly most: number; readonly touches: number };
}

/** Measures the page and core alone, before any resident comes. */
export async function measureRawPage(world: World): Promise<RawPage> {
  const kiosk = await openKiosk(world);
  try {
    const emptyPageMs = await timed(() => kiosk.page.goto('about:blank'));
    const kioskPageMs = await timed(() => kiosk.load());
    for (let touch = 0; touch < TOUCHES; touch += 1) await kiosk.touch('set-language');
    const trips = roundTrips(await kiosk.events()).sort((a, b) => a - b);
    return {
      emptyPageMs: Math.round(emptyPageMs),
      kioskPageMs: Math.round(kioskPageMs),
      roundTripMs: {
        median: Math.round(trips[Math.floor(trips.length / 2)] ?? 0),
        most: Math.round(trips.at(-1) ?? 0),
        touches: trips.length,
      },
    };
  } finally {
    await kiosk.close();
  }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await act();
  return performance.now() - since;
}

/** Milliseconds from each touch to the next screen, by the page's own clock. */
function roundTrips(events: readonly ScreenEvent[]): number[] {
  return events.flatMap((event, at) => {
    const answer = events.slice(at + 1).find(({ kind }) => kind === 'screen');
    return event.kind === 'touch' && answer !== undefined ? [answer.at - event.at] : [];
  });
}
