import { CRASH_POINTS, type CrashPointName } from '../../main/core/crash-points.ts';
import { playCase } from './case.ts';
import { type Dice, seededDice } from './dice.ts';
import { type CasePlan, nextPlan } from './plans.ts';
import { type Stage, startStage } from './stage.ts';
import { storyOf } from './story.ts';
import type { Breach } from './verdict.ts';

export interface CrashRunOptions {
  readonly kills: number;
  readonly seed: number;
  /** Worlds side by side. */
  readonly kiosks: number;
  /** Told of every story that breaks a promise, and now and then how far it is. */
  readonly say: (text: string) => void;
  /** In place of plans at random: each once, in this order. */
  readonly plans?: readonly CasePlan[];
}

/** The outcome; the first five are the command's interface (architecture.md). */
export interface CrashRunReport {
  readonly kills: number;
  readonly accepted: number;
  readonly lost: number;
  readonly doubled: number;
  readonly unbalanced: number;
  readonly cases: number;
  readonly seconds: number;
  readonly seed: number;
  /** Milliseconds from the death of core to the next screen (INV-8). */
  readonly backMs: { readonly p50: number; readonly p99: number; readonly most: number };
  readonly notReached: readonly CrashPointName[];
}

/** How often it says how far it is, in cases. */
const SAY_EVERY = 25;

const percentile = (sorted: readonly number[], share: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);

/** Kills real cores in real sessions until so many have died, and judges every case from outside. */
export async function crashRun(options: CrashRunOptions): Promise<CrashRunReport> {
  const since = performance.now();
  const run = new Run(options);
  await Promise.all(Array.from({ length: options.kiosks }, (_, at) => run.kiosk(at)));
  return run.report((performance.now() - since) / 1_000);
}

class Run {
  readonly #options: CrashRunOptions;
  readonly #reached = new Map<CrashPointName, number>();
  readonly #plans: CasePlan[];
  readonly #dark: number[] = [];
  readonly #accepted = new Set<string>();
  readonly #breaches: Record<Breach, number> = { lost: 0, doubled: 0, unbalanced: 0 };
  #kills = 0;
  #cases = 0;

  constructor(options: CrashRunOptions) {
    this.#options = options;
    this.#plans = [...(options.plans ?? [])];
  }

  /** One world from beginning to end. */
  async kiosk(at: number): Promise<void> {
    const dice = seededDice(this.#options.seed * 1_000 + at);
    const stage = await startStage();
    try {
      await stage.kiosk.until(({ screen }) => screen === 'welcome', 60_000);
      for (;;) {
        const plan = this.#nextPlan(dice);
        if (plan === null) break;
        await this.#case(stage, plan, dice);
      }
      this.#dark.push(...stage.killer.dark);
    } finally {
      await stage.stop();
    }
  }

  #nextPlan(dice: Dice): CasePlan | null {
    if (this.#options.plans) return this.#plans.shift() ?? null;
    return this.#kills < this.#options.kills ? nextPlan(dice, this.#reached) : null;
  }

  async #case(stage: Stage, plan: CasePlan, dice: Dice): Promise<void> {
    const { seed, say } = this.#options;
    const killsBefore = stage.killer.kills.length;
    const told = await playCase(stage, plan, dice);
    const kills = stage.killer.kills.slice(killsBefore);
    this.#kills += kills.length;
    this.#cases += 1;
    for (const { at } of kills) {
      if (at !== 'random moment') this.#reached.set(at, (this.#reached.get(at) ?? 0) + 1);
    }
    for (const reference of told.accepted) this.#accepted.add(reference);
    for (const { breach } of told.violations) this.#breaches[breach] += 1;
    if (told.violations.length > 0) say(storyOf(told, { world: stage.world, seed, nth: this.#cases, kills }));
    if (this.#cases % SAY_EVERY === 0)
      say(
        `${this.#kills} kills in ${this.#cases} cases, ${this.#reached.size} of ${CRASH_POINTS.length} points`,
      );
  }

  report(seconds: number): CrashRunReport {
    const dark = this.#dark.toSorted((one, other) => one - other);
    return {
      kills: this.#kills,
      accepted: this.#accepted.size,
      ...this.#breaches,
      cases: this.#cases,
      seconds: Math.round(seconds),
      seed: this.#options.seed,
      backMs: { p50: percentile(dark, 0.5), p99: percentile(dark, 0.99), most: percentile(dark, 1) },
      notReached: CRASH_POINTS.filter((point) => !this.#reached.has(point)),
    };
  }
}
