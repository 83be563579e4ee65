import type { Entropy } from '../../../src/ports/clock.ts';

const FIRST_MS = 1_000;
/** Longest wait of the sender, milliseconds. */
export const LONGEST_BACK_OFF_MS = 5 * 60_000;

/**
 * Exponential back-off with full jitter: anywhere between 0 and the doubled bound, so that a thousand kiosks do
 * not come back at the same moment. `failures` counts from 1.
 */
export function backOffMs(failures: number, entropy: Entropy, longestMs = LONGEST_BACK_OFF_MS): number {
  const bound = Math.min(longestMs, FIRST_MS * 2 ** Math.min(failures - 1, 30));
  return spread(entropy, bound);
}

/** Anywhere between 0 and `ms`. */
export const spread = (entropy: Entropy, ms: number): number => Math.round(ms * fraction(entropy));

/** Uniform in [0, 1). */
function fraction(entropy: Entropy): number {
  const [high = 0, middle = 0, low = 0] = entropy.bytes(3);
  return ((high << 16) | (middle << 8) | low) / 0x1000000;
}
