import type { ScreenMessage } from '../../../../src/contracts/command.ts';
import type { CameraFact, TouchFact } from '../../../../src/maintenance/kiosk-facts.ts';
import type { Clock } from '../../../../src/ports/clock.ts';
import type { CameraLook } from '../readiness-desk.ts';

export type PageAlive = Extract<ScreenMessage, { kind: 'page-alive' }>;

/** What the page says of itself: that it draws, when it was last touched, what its camera sees. */
export class ScreenWatch {
  readonly #clock: Clock;
  readonly #since: number;
  #pageAt: number | null = null;
  #lastTouch: number | null = null;
  #touches = 0;
  #camera: CameraFact | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#since = clock.now();
  }

  /** `touches` counts since the page was loaded: fewer than before are of a new page. */
  pageAlive({ touches }: PageAlive): void {
    this.#pageAt = this.#clock.now();
    if (touches > 0 && touches !== this.#touches) this.#lastTouch = this.#pageAt;
    this.#touches = touches;
  }

  cameraLooked(look: CameraLook): void {
    this.#camera = { ...look, at: this.#clock.now() };
  }

  get camera(): CameraFact | null {
    return this.#camera;
  }

  /** null while no page of this software has said a word: then nothing can be told of it. */
  get touch(): TouchFact | null {
    if (this.#pageAt === null) return null;
    return { pageAt: this.#pageAt, lastTouch: this.#lastTouch, since: this.#since };
  }
}
