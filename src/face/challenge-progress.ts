import type { FaceHint } from './quality-gates.ts';
import type { ChallengeRules, ChallengeState } from './turn-challenge.ts';

export type FaceStep = 'look-straight' | 'turn-left' | 'turn-right';

/** What the screen shows while the check runs. */
export interface FaceProgress {
  readonly hint: FaceHint | null;
  readonly step: FaceStep;
  /** From 0. */
  readonly stepIndex: number;
  readonly of: number;
}

/** Steps alternate: look straight, a turn, look straight, a turn, look straight. */
export function faceProgress(
  state: ChallengeState,
  hints: readonly FaceHint[],
  rules: ChallengeRules,
): FaceProgress {
  const of = rules.turns.length * 2 + 1;
  if (state.phase === 'turn') {
    const step = rules.turns[state.step] === 'left' ? 'turn-left' : 'turn-right';
    // A turned head fails gates that only frontal frames must keep.
    const hint = hints.find((one) => one === 'no-face' || one === 'one-person') ?? null;
    return { hint, step, stepIndex: state.step * 2 + 1, of };
  }
  const stepIndex = state.phase === 'baseline' ? 0 : state.phase === 'return' ? state.step * 2 + 2 : of - 1;
  return { hint: hints[0] ?? null, step: 'look-straight', stepIndex, of };
}
