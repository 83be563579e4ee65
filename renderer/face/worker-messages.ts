import type { FrameGates } from '../../src/face/options.ts';
import type { PhotoLimits, PhotoVerdict } from '../../src/face/photo-compliance.ts';
import type { FrameMeasures } from '../../src/face/quality-gates.ts';

/** What is written into the record of a verification (ID-6: decision, score, model, time). */
export const FACE_MODEL = 'face-api 1.7.15 ssd_mobilenetv1+face_landmark_68+face_recognition';

/** Where the page finds the models and the WebAssembly files; both end in a slash and are our own origin. */
export interface FaceFiles {
  readonly modelsUrl: string;
  readonly wasmUrl: string;
}

/** A request and its answer, by name. */
export interface FaceWork {
  load: { ask: FaceFiles; answer: { readonly milliseconds: number } };
  /** Describes the portrait and keeps the descriptor in the worker. */
  reference: { ask: { readonly picture: Blob }; answer: { readonly found: boolean } };
  /** Measures a camera frame and, when asked to and every gate is kept, compares it. */
  look: {
    ask: { readonly frame: ImageBitmap; readonly describe: boolean; readonly gates: FrameGates };
    answer: Look;
  };
  photo: {
    ask: {
      readonly frame: ImageBitmap;
      readonly limits: PhotoLimits;
      readonly capture: boolean;
      /** Light and background no longer keep the picture from being taken. */
      readonly lenient: boolean;
    };
    answer: { readonly verdict: PhotoVerdict; readonly jpeg: Uint8Array | null };
  };
  /** For `npm run face:evaluate` alone: the only request whose answer is a descriptor. */
  describe: { ask: { readonly picture: Blob }; answer: { readonly descriptor: Float32Array | null } };
}

export interface Look {
  readonly measures: FrameMeasures;
  readonly compared: {
    /** To the reference portrait. */
    readonly distance: number;
    /** To the first frame of this session that was described. */
    readonly continuity: number;
  } | null;
}

export type FaceWorkName = keyof FaceWork;
export type FaceRequest = {
  [N in FaceWorkName]: { id: number; name: N; ask: FaceWork[N]['ask'] };
}[FaceWorkName];
export type FaceAnswer =
  | { readonly id: number; readonly answer: FaceWork[FaceWorkName]['answer'] }
  | { readonly id: number; readonly trouble: string };
