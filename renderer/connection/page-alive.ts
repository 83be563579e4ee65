import type { PageLife } from './kiosk-link.ts';

/** As the contract says: a page that is silent for several of these is frozen. */
const EVERY_MS = 5_000;

interface Parts {
  /** `requestAnimationFrame`: a page that draws nothing any more says nothing any more. */
  readonly requestFrame: (drawn: () => void) => void;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** Null where the browser does not tell. */
  readonly heapBytes: () => number | null;
  readonly say: (life: PageLife) => void;
}

export interface PageWatch {
  /** A finger came down, wherever. */
  readonly touched: () => void;
  readonly stop: () => void;
}

/** Says every five seconds, out of a frame that was really drawn, how the page is: heap, longest frame, touches. */
export function watchPage({ requestFrame, now, heapBytes, say }: Parts): PageWatch {
  let touches = 0;
  let stopped = false;
  let lastFrame = now();
  let lastSaid = lastFrame;
  let longestFrameMs = 0;
  const drawn = () => {
    if (stopped) return;
    const at = now();
    longestFrameMs = Math.max(longestFrameMs, at - lastFrame);
    lastFrame = at;
    if (at - lastSaid >= EVERY_MS) {
      say({ heapBytes: heapBytes(), longestFrameMs, touches });
      lastSaid = at;
      longestFrameMs = 0;
    }
    requestFrame(drawn);
  };
  requestFrame(drawn);
  return {
    touched() {
      touches += 1;
    },
    stop() {
      stopped = true;
    },
  };
}

/** Bytes of the script heap: Chromium tells (`performance.memory`, no standard), others do not. */
export function heapOfChromium(): number | null {
  const memory: unknown = Reflect.get(performance, 'memory');
  if (typeof memory !== 'object' || memory === null) return null;
  const used: unknown = Reflect.get(memory, 'usedJSHeapSize');
  return typeof used === 'number' ? used : null;
}
