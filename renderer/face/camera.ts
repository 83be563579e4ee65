import { err, ok, type Result } from '../../src/result.ts';

/** Pixels asked of the camera; 640 x 480 is enough for verification, the card photo wants more. */
export type CameraUse = 'verification' | 'card-photo';

const RESOLUTION = {
  verification: { width: 640, height: 480 },
  'card-photo': { width: 1280, height: 960 },
} as const;

/**
 * - `not-allowed`: the browser or its policy forbids the camera
 * - `not-found`: none is connected
 * - `busy`: another program holds it, or its driver gave up
 * - `no-picture`: it was opened but delivers nothing
 */
export type CameraTrouble = 'not-allowed' | 'not-found' | 'busy' | 'no-picture';

export interface Camera {
  readonly stream: MediaStream;
  close(): void;
}

/** Opens the kiosk's camera, or the sample clip a developer chose in its place. */
export async function openCamera(use: CameraUse): Promise<Result<Camera, CameraTrouble>> {
  if (sampleCamera !== null) return ok(sampleCamera());
  const { width, height } = RESOLUTION[use];
  if (navigator.mediaDevices === undefined) return err('not-allowed');
  try {
    const video = { width: { ideal: width }, height: { ideal: height }, frameRate: { ideal: 30 } };
    const stream = await navigator.mediaDevices.getUserMedia({ video, audio: false });
    return ok({ stream, close: () => stopAll(stream) });
  } catch (cause) {
    return err(cameraTrouble(cause));
  }
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Shows the camera in a video element; resolves when the first picture is there. */
export async function playCamera(
  camera: Camera,
  video: HTMLVideoElement,
): Promise<Result<void, CameraTrouble>> {
  video.muted = true;
  video.playsInline = true;
  video.srcObject = camera.stream;
  try {
    await video.play();
    return ok(undefined);
  } catch (cause) {
    return err(cameraTrouble(cause));
  }
}

/** Names of the Media Capture and Streams specification, §10.2. */
export function cameraTrouble(cause: unknown): CameraTrouble {
  switch (cause instanceof Error || cause instanceof DOMException ? cause.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'not-allowed';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'not-found';
    case 'NotReadableError':
      return 'busy';
    default:
      return 'no-picture';
  }
}

let sampleCamera: (() => Camera) | null = null;

/** For `sample-camera.ts` of the dev dock: from now on `openCamera` gives this one. `null` returns to the real one. */
export function replaceCamera(open: (() => Camera) | null): void {
  sampleCamera = open;
}
