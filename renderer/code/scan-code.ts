import { err, ok, type Result } from '../../src/result.ts';
import { type Camera, playCamera } from '../face/camera.ts';
import { nextFrame } from '../face/video-frames.ts';
import type { CodeAnswer, CodeRequest } from './code-messages.ts';
import { type CodeScanTrouble, watchForCode } from './watch-for-code.ts';

/** Milliseconds after which a worker without an answer counts as dead; a look takes 5-40. */
const LOOK_DEADLINE = 5_000;

/** What a scan without a code rejects with; the screen offers another way. */
export class CodeScanFailure extends Error {
  readonly trouble: CodeScanTrouble;

  constructor(trouble: CodeScanTrouble) {
    super(`no code: ${trouble}`);
    this.trouble = trouble;
  }
}

/**
 * ECARD-2: waits until somebody holds a QR code to the camera and gives its text, unparsed; it is neither kept nor
 * logged. Rejects with `CodeScanFailure`, also when the signal fires. The camera stays the caller's to close.
 */
export async function scanCode(camera: Camera, signal: AbortSignal): Promise<string> {
  const video = document.createElement('video');
  try {
    const playing = await playCamera(camera, video);
    const seen = playing.ok ? await scanVideo(video, signal) : err<CodeScanTrouble>('no-camera');
    if (!seen.ok) throw new CodeScanFailure(seen.error);
    return seen.value;
  } finally {
    video.srcObject = null;
  }
}

async function scanVideo(
  video: HTMLVideoElement,
  signal: AbortSignal,
): Promise<Result<string, CodeScanTrouble>> {
  const worker = new Worker(new URL('./code-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await watchForCode(
      {
        next: (until) => nextFrame(video, until),
        look: (frame) => look(worker, frame),
        now: () => performance.now(),
        sleep: pause,
      },
      signal,
    );
  } finally {
    // With the worker goes every picture it held.
    worker.terminate();
  }
}

function look(worker: Worker, frame: ImageBitmap): Promise<Result<string | null, 'worker-failed'>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(err('worker-failed')), LOOK_DEADLINE);
    const settle = (seen: Result<string | null, 'worker-failed'>): void => {
      clearTimeout(timer);
      resolve(seen);
    };
    worker.onmessage = (event: MessageEvent<CodeAnswer>) => settle(ok(event.data.code));
    worker.onerror = () => settle(err('worker-failed'));
    const request: CodeRequest = { frame };
    worker.postMessage(request, [frame]);
  });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, Math.max(0, ms));
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
