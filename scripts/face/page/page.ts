import { openCamera, playCamera } from '../../../renderer/face/camera.ts';
import { useSampleCamera } from '../../../renderer/face/dev-dock-camera.ts';
import {
  type FaceWorker,
  OWN_FACE_FILES,
  startFaceWorker,
} from '../../../renderer/face/face-worker-client.ts';
import { type PhotoOutcome, takePhoto } from '../../../renderer/face/take-photo.ts';
import { type FaceOutcome, verifyFace } from '../../../renderer/face/verify-face.ts';
import type { FaceCheckOptions } from '../../../src/face/options.ts';
import { DEFAULT_GATES } from '../../../src/face/options.ts';
import { DEFAULT_PHOTO_LIMITS } from '../../../src/face/photo-compliance.ts';
import type { Turn } from '../../../src/face/turn-challenge.ts';
import type { FacePage } from './face-page.ts';

let worker: FaceWorker | null = null;

async function ready(): Promise<FaceWorker> {
  if (worker !== null) return worker;
  const started = startFaceWorker();
  const loaded = await started.ask('load', OWN_FACE_FILES);
  if (!loaded.ok) throw new Error(loaded.error.detail);
  worker = started;
  return started;
}

async function fetched(url: string): Promise<Blob> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return await response.blob();
}

async function withVideo<T>(
  work: (video: HTMLVideoElement) => Promise<T>,
): Promise<T | { outcome: 'no-camera' }> {
  const video = document.createElement('video');
  const camera = await openCamera('verification');
  if (!camera.ok) return { outcome: 'no-camera' };
  try {
    const playing = await playCamera(camera.value, video);
    return playing.ok ? await work(video) : { outcome: 'no-camera' };
  } finally {
    camera.value.close();
  }
}

/** Counts drawn frames of the page while `work` runs: the resident's screen must not stutter. */
async function watched<T>(work: Promise<T>) {
  let running = true;
  let frames = 0;
  let worstGapMs = 0;
  const startedAt = performance.now();
  let last = startedAt;
  const tick = (now: number): void => {
    frames++;
    worstGapMs = Math.max(worstGapMs, now - last);
    last = now;
    if (running) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  const result = await work;
  running = false;
  const seconds = (performance.now() - startedAt) / 1000;
  return { result, screenFps: Math.round(frames / seconds), worstGapMs: Math.round(worstGapMs) };
}

const page: FacePage = {
  async describe(url) {
    const answer = await (await ready()).ask('describe', { picture: await fetched(url) });
    if (!answer.ok) throw new Error(answer.error.detail);
    return answer.value.descriptor === null ? null : Array.from(answer.value.descriptor);
  },
  async look(url) {
    const frame = await createImageBitmap(await fetched(url));
    const answer = await (await ready()).ask('look', { frame, describe: true, gates: DEFAULT_GATES }, [
      frame,
    ]);
    if (!answer.ok) throw new Error(answer.error.detail);
    return answer.value;
  },
  async reference(url) {
    const answer = await (await ready()).ask('reference', { picture: await fetched(url) });
    return answer.ok && answer.value.found;
  },
  async verify(portraitUrl: string, challenge: readonly Turn[], options: Partial<FaceCheckOptions>) {
    const referencePortrait = await fetched(portraitUrl);
    const progress: string[] = [];
    const run = withVideo((video) =>
      verifyFace({
        video,
        referencePortrait,
        challenge,
        options,
        onProgress: ({ step, stepIndex, of, hint }) =>
          progress.push(`${stepIndex + 1}/${of} ${step} ${hint ?? '-'}`),
      }),
    );
    const { result, ...screen } = await watched<FaceOutcome>(run);
    return { result, progress, ...screen };
  },
  sampleCamera: (features) => useSampleCamera(features),
  async photo(white) {
    const limits = white
      ? DEFAULT_PHOTO_LIMITS
      : { ...DEFAULT_PHOTO_LIMITS, background: { minMean: 200, maxChannelSpread: 20, maxDeviation: 20 } };
    const hints = new Set<string>();
    const result: PhotoOutcome = await withVideo((video) =>
      takePhoto({
        video,
        limits,
        holdMs: 300,
        overallMs: 15_000,
        onProgress: ({ hint }) => hints.add(hint ?? '-'),
      }),
    );
    const jpeg = result.outcome === 'taken' ? Array.from(result.jpeg) : null;
    return { outcome: result.outcome, hints: [...hints], jpeg };
  },
};

(globalThis as typeof globalThis & { face?: FacePage }).face = page;
