import { percentile, rounded } from '../bench/queue/spread.ts';

/** What was asked between two moments. */
export interface Stretch {
  readonly seconds: number;
  readonly requests: number;
  readonly errors: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The slowest kinds of request by themselves. */
  readonly p99MsByKind: Readonly<Record<string, number>>;
}

const p = (values: readonly number[], share: number): number =>
  values.length === 0 ? 0 : rounded(percentile(values, share));

/** Counts what the whole fleet asks and how soon it is answered. Time in milliseconds of `performance.now()`. */
export class Tally {
  /** Requests that reached the centre, by the second in which they were sent. */
  readonly #bySecond = new Map<number, number>();
  #began = performance.now();
  #requests = 0;
  #errors = 0;
  #kinds = new Map<string, number[]>();
  #troubles = new Map<string, number>();

  /** Everything before is counted no more; rates by the second stay. */
  begin(): void {
    this.#began = performance.now();
    this.#requests = 0;
    this.#errors = 0;
    this.#kinds = new Map();
    this.#troubles = new Map();
  }

  sent(at: number): void {
    this.#requests += 1;
    const second = Math.floor(at / 1_000);
    this.#bySecond.set(second, (this.#bySecond.get(second) ?? 0) + 1);
  }

  /** `ms`: since it was sent, or for a poll that was held, since the moment at which it was due. */
  answered(kind: string, ms: number): void {
    const known = this.#kinds.get(kind);
    if (known) known.push(ms);
    else this.#kinds.set(kind, [ms]);
  }

  failed(what: string): void {
    this.#errors += 1;
    this.#troubles.set(what, (this.#troubles.get(what) ?? 0) + 1);
  }

  /** What went wrong how often since `begin`, for people. */
  troubles(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#troubles);
  }

  end(): Stretch {
    const all = [...this.#kinds.values()].flat();
    return {
      seconds: rounded((performance.now() - this.#began) / 1_000),
      requests: this.#requests,
      errors: this.#errors,
      p50Ms: p(all, 0.5),
      p99Ms: p(all, 0.99),
      p99MsByKind: Object.fromEntries([...this.#kinds].map(([kind, values]) => [kind, p(values, 0.99)])),
    };
  }

  /** Requests in each whole second between two moments. */
  perSecond(from: number, until: number): number[] {
    const first = Math.ceil(from / 1_000);
    const seconds = Math.max(0, Math.floor(until / 1_000) - first);
    return Array.from({ length: seconds }, (_, at) => this.#bySecond.get(first + at) ?? 0);
  }
}
