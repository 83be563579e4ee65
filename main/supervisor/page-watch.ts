import type { ScreenMessage } from '../../src/contracts/command.ts';
import type { View } from '../../src/contracts/view.ts';
import type { Stopwatch } from '../../src/ports/clock.ts';

export type PageAlive = Extract<ScreenMessage, { kind: 'page-alive' }>;

/** A page says every five seconds that a frame was drawn; three missed in a row mean that it is frozen. Milliseconds. */
export const FROZEN_AFTER = 17_000;
/** Heap of the page beyond which it is loaded anew between two residents. Bytes; a fresh page takes some 10 MB. */
export const HEAP_LIMIT = 300_000_000;

/** What is wrong with the page that is connected; null while it is well. */
export type PageTrouble = 'frozen' | 'memory' | 'touch' | 'technician';

/** Nobody is served on these: the page may be loaded anew. */
export const isRestScreen = (view: Pick<View, 'screen'> | null): boolean =>
  view?.screen === 'welcome' || view?.screen === 'out-of-service';

/**
 * Whether the page is alive. A page is asked for its first word as soon as it is connected: one that never draws a frame
 * is as dead as one that stopped. A page that counts too much memory is only troubled while nobody is served.
 */
export class PageWatch {
  readonly #clock: Stopwatch;
  readonly #connected: () => boolean;
  readonly #idle: () => boolean;
  #lastSign: number | null = null;
  #heapBytes = 0;
  #asked: 'touch' | 'technician' | null = null;

  constructor(clock: Stopwatch, connected: () => boolean, idle: () => boolean) {
    this.#clock = clock;
    this.#connected = connected;
    this.#idle = idle;
  }

  heard({ heapBytes }: Pick<PageAlive, 'heapBytes'>): void {
    this.#lastSign = this.#clock.elapsed();
    this.#heapBytes = heapBytes ?? 0;
  }

  /** Looked at every few seconds. */
  trouble(): PageTrouble | null {
    if (!this.#connected()) {
      this.#lastSign = null;
      this.#heapBytes = 0;
      return null;
    }
    if (this.#asked !== null) return this.#asked;
    this.#lastSign ??= this.#clock.elapsed();
    if (this.#clock.elapsed() - this.#lastSign >= FROZEN_AFTER) return 'frozen';
    return this.#heapBytes >= HEAP_LIMIT && this.#idle() ? 'memory' : null;
  }

  /** Core asks for it. */
  restart(why: 'touch' | 'technician'): void {
    this.#asked = why;
  }

  /** The page was loaded anew: what was known of the old one is worth nothing. */
  begin(): void {
    this.#asked = null;
    this.#lastSign = null;
    this.#heapBytes = 0;
  }
}
