/** Every wait of the supervisor, in milliseconds. */

/** Core says `alive` each second; five missed in a row mean that its event loop stands still. */
export const SILENCE_LIMIT = 5_000;

/** Before its first word core opens the store, checks it and perhaps restores a backup, all synchronously. */
export const STARTING_GRACE = 30_000;

/** Rest before the first, second … restart. The first is short: a resident stands before the screen. */
export const RESTART_AFTER = [200, 1_000, 2_000, 5_000, 10_000] as const;

/** A core that has been ready for so long is healthy: its next end counts as the first. */
export const STEADY_AFTER = 60_000;
