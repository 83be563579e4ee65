import { type CrashPointName, crashPointNamed } from '../../main/core/crash-points.ts';
import type { CoreDown } from '../../main/supervisor/supervision.ts';
import type { View } from '../../src/contracts/view.ts';
import type { Surroundings } from '../world/surroundings.ts';
import type { Trigger } from './plans.ts';

/** Between two cores there is nothing to kill; a little later there is. Milliseconds. */
const RESTING_MS = 50;

/** One kill that struck. */
export interface Kill {
  readonly at: CrashPointName | 'random moment';
  /** The screen that went dark. */
  readonly screen: string;
}

/** Pulls the triggers of a case one after the other, and measures how long the screen stays dark. */
export class Killer {
  readonly kills: Kill[] = [];
  /** Milliseconds from each core's death to the next first screen. */
  readonly dark: number[] = [];
  /** What went down without being killed, or came back with a screen that is not true (INV-8). */
  readonly problems: string[] = [];
  readonly #world: Pick<Surroundings, 'crashAt' | 'crashArmed'>;
  readonly #kill: () => boolean;
  #triggers: Trigger[] = [];
  #armed: CrashPointName | null = null;
  #struck = false;
  #timer: NodeJS.Timeout | null = null;
  #screensLeft = 0;
  #ms = 0;
  #screen = 'none';
  #downAt: number | null = null;

  constructor(world: Pick<Surroundings, 'crashAt' | 'crashArmed'>, kill: () => boolean) {
    this.#world = world;
    this.#kill = kill;
  }

  /** The triggers of the next case. */
  begin(triggers: readonly Trigger[]): void {
    this.#triggers = [...triggers];
    this.#next();
  }

  /** True while a kill is still to come. */
  get waiting(): boolean {
    return this.#armed !== null || this.#timer !== null || this.#screensLeft > 0;
  }

  /** No kill any more in this case. */
  end(): void {
    this.#triggers = [];
    this.#screensLeft = 0;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    // Where the file is gone already the kill is under way; `down` counts it.
    if (this.#armed !== null && this.#world.crashArmed()) {
      this.#world.crashAt(null);
      this.#armed = null;
    }
  }

  saw(view: View): void {
    if (this.#downAt !== null) {
      this.dark.push(performance.now() - this.#downAt);
      this.#downAt = null;
      if (view.screen !== 'welcome' && view.screen !== 'out-of-service')
        this.problems.push(`INV-8 the first screen after a kill is ${view.screen}`);
    }
    this.#screen = view.screen;
    if (this.#screensLeft === 0) return;
    this.#screensLeft -= 1;
    if (this.#screensLeft === 0) this.#strikeAfter(this.#ms);
  }

  down(why: CoreDown): void {
    if (why.kind === 'stopped') return;
    this.#downAt ??= performance.now();
    const point = this.#armed !== null && !this.#world.crashArmed() ? this.#armed : null;
    const at = point ?? (this.#struck ? 'random moment' : null);
    if (at === null || why.kind !== 'ended') {
      const said = why.kind === 'fatal' ? `: ${why.message}` : '';
      this.problems.push(`INV-8 core went down by itself (${why.kind}${said}) at ${this.#screen}`);
      return;
    }
    this.kills.push({ at, screen: this.#screen });
    this.#screen = 'starting';
    this.#armed = null;
    this.#struck = false;
    this.#next();
  }

  #next(): void {
    const next = this.#triggers.shift();
    if (next === undefined) return;
    if (next.kind === 'point') {
      this.#armed = crashPointNamed(next.point);
      this.#world.crashAt(next.point);
      return;
    }
    this.#ms = next.ms;
    this.#screensLeft = next.screens;
    if (next.screens === 0) this.#strikeAfter(next.ms);
  }

  #strikeAfter(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#struck = this.#kill();
      if (!this.#struck) this.#strikeAfter(RESTING_MS);
    }, ms);
  }
}
