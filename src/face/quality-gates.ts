import type { FrameGates } from './options.ts';

/** What the resident is asked to do; each is a sentence on the screen. */
export type FaceHint =
  | 'no-face'
  | 'one-person'
  | 'come-closer'
  | 'move-back'
  | 'look-straight'
  | 'more-light'
  | 'too-bright'
  | 'hold-still';

/** One camera frame as the detector and the pixels see it. */
export interface FrameMeasures {
  /** Faces found with a score over the gate's minimum. */
  readonly faces: number;
  /** The largest face; `null` when there is none or its landmarks could not be found. */
  readonly face: {
    readonly score: number;
    readonly boxHeight: number;
    readonly turnRatio: number;
    /** 0..255 */
    readonly luminance: number;
    readonly sharpness: number;
  } | null;
  readonly frameHeight: number;
}

/**
 * Names every gate the frame fails, the one to tell first in front; empty when the frame may count.
 * A measure that is not a number fails its gate.
 */
export function failingGates(frame: FrameMeasures, gates: FrameGates): FaceHint[] {
  const { face } = frame;
  if (frame.faces === 0 || face === null || !(face.score >= gates.minScore)) return ['no-face'];
  const hints: FaceHint[] = [];
  if (frame.faces > 1) hints.push('one-person');
  if (!(face.boxHeight >= gates.minBoxHeight)) hints.push('come-closer');
  if (face.boxHeight > gates.maxBoxHeightShare * frame.frameHeight) hints.push('move-back');
  if (!isFrontal(face.turnRatio, gates)) hints.push('look-straight');
  if (!(face.luminance >= gates.minLuminance)) hints.push('more-light');
  if (face.luminance > gates.maxLuminance) hints.push('too-bright');
  if (!(face.sharpness >= gates.minSharpness)) hints.push('hold-still');
  return hints;
}

export function isFrontal(turnRatio: number, gates: FrameGates): boolean {
  return Math.abs(turnRatio - gates.frontalRatio) <= gates.frontalTolerance;
}
