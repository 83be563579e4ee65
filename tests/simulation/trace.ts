import { createHash } from 'node:crypto';

/** Lines are hashed in chunks of this many characters. */
const CHUNK = 16_384;
/** What a report shows of what went before. */
const LAST = 50;

export interface TraceEvent {
  readonly number: number;
  /** Simulated time since the run began, milliseconds. */
  readonly at: number;
  readonly words: string;
}

/** Everything that happened, folded into one hash; the last events stay readable. Two runs of a seed have one hash. */
export class Trace {
  readonly #begun: number;
  readonly #until: number;
  readonly #hash = createHash('sha256');
  readonly #last: TraceEvent[] = [];
  #count = 0;
  #unhashed = '';

  /** `until`: the number of the event after which the run stops (`--until`). */
  constructor(begun: number, until = Number.POSITIVE_INFINITY) {
    this.#begun = begun;
    this.#until = until;
  }

  note(now: number, words: string): void {
    if (this.over) return;
    this.#count += 1;
    const at = now - this.#begun;
    this.#unhashed += `${at} ${words}\n`;
    if (this.#unhashed.length > CHUNK) this.#fold();
    this.#last.push({ number: this.#count, at, words });
    if (this.#last.length > 2 * LAST) this.#last.splice(0, LAST);
  }

  get events(): number {
    return this.#count;
  }

  get over(): boolean {
    return this.#count >= this.#until;
  }

  last(): readonly TraceEvent[] {
    return this.#last.slice(-LAST);
  }

  digest(): string {
    this.#fold();
    return this.#hash.copy().digest('hex').slice(0, 32);
  }

  #fold(): void {
    this.#hash.update(this.#unhashed);
    this.#unhashed = '';
  }
}

/** `d1 09:15:02.120`: day, hour, minute, second since the run began. */
export function moment(at: number): string {
  const time = new Date(Math.max(0, at)).toISOString().slice(11, 23);
  return `d${Math.floor(at / 86_400_000) + 1} ${time}`;
}
