import { type FaceProgress, faceProgress } from '../../src/face/challenge-progress.ts';
import { medianDistance } from '../../src/face/distance.ts';
import { DEFAULT_FACE_CHECK, type FaceCheckOptions } from '../../src/face/options.ts';
import { type FaceHint, failingGates } from '../../src/face/quality-gates.ts';
import {
  CHALLENGE_START,
  type ChallengeRules,
  type ChallengeState,
  challengeStep,
  type Turn,
  wantsDescription,
} from '../../src/face/turn-challenge.ts';
import { type FaceWorker, OWN_FACE_FILES, startFaceWorker } from './face-worker-client.ts';
import { nextFrame } from './video-frames.ts';
import { FACE_MODEL, type FaceFiles, type Look } from './worker-messages.ts';

/** Milliseconds between two reports to the screen when nothing but the hint changes: faster cannot be read. */
const HINT_INTERVAL = 300;

export interface VerifyFaceRequest {
  /** Playing the camera's stream. */
  readonly video: HTMLVideoElement;
  /** The chip's portrait, decoded, as JPEG or PNG. */
  readonly referencePortrait: Blob;
  /** Turns in the order core drew at random. */
  readonly challenge: readonly Turn[];
  readonly options?: Partial<FaceCheckOptions>;
  readonly files?: FaceFiles;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: FaceProgress) => void;
}

/** Numbers only: no picture and no template leaves the verification (ID-6). Core decides on them. */
export type FaceOutcome =
  | {
      readonly outcome: 'measured';
      /** Median over the frontal frames, Euclidean. */
      readonly distance: number;
      readonly liveness: 'passed' | 'failed';
      readonly frames: number;
      readonly model: string;
      readonly durationMs: number;
    }
  | { readonly outcome: 'no-camera' | 'no-face-in-reference' | 'timed-out' | 'aborted' | 'worker-failed' };

/** ID-5: one live person against the chip portrait, in a worker that is ended whatever happens. */
export async function verifyFace(request: VerifyFaceRequest): Promise<FaceOutcome> {
  const worker = startFaceWorker();
  // An abort must not wait for the model that is just at work.
  const stop = (): void => worker.end();
  request.signal?.addEventListener('abort', stop);
  try {
    const outcome = await check(worker, request);
    return request.signal?.aborted === true ? { outcome: 'aborted' } : outcome;
  } finally {
    request.signal?.removeEventListener('abort', stop);
    worker.end();
  }
}

async function check(worker: FaceWorker, request: VerifyFaceRequest): Promise<FaceOutcome> {
  const options = { ...DEFAULT_FACE_CHECK, ...request.options };
  const loaded = await worker.ask('load', request.files ?? OWN_FACE_FILES);
  if (!loaded.ok) return { outcome: 'worker-failed' };
  const reference = await worker.ask('reference', { picture: request.referencePortrait });
  if (!reference.ok) return { outcome: 'worker-failed' };
  if (!reference.value.found) return { outcome: 'no-face-in-reference' };

  const rules: ChallengeRules = {
    turns: request.challenge,
    limits: options.challenge,
    mirrored: options.mirrored,
  };
  const startedAt = performance.now();
  const tell = throttled(request.onProgress);
  const distances: number[] = [];
  let state: ChallengeState = CHALLENGE_START;
  for (;;) {
    if (performance.now() - startedAt > options.overallMs) return { outcome: 'timed-out' };
    const frame = await nextFrame(request.video, request.signal);
    if (frame === null) return { outcome: 'no-camera' };
    const at = performance.now();
    const ask = { frame, describe: wantsDescription(state, rules), gates: options.gates };
    const seen = await worker.ask('look', ask, [frame]);
    if (!seen.ok) return { outcome: 'worker-failed' };
    const hints = failingGates(seen.value.measures, options.gates);
    state = challengeStep(state, challengeFrame(at, seen.value, hints), rules);
    if (seen.value.compared !== null) distances.push(seen.value.compared.distance);
    if (state.phase !== 'failed') tell(faceProgress(state, hints, rules));
    if (state.phase === 'failed' || (state.phase === 'passed' && distances.length >= options.frontalFrames)) {
      return {
        outcome: 'measured',
        distance: medianDistance(distances),
        liveness: state.phase,
        frames: distances.length,
        model: FACE_MODEL,
        durationMs: Math.round(performance.now() - startedAt),
      };
    }
  }
}

function challengeFrame(at: number, { measures, compared }: Look, hints: readonly FaceHint[]) {
  return {
    at,
    faces: measures.faces,
    turnRatio: measures.face?.turnRatio ?? null,
    good: hints.length === 0,
    continuity: compared?.continuity ?? null,
  };
}

/** A new step is told at once, a new hint when the last one has been read. */
function throttled(onProgress: VerifyFaceRequest['onProgress']): (progress: FaceProgress) => void {
  let told: FaceProgress | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const sameStep = told?.stepIndex === progress.stepIndex;
    if (sameStep && told?.hint === progress.hint) return;
    if (sameStep && performance.now() - toldAt < HINT_INTERVAL) return;
    told = progress;
    toldAt = performance.now();
    onProgress?.(progress);
  };
}
