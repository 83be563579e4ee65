/** Wall clock, milliseconds since the epoch. The only source of time below `main`. */
export interface Clock {
  now(): number;
}

/** Wall clock and timers together: drivers and the sender wait through this, so tests never sleep. */
export interface Timers extends Clock {
  /** Resolves after `ms`, or at once (without rejecting) when the signal fires. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Random bytes for keys and challenge order; injected so that a simulation can replay. */
export interface Entropy {
  bytes(length: number): Uint8Array;
}
