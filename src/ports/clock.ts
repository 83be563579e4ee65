/** Wall clock, milliseconds since the epoch. The only source of time below `main`. */
export interface Clock {
  now(): number;
}

/**
 * For durations and deadlines: somebody may set the wall clock while a resident waits, and nobody should wait a day or
 * be given up at once for it.
 */
export interface Stopwatch {
  /** Milliseconds since a moment before this process began to work; never set, never goes back. */
  elapsed(): number;
}

/** Clocks and timers together: drivers and the sender wait through this, so tests never sleep. */
export interface Timers extends Clock, Stopwatch {
  /** Resolves after `ms`, or at once (without rejecting) when the signal fires. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Random bytes for keys and challenge order; injected so that a simulation can replay. */
export interface Entropy {
  bytes(length: number): Uint8Array;
}
