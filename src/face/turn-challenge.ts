import { medianDistance as median } from './distance.ts';
import type { ChallengeLimits } from './options.ts';

/** The resident's own left or right. */
export type Turn = 'left' | 'right';

export type ChallengeFailure = 'too-slow' | 'face-lost' | 'second-face' | 'another-person' | 'wrong-way';

/** One camera frame, as far as the challenge cares. */
export interface ChallengeFrame {
  /** Milliseconds of any clock that only runs forward. */
  readonly at: number;
  readonly faces: number;
  /** `null` when no face was found. */
  readonly turnRatio: number | null;
  /** The frame passed every quality gate. */
  readonly good: boolean;
  /** Distance to the first described frame of this session, when this frame was described. */
  readonly continuity: number | null;
}

/** What is followed in every phase once the person's own frontal value is known. */
interface Watch {
  readonly baseline: number;
  readonly lastFaceAt: number;
  readonly extraFaces: number;
}

export type ChallengeState =
  | { readonly phase: 'baseline'; readonly ratios: readonly number[] }
  | (Watch & {
      readonly phase: 'turn';
      readonly step: number;
      readonly since: number;
      readonly held: number;
      readonly strayed: number;
      readonly wrongTurns: number;
    })
  | (Watch & { readonly phase: 'return'; readonly step: number; readonly since: number })
  | (Watch & { readonly phase: 'passed' })
  | { readonly phase: 'failed'; readonly because: ChallengeFailure };

/**
 * Share of the turn a head may still be off its own frontal value to count as back: a crooked face half turned
 * would otherwise pass as frontal by the gate alone.
 */
const BACK_AT_FRONT = 0.5;

export const CHALLENGE_START: ChallengeState = { phase: 'baseline', ratios: [] };

export interface ChallengeRules {
  /** In the order core drew. */
  readonly turns: readonly Turn[];
  readonly limits: ChallengeLimits;
  /** True when the camera's picture is mirrored: then the person's left is the picture's left. */
  readonly mirrored: boolean;
}

/** Whether the next good frame must be described for the challenge to go on. */
export function wantsDescription(state: ChallengeState, rules: ChallengeRules): boolean {
  if (state.phase === 'baseline') return state.ratios.length + 1 >= rules.limits.baselineFrames;
  return state.phase === 'return' || state.phase === 'passed';
}

/**
 * Takes one frame into the turn challenge (face.md §4): a held-up photo cannot move its nose between the ends
 * of its jaw. Failed and passed never become anything else but failed.
 */
export function challengeStep(
  state: ChallengeState,
  frame: ChallengeFrame,
  rules: ChallengeRules,
): ChallengeState {
  if (state.phase === 'failed') return state;
  if (frame.continuity !== null && !(frame.continuity <= rules.limits.continuity))
    return failed('another-person');
  if (state.phase === 'baseline') return baselineStep(state.ratios, frame, rules);
  const watched = watch(state, frame, rules.limits);
  if (typeof watched === 'string') return failed(watched);
  if (state.phase === 'passed') return { ...state, ...watched };
  if (frame.at - state.since > rules.limits.stepMs) return failed('too-slow');
  if (frame.turnRatio === null || frame.faces !== 1) return { ...state, ...watched };
  if (state.phase === 'turn') return turnStep({ ...state, ...watched }, frame.turnRatio, frame.at, rules);
  const back = Math.abs(frame.turnRatio - watched.baseline) <= rules.limits.turnDeviation * BACK_AT_FRONT;
  if (!back || !frame.good || frame.continuity === null) return { ...state, ...watched };
  return nextTurn(watched, state.step + 1, frame.at, rules);
}

function baselineStep(
  ratios: readonly number[],
  frame: ChallengeFrame,
  rules: ChallengeRules,
): ChallengeState {
  if (!frame.good || frame.turnRatio === null) return { phase: 'baseline', ratios };
  const enough = [...ratios, frame.turnRatio].slice(-rules.limits.baselineFrames);
  if (enough.length < rules.limits.baselineFrames || frame.continuity === null)
    return { phase: 'baseline', ratios: enough };
  const seen: Watch = { baseline: median(enough), lastFaceAt: frame.at, extraFaces: 0 };
  return nextTurn(seen, 0, frame.at, rules);
}

function watch(state: Watch, frame: ChallengeFrame, limits: ChallengeLimits): Watch | ChallengeFailure {
  const lastFaceAt = frame.faces > 0 ? frame.at : state.lastFaceAt;
  if (frame.at - lastFaceAt > limits.lostFaceMs) return 'face-lost';
  const extraFaces = frame.faces > 1 ? state.extraFaces + 1 : 0;
  if (extraFaces > limits.extraFaceFrames) return 'second-face';
  return { baseline: state.baseline, lastFaceAt, extraFaces };
}

function turnStep(
  state: Extract<ChallengeState, { phase: 'turn' }>,
  ratio: number,
  at: number,
  rules: ChallengeRules,
): ChallengeState {
  const { limits } = rules;
  const deviation =
    (ratio - state.baseline) * (wanted(rules, state.step) === 'left' ? 1 : -1) * (rules.mirrored ? -1 : 1);
  const held = deviation >= limits.turnDeviation ? state.held + 1 : 0;
  if (held >= limits.turnFrames) {
    const { baseline, lastFaceAt, extraFaces, step } = state;
    return { phase: 'return', baseline, lastFaceAt, extraFaces, step, since: at };
  }
  const strayed = deviation <= -limits.turnDeviation ? state.strayed + 1 : 0;
  const wrongTurns = strayed === limits.turnFrames ? state.wrongTurns + 1 : state.wrongTurns;
  if (wrongTurns > limits.wrongTurns) return failed('wrong-way');
  return { ...state, held, strayed, wrongTurns };
}

function nextTurn(seen: Watch, step: number, at: number, rules: ChallengeRules): ChallengeState {
  if (wanted(rules, step) === undefined) return { ...seen, phase: 'passed' };
  return { ...seen, phase: 'turn', step, since: at, held: 0, strayed: 0, wrongTurns: 0 };
}

function wanted(rules: ChallengeRules, step: number): Turn | undefined {
  return rules.turns[step];
}

function failed(because: ChallengeFailure): ChallengeState {
  return { phase: 'failed', because };
}
