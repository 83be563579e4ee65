import type { Kept } from './guide.ts';

/** One line of a task on disk. An act has two: the intent before it, and what it brought back after it. */
export interface RecordedStep {
  readonly step: string;
  readonly kind: 'answer' | 'look' | 'act-begun' | 'act-ended';
  readonly value: Kept;
}

/** Typed text that is never on disk stands in memory alone, in its place among the lines. */
export type Remembered =
  | RecordedStep
  | { readonly step: string; readonly kind: 'forgotten'; readonly value: string };

export type Found =
  /** The next line is this one: the script goes on with its value. */
  | { readonly found: 'kept'; readonly value: Kept }
  /** An act was begun and its end is not on record. */
  | { readonly found: 'begun' }
  /** Nothing is on record from here: now it is really asked, looked or done. */
  | { readonly found: 'nothing' }
  /** The record is another script's: the software changed since. */
  | { readonly found: 'differs' };

/** What a task has answered and done so far, read from its beginning while the script runs over it. */
export class TaskRecord {
  readonly #lines: Remembered[];
  #at = 0;

  constructor(lines: readonly Remembered[]) {
    this.#lines = [...lines];
  }

  /** The next line, if it is the answer of this step; an act is two lines and read as one. */
  next(step: string, kind: 'answer' | 'look' | 'act'): Found {
    const line = this.#lines[this.#at];
    if (!line) return { found: 'nothing' };
    const begins = kind === 'act' ? 'act-begun' : kind;
    if (line.step !== step || line.kind !== begins) return { found: 'differs' };
    if (kind !== 'act') {
      this.#at += 1;
      return { found: 'kept', value: line.value };
    }
    const end = this.#lines[this.#at + 1];
    if (!end) return { found: 'begun' };
    if (end.step !== step || end.kind !== 'act-ended') return { found: 'differs' };
    this.#at += 2;
    return { found: 'kept', value: end.value };
  }

  /** Text that was typed a moment ago and is on no disk; null: it has to be typed (again). */
  forgotten(step: string): string | null {
    const line = this.#lines[this.#at];
    if (line?.kind !== 'forgotten' || line.step !== step) return null;
    this.#at += 1;
    return line.value;
  }

  /** What was just answered, looked up, begun or ended. */
  add(line: Remembered): void {
    switch (line.kind) {
      case 'act-begun':
        // The script is beyond an act when it is over.
        this.#lines.push(line);
        return;
      case 'act-ended':
        this.#lines.push(line);
        this.#at += 2;
        return;
      case 'forgotten':
        // Typed again after a power cut, it goes in its place before lines that are there already.
        this.#lines.splice(this.#at, 0, line);
        this.#at += 1;
        return;
      case 'answer':
      case 'look':
        this.#lines.push(line);
        this.#at += 1;
        return;
    }
  }

  /** How many lines the script is beyond. */
  get position(): number {
    return this.#at;
  }

  /** How many lines are on disk. */
  get kept(): number {
    return keptOf(this.#lines);
  }

  /** Something lasting was begun. */
  get acted(): boolean {
    return this.#lines.some(({ kind }) => kind === 'act-begun');
  }

  /** The lines that are left when the last answer is taken back; null where an act came after it, or there is none. */
  withoutLastAnswer(): readonly Remembered[] | null {
    if (this.#at < this.#lines.length) return null;
    const last = this.#lines.findLastIndex(({ kind }) => kind !== 'look');
    const kind = this.#lines[last]?.kind;
    return kind === 'answer' || kind === 'forgotten' ? this.#lines.slice(0, last) : null;
  }
}

/** How many of these lines are on disk. */
export const keptOf = (lines: readonly Remembered[]): number =>
  lines.filter(({ kind }) => kind !== 'forgotten').length;
