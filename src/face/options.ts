/**
 * Limits a camera frame must keep before it may count. The defaults are the measured proposals of face.md §2;
 * the policy pack may replace each.
 */
export interface FrameGates {
  /** Detector score; a good large frontal face scored only 0.34, so no more may be asked. */
  readonly minScore: number;
  /** Height of the face box, pixels of the camera frame. */
  readonly minBoxHeight: number;
  /** Share of the frame's height a face may fill before forehead or chin leave the picture. */
  readonly maxBoxHeightShare: number;
  /** Turn ratio of a face looking straight ahead, and how far off it may be. */
  readonly frontalRatio: number;
  readonly frontalTolerance: number;
  /** Mean luminance of the face, 0..255. A higher lower limit would turn people away by skin colour. */
  readonly minLuminance: number;
  readonly maxLuminance: number;
  /** Variance of the Laplacian of the face at 160 x 200: under it the picture is blurred. */
  readonly minSharpness: number;
}

export const DEFAULT_GATES: FrameGates = {
  minScore: 0.3,
  minBoxHeight: 150,
  maxBoxHeightShare: 0.85,
  frontalRatio: 0.5,
  frontalTolerance: 0.05,
  minLuminance: 45,
  maxLuminance: 190,
  minSharpness: 15,
};

/** Limits of the turn challenge (face.md §4: what flat photos never reach and every real turn passes). */
export interface ChallengeLimits {
  /** How far the turn ratio must leave the person's own frontal value. Flat photos reach 0.044. */
  readonly turnDeviation: number;
  /** Consecutive frames a turn must be seen, so that one bad detection is no turn. */
  readonly turnFrames: number;
  /** Frames that make the person's own frontal value. */
  readonly baselineFrames: number;
  /** Milliseconds for one turn, and for coming back to the front after it. */
  readonly stepMs: number;
  /** Milliseconds a face may be out of sight; turned heads are sometimes missed for a frame or two. */
  readonly lostFaceMs: number;
  /** Consecutive frames a second face may appear: a poster or passer-by flickers in the detector. */
  readonly extraFaceFrames: number;
  /** Turns the wrong way that are forgiven in one step. */
  readonly wrongTurns: number;
  /** Descriptor distance to the session's first frontal moment; more is another person. */
  readonly continuity: number;
}

export const DEFAULT_CHALLENGE_LIMITS: ChallengeLimits = {
  turnDeviation: 0.08,
  turnFrames: 2,
  baselineFrames: 5,
  stepMs: 4_000,
  lostFaceMs: 1_000,
  extraFaceFrames: 3,
  wrongTurns: 2,
  continuity: 0.35,
};

/** Everything a verification may be told; times in milliseconds. */
export interface FaceCheckOptions {
  readonly gates: FrameGates;
  readonly challenge: ChallengeLimits;
  /** Frontal frames whose median distance is reported (face.md §2: at least 5). */
  readonly frontalFrames: number;
  /** The whole check, from the first frame; then it is timed out. */
  readonly overallMs: number;
  /** True when the camera's picture arrives mirrored. */
  readonly mirrored: boolean;
}

export const DEFAULT_FACE_CHECK: FaceCheckOptions = {
  gates: DEFAULT_GATES,
  challenge: DEFAULT_CHALLENGE_LIMITS,
  frontalFrames: 5,
  overallMs: 45_000,
  mirrored: false,
};

/** Elder mode has twice the time in everything (experience.md). */
export const ELDER_FACE_CHECK: FaceCheckOptions = {
  ...DEFAULT_FACE_CHECK,
  challenge: { ...DEFAULT_CHALLENGE_LIMITS, stepMs: 2 * DEFAULT_CHALLENGE_LIMITS.stepMs },
  overallMs: 2 * DEFAULT_FACE_CHECK.overallMs,
};
