/**
 * Which cells were visited: what went wrong × where the resident stood; which named points were passed, and after which
 * of them the power failed. Cells that were never visited are told by name.
 */
export class Coverage {
  readonly #steps = new Set<string>();
  readonly #faults = new Set<string>();
  readonly #cells = new Map<string, number>();
  readonly #cuts = new Map<string, number>();
  readonly #crashPoints = new Map<string, number>();

  step(step: string): void {
    this.#steps.add(step);
  }

  fault(fault: string, step: string): void {
    this.#faults.add(fault);
    this.#steps.add(step);
    add(this.#cells, `${fault} × ${step}`);
  }

  /** `lastPoint`: the named point that was passed last. */
  cut(lastPoint: string): void {
    add(this.#cuts, lastPoint);
  }

  crashPoint(name: string): void {
    add(this.#crashPoints, name);
  }

  merge(other: CoverageFigures): void {
    for (const step of other.steps) this.#steps.add(step);
    for (const fault of other.faults) this.#faults.add(fault);
    for (const [cell, times] of Object.entries(other.cells)) add(this.#cells, cell, times);
    for (const [row, times] of Object.entries(other.cuts)) add(this.#cuts, row, times);
    for (const [name, times] of Object.entries(other.crashPoints)) add(this.#crashPoints, name, times);
  }

  figures(): CoverageFigures {
    return {
      steps: [...this.#steps].sort(),
      faults: [...this.#faults].sort(),
      cells: Object.fromEntries(this.#cells),
      cuts: Object.fromEntries(this.#cuts),
      crashPoints: Object.fromEntries(this.#crashPoints),
    };
  }
}

export interface CoverageFigures {
  readonly steps: readonly string[];
  readonly faults: readonly string[];
  /** `fault × step`: how often. */
  readonly cells: Readonly<Record<string, number>>;
  /** Named point that was passed last when the power failed: how often. */
  readonly cuts: Readonly<Record<string, number>>;
  /** Named point that was passed: how often. */
  readonly crashPoints: Readonly<Record<string, number>>;
}

/** Every fault that struck × every step that was reached where the two never met; many of these can't. */
export function neverVisited({ steps, faults, cells }: CoverageFigures): string[] {
  return faults.flatMap((fault) =>
    steps.map((step) => `${fault} × ${step}`).filter((cell) => cells[cell] === undefined),
  );
}

const add = (counts: Map<string, number>, name: string, times = 1): void => {
  counts.set(name, (counts.get(name) ?? 0) + times);
};
