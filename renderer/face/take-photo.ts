import {
  DEFAULT_PHOTO_LIMITS,
  type PhotoHint,
  type PhotoLimits,
  type PhotoVerdict,
  type PhotoWarning,
} from '../../src/face/photo-compliance.ts';
import { type FaceWorker, OWN_FACE_FILES, startFaceWorker } from './face-worker-client.ts';
import { nextFrame } from './video-frames.ts';
import type { FaceFiles, FaceWork } from './worker-messages.ts';

/** Milliseconds a pose must be right before the picture is taken by itself. */
const HOLD_MS = 1_000;
/** Milliseconds of asking for better light and background; after that they are the office's to judge. */
const LENIENT_AFTER_MS = 12_000;
/** Milliseconds until the resident is offered another way. */
const OVERALL_MS = 90_000;

export interface TakePhotoRequest {
  readonly video: HTMLVideoElement;
  readonly limits?: PhotoLimits;
  readonly files?: FaceFiles;
  readonly signal?: AbortSignal;
  readonly holdMs?: number;
  readonly overallMs?: number;
  /** `held` runs from 0 to 1 while the pose is right. */
  readonly onProgress?: (progress: { readonly hint: PhotoHint | null; readonly held: number }) => void;
}

export type PhotoOutcome =
  | {
      readonly outcome: 'taken';
      /** 358 x 441 at 350 dots per inch. The resident sees it and approves it before it goes anywhere. */
      readonly jpeg: Uint8Array;
      readonly warnings: readonly PhotoWarning[];
    }
  | { readonly outcome: 'no-camera' | 'timed-out' | 'aborted' | 'worker-failed' };

/** APPLY-4: hints until the pose is right, holds it for a moment, takes the card photo. */
export async function takePhoto(request: TakePhotoRequest): Promise<PhotoOutcome> {
  const worker = startFaceWorker();
  const stop = (): void => worker.end();
  request.signal?.addEventListener('abort', stop);
  try {
    const outcome = await untilTaken(worker, request);
    return request.signal?.aborted === true ? { outcome: 'aborted' } : outcome;
  } finally {
    request.signal?.removeEventListener('abort', stop);
    worker.end();
  }
}

async function untilTaken(worker: FaceWorker, request: TakePhotoRequest): Promise<PhotoOutcome> {
  const limits = request.limits ?? DEFAULT_PHOTO_LIMITS;
  const holdMs = request.holdMs ?? HOLD_MS;
  const loaded = await worker.ask('load', request.files ?? OWN_FACE_FILES);
  if (!loaded.ok) return { outcome: 'worker-failed' };
  const startedAt = performance.now();
  let rightSince: number | null = null;
  for (;;) {
    if (performance.now() - startedAt > (request.overallMs ?? OVERALL_MS)) return { outcome: 'timed-out' };
    const frame = await nextFrame(request.video, request.signal);
    if (frame === null) return { outcome: 'no-camera' };
    const at = performance.now();
    const ask: FaceWork['photo']['ask'] = {
      frame,
      limits,
      capture: rightSince !== null && at - rightSince >= holdMs,
      lenient: at - startedAt > LENIENT_AFTER_MS,
    };
    const seen = await worker.ask('photo', ask, [frame]);
    if (!seen.ok) return { outcome: 'worker-failed' };
    const { verdict, jpeg } = seen.value;
    if (jpeg !== null) return { outcome: 'taken', jpeg, warnings: verdict.warnings };
    rightSince = verdict.problems.length > 0 ? null : (rightSince ?? at);
    tell(request, verdict, rightSince === null ? 0 : (at - rightSince) / holdMs);
  }
}

function tell(request: TakePhotoRequest, verdict: PhotoVerdict, held: number): void {
  request.onProgress?.({ hint: verdict.problems[0] ?? null, held: Math.min(1, held) });
}
