import type { Timers } from '../../../src/ports/clock.ts';

/** Milliseconds between two looks. */
const LOOK_EVERY = 60_000;
/**
 * Resident memory beyond which core is started anew between two residents, bytes. A core that serves stays below half of
 * it (docs/reliability.md, the soak).
 */
export const MEMORY_LIMIT = 1_200_000_000;

export interface MemoryWatchOptions {
  readonly timers: Timers;
  /** Resident bytes of this process. */
  readonly read: () => number;
  readonly idle: () => boolean;
  /** Core is to be started anew; called once. */
  readonly restart: (bytes: number) => void;
}

/** A core that grows is replaced before the system kills it in the midst of a resident's request. */
export class MemoryWatch {
  readonly #options: MemoryWatchOptions;
  /** Since when it is too much; null while it is not. */
  grownSince: number | null = null;

  constructor(options: MemoryWatchOptions) {
    this.#options = options;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { timers, read, idle, restart } = this.#options;
    while (!signal.aborted) {
      const bytes = read();
      if (bytes < MEMORY_LIMIT) this.grownSince = null;
      else this.grownSince ??= timers.now();
      if (this.grownSince !== null && idle()) return restart(bytes);
      await timers.sleep(LOOK_EVERY, signal);
    }
  }
}
