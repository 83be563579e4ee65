import * as faceapi from '@vladmandic/face-api/dist/face-api.esm.js';
import type { Point } from '../../src/face/landmarks.ts';
import type { FaceFiles } from './worker-messages.ts';

/** A face in a picture: its box and 68 landmarks, pixels of the picture. */
export interface FoundFace {
  readonly score: number;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly landmarks: readonly Point[];
}

export interface DescribedFace extends FoundFace {
  readonly descriptor: Float32Array;
}

/** How faces are looked for: `thorough` 200 ms, `quick` 20 ms, `small` 35 ms and better with blurred portraits. */
export type Detector = 'thorough' | 'quick' | 'small';

/** Proposals below this score are not reported (face.md §2). */
const MIN_SCORE = 0.3;

/** Stands where the library asks for DOM classes that a worker does not have; never used for a picture. */
class NoSuchElement {}

/**
 * Loads the four models on the WebAssembly backend, SIMD without threads (face.md §0), from our own origin
 * alone. The library looks for a document when it starts and finds none in a worker, so it is told first.
 */
export async function loadFaceModels(files: FaceFiles): Promise<void> {
  const environment = {
    Canvas: OffscreenCanvas,
    CanvasRenderingContext2D: OffscreenCanvasRenderingContext2D,
    Image: NoSuchElement,
    ImageData,
    Video: NoSuchElement,
    createCanvasElement: () => new OffscreenCanvas(1, 1),
    createImageElement: () => new NoSuchElement(),
    createVideoElement: () => new NoSuchElement(),
    fetch: (...request: Parameters<typeof fetch>) => fetch(...request),
    readFile: () => Promise.reject(new Error('a worker reads no files')),
  };
  faceapi.env.setEnv(environment as unknown as Parameters<typeof faceapi.env.setEnv>[0]);
  const tf = faceapi.tf as unknown as WasmTensorflow;
  tf.setWasmPaths(files.wasmUrl);
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (!(await tf.setBackend('wasm'))) throw new Error('the WebAssembly backend did not start');
  await tf.ready();
  const { ssdMobilenetv1, tinyFaceDetector, faceLandmark68Net, faceRecognitionNet } = faceapi.nets;
  for (const net of [ssdMobilenetv1, tinyFaceDetector, faceLandmark68Net, faceRecognitionNet]) {
    await net.loadFromUri(files.modelsUrl);
  }
}

/** The part of the bundled tfjs that is called here; its own types are not shipped. */
interface WasmTensorflow {
  setWasmPaths(prefix: string): void;
  env(): { set(flag: string, value: boolean): void };
  setBackend(name: 'wasm'): Promise<boolean>;
  ready(): Promise<void>;
}

/** All faces, the largest first. */
export async function findFaces(picture: OffscreenCanvas, detector: Detector): Promise<FoundFace[]> {
  const found = await faceapi.detectAllFaces(asInput(picture), detectorOptions(detector)).withFaceLandmarks();
  const faces = found.map(({ detection, landmarks }) => ({
    score: detection.score,
    box: detection.box,
    landmarks: landmarks.positions,
  }));
  return faces.toSorted((a, b) => b.box.height - a.box.height);
}

/** The most certain face with its descriptor (128 numbers), or `null`. */
export async function describeFace(
  picture: OffscreenCanvas,
  detector: Detector,
): Promise<DescribedFace | null> {
  const found = await faceapi
    .detectSingleFace(asInput(picture), detectorOptions(detector))
    .withFaceLandmarks()
    .withFaceDescriptor();
  if (found === undefined) return null;
  const { detection, landmarks, descriptor } = found;
  return { score: detection.score, box: detection.box, landmarks: landmarks.positions, descriptor };
}

function detectorOptions(detector: Detector) {
  if (detector === 'thorough') return new faceapi.SsdMobilenetv1Options({ minConfidence: MIN_SCORE });
  return new faceapi.TinyFaceDetectorOptions({
    inputSize: detector === 'quick' ? 320 : 416,
    scoreThreshold: MIN_SCORE,
  });
}

/** The library takes an OffscreenCanvas (told by `setEnv`), its types only know the element. */
function asInput(picture: OffscreenCanvas): HTMLCanvasElement {
  return picture as unknown as HTMLCanvasElement;
}
