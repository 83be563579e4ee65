import type { Page } from 'playwright-core';
import type { Screen } from '../../src/contracts/view.ts';

/** What a person would have noted beside the kiosk; `at` in milliseconds of the page's own clock. */
export type ScreenEvent =
  | {
      readonly kind: 'screen';
      readonly at: number;
      readonly screen: Screen;
      readonly phase: string | null;
      readonly overlay: string | null;
      readonly revision: number;
    }
  | { readonly kind: 'touch'; readonly at: number }
  /** A card laid down, a key on the pad: whatever the resident does that is no touch. */
  | { readonly kind: 'act'; readonly at: number };

interface Recorder {
  readonly events: ScreenEvent[];
}
declare global {
  var kioskRecord: Recorder;
}

/** Notes every screen and every touch in the page, from its first moment on. */
export async function recordScreens(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const events: ScreenEvent[] = [];
    globalThis.kioskRecord = { events };
    let last = '';
    const note = () => {
      const frame = document.querySelector<HTMLElement>('[data-screen]');
      if (frame === null) return;
      const { screen, phase, overlay, revision } = frame.dataset;
      const now = JSON.stringify([screen, phase, overlay, revision]);
      if (now === last) return;
      last = now;
      events.push({
        kind: 'screen',
        at: performance.now(),
        screen: screen as Screen,
        phase: phase ?? null,
        overlay: overlay ?? null,
        revision: Number(revision),
      });
    };
    new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true });
    document.addEventListener('pointerup', () => events.push({ kind: 'touch', at: performance.now() }), true);
  });
}

/** Notes that the resident did something beside the screen. */
export async function noteAct(page: Page): Promise<void> {
  await page.evaluate(() => {
    globalThis.kioskRecord.events.push({ kind: 'act', at: performance.now() });
  });
}

export const recordedEvents = (page: Page): Promise<readonly ScreenEvent[]> =>
  page.evaluate(() => globalThis.kioskRecord.events);

/** Screens on which the machine says what it is doing. */
const WAITING: ReadonlySet<Screen> = new Set(['working', 'making-card']);

/**
 * Milliseconds the resident waited for the machine: from each act to the first screen after it that asks for
 * something again. Screens that say what the machine is doing count as waiting; the camera's turn challenge does
 * not, because there the machine waits for the resident.
 */
export function ownWaiting(events: readonly ScreenEvent[]): number {
  let waited = 0;
  let actAt: number | null = null;
  for (const event of events) {
    if (event.kind !== 'screen') actAt = event.at;
    else if (actAt !== null && !WAITING.has(event.screen) && event.phase !== 'reading') {
      waited += event.at - actAt;
      actAt = null;
    }
  }
  return Math.round(waited);
}
