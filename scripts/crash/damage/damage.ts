/** How one scenario ended. */
export interface DamageEnd {
  /** What happened to the kiosk, in a word: `healed`, `restored`, `refused` … */
  readonly ended: string;
  /** What is not as it must be; empty where all is well. */
  readonly problems: readonly string[];
  /** Milliseconds worth telling, by what they measure. */
  readonly tookMs: Readonly<Record<string, number>>;
}

/** One thing that befalls a kiosk, and what must be true of it. */
export interface Damage {
  readonly name: string;
  /** What must be true, with the invariant's id. */
  readonly must: string;
  run(): Promise<DamageEnd | { readonly skipped: string }>;
}

/** Collects what is not as it must be. */
export class Findings {
  readonly problems: string[] = [];

  expect(holds: boolean, sentence: string): void {
    if (!holds) this.problems.push(sentence);
  }

  add(problems: readonly string[]): void {
    this.problems.push(...problems);
  }
}
