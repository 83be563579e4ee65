/** What is remembered of one technician's tries to be let in. */
export interface SignInTries {
  /** Wrong ones in a row. One that is being checked counts already: a power cut gives none away. */
  readonly wrong: number;
  /** Milliseconds since the epoch; 0 where nothing is waited for. */
  readonly waitsUntil: number;
  /** The lock is known and on record since; a lock itself follows from `wrong`. */
  readonly lockedAt: number | null;
  /** RFC 6238: number of the last 30 s step whose code let somebody on; none is taken twice. */
  readonly lastTotpStep: number;
}

export const NO_TRIES: SignInTries = { wrong: 0, waitsUntil: 0, lockedAt: null, lastTotpStep: 0 };

/** Wrong tries in a row after which only a supervisor lets this person in again. */
export const WRONG_TRIES_TO_LOCK = 15;
/** A slip of the finger costs nothing: from this wrong try on there is a wait. */
const FIRST_WAIT_AFTER = 3;
/** Milliseconds of the first wait; each following is twice as long, the last before the lock 2^12 s. */
const FIRST_WAIT_MS = 2_000;

export type Admission =
  | { readonly kind: 'free' }
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'locked' };

/** Whether this person may try now. */
export function admission({ wrong, waitsUntil }: SignInTries, now: number): Admission {
  if (wrong >= WRONG_TRIES_TO_LOCK) return { kind: 'locked' };
  return now < waitsUntil ? { kind: 'wait', until: waitsUntil } : { kind: 'free' };
}

const waitMs = (wrong: number): number =>
  wrong < FIRST_WAIT_AFTER ? 0 : FIRST_WAIT_MS * 2 ** (wrong - FIRST_WAIT_AFTER);

/** Taken for wrong before it is checked. A clock that was set back since the last wait does not shorten this one. */
export function takenForWrong(tries: SignInTries, now: number): SignInTries {
  const wrong = Math.min(tries.wrong + 1, WRONG_TRIES_TO_LOCK);
  const wait = waitMs(wrong);
  return {
    ...tries,
    wrong,
    waitsUntil: wait === 0 ? tries.waitsUntil : Math.max(now, tries.waitsUntil) + wait,
  };
}

/** No wait is longer than the last one before the lock. */
const LONGEST_WAIT_MS = waitMs(WRONG_TRIES_TO_LOCK - 1);

/**
 * The tries as they count now. A clock that ran years ahead when the wait began, and was set right since, would keep
 * somebody out for those years, and no supervisor lets in who is not locked: it is the longest wait from now on then.
 */
export const waitingNow = (tries: SignInTries, now: number): SignInTries =>
  tries.waitsUntil - now > LONGEST_WAIT_MS ? { ...tries, waitsUntil: now + LONGEST_WAIT_MS } : tries;

/** The code or card was right: only this one try is given back, for a PIN is still to come. */
export const givenBack = (before: SignInTries, totpStep: number | null): SignInTries => ({
  ...before,
  lastTotpStep: Math.max(before.lastTotpStep, totpStep ?? 0),
});

/** Let in, or unlocked by a supervisor: everything is forgiven, and no code comes back to life. */
export const forgiven = ({ lastTotpStep }: SignInTries): SignInTries => ({ ...NO_TRIES, lastTotpStep });
