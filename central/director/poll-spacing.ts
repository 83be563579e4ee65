/** Seconds over which kiosks come back that were all sent away at once. */
const SPREAD_SECONDS = 30;
/** Seconds until a kiosk asks again that was told the same before, and took none of it in. */
const TOLD_BEFORE_SECONDS = 15;
/** Polls in a second that one process answers beside everything else, with some to spare. */
const POLLS_PER_SECOND = 300;

/**
 * How long a poll is held open, milliseconds: until the kiosk's own moment in a round of `waitSeconds`, by the clock that
 * all processes have. After an outage the whole fleet asks within moments. If each poll were held equally long, all of
 * them would end together and come together again, round after round. Ending each at its own moment, which follows
 * from its name, spreads that first wave over the whole round at once, and a kiosk asks once a round as before: the load
 * from the second poll on is the mean, whoever was away and for how long. News wait for no moment.
 */
export function heldForMs(phase: number, waitSeconds: number, nowMs: number): number {
  const round = waitSeconds * 1000;
  if (round === 0) return 0;
  const left = (Math.floor(phase * round) - (nowMs % round) + round) % round;
  return left === 0 ? round : left;
}

/** Why a poll is answered now. */
export type Occasion =
  /** Nothing new; the kiosk lets itself be held, so it comes back at once and waits here. */
  | { readonly why: 'its-moment'; readonly waitSeconds: number }
  /** Something new, heard by so many waiting kiosks of this process at the same time. */
  | { readonly why: 'news'; readonly together: number }
  /** What it was told before: it refuses it, or is still at work. It must not ask in a circle. */
  | { readonly why: 'told-before' }
  /** This process ends: another one takes over, and must not get all of them in one moment. */
  | { readonly why: 'closing' };

/** Seconds until the kiosk's next poll. */
export function pollAfterSeconds(phase: number, occasion: Occasion): number {
  switch (occasion.why) {
    case 'its-moment':
      return occasion.waitSeconds === 0 ? SPREAD_SECONDS : 0;
    case 'news':
      // One kiosk reports at once; ten thousand that were told of a closure in the same second take turns.
      return phase * Math.min(SPREAD_SECONDS, occasion.together / POLLS_PER_SECOND);
    case 'told-before':
      return TOLD_BEFORE_SECONDS * (1 + phase);
    case 'closing':
      return SPREAD_SECONDS * phase;
  }
}
