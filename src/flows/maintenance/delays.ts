/** Every delay of maintenance mode: name, milliseconds, reason. */
export const MAINTENANCE_DELAYS = {
  /** Nobody signs in: it was a child's gesture, and residents wait. Anew with each touch. */
  SIGN_IN: 60_000,
  /** No touch while somebody is signed in: the technician has gone. */
  WORKING: 5 * 60_000,
  /** The same in a step that is done with the hands: they are in the machine, not on the screen. */
  HANDS: 10 * 60_000,
  /** A report takes a few seconds; one that is not there by then is no ground to serve residents on. */
  LEAVING_CHECK: 30_000,
  /** Whoever called while a resident was served has given up by then. */
  CALL_FORGOTTEN: 10 * 60_000,
  /** A resident's session or a card on its way is over: looked for again after this long. */
  LOOK_AGAIN: 1_000,
} as const;
