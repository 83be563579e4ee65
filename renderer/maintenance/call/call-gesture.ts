/**
 * The hidden gesture that calls the sign-in: exactly five single touches in the top left corner, then nothing for a
 * second. Nobody's button is there; a hand that leans on the screen, a child that drums, a resident who touches the
 * mark and then something else give more, fewer or other touches. It only asks: while a resident is served the core
 * answers nothing.
 */
export const CALL_GESTURE = {
  /** Side of the corner in pixels of the canvas: wide enough for a gloved finger. */
  corner: 120,
  touches: 5,
  withinMs: 3_000,
  /** A longer pause begins anew, and must follow the last touch: drumming has no such end. */
  pauseMs: 1_000,
} as const;

export interface Touch {
  /** From the canvas's top left corner, in its pixels. */
  readonly x: number;
  readonly y: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly at: number;
  /** No other finger is on the glass. */
  readonly alone: boolean;
}

/** Moments of the touches that may become the gesture. */
export type Touches = readonly number[];

/** The touches so far, with one more. */
export function withTouch(before: Touches, { x, y, at, alone }: Touch): Touches {
  const { corner, pauseMs } = CALL_GESTURE;
  if (!alone || x < 0 || y < 0 || x > corner || y > corner) return [];
  const last = before.at(-1);
  return last !== undefined && at - last < pauseMs ? [...before, at] : [at];
}

/** Whether they are the gesture, looked at `now`: five of them, quick enough, and the pause after them is over. */
export function isCall(touches: Touches, now: number): boolean {
  const [first] = touches;
  const last = touches.at(-1);
  if (first === undefined || last === undefined || touches.length !== CALL_GESTURE.touches) return false;
  return last - first <= CALL_GESTURE.withinMs && now - last >= CALL_GESTURE.pauseMs;
}
