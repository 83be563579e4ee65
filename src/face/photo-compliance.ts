import { type FaceGeometry, pitchRatio, rollDegrees, turnRatio } from './landmarks.ts';
import { cropInside, type PhotoCrop } from './photo-crop.ts';

/** What keeps a picture from being a card photo; each is a sentence on the screen. */
export type PhotoHint =
  | 'no-face'
  | 'one-person'
  | 'come-closer'
  | 'move-back'
  | 'move-to-centre'
  | 'look-straight'
  | 'level-head'
  | 'chin-level'
  | 'more-light'
  | 'too-bright'
  | 'even-light'
  | 'hold-still'
  | 'white-background';

/**
 * What a room does to a picture and a resident may be unable to mend: asked for first, then let through with a
 * warning, so that nobody stands before the camera for ever. Whose face it is and where it stands never is.
 */
const OF_THE_ROOM = [
  'more-light',
  'too-bright',
  'even-light',
  'white-background',
] as const satisfies PhotoHint[];
export type RoomHint = (typeof OF_THE_ROOM)[number];

/** Told, never enforced: a person's eye decides. */
export type PhotoWarning = 'smiling' | 'hair-cut-off' | RoomHint;

/** Limits of face.md §5; face width in the frame and sideways light are proposals that no data set measured. */
export interface PhotoLimits {
  readonly minScore: number;
  /** Of the face in the camera frame, pixels: below it the card photo would be enlarged too far. */
  readonly minFaceWidth: number;
  readonly turnRatio: readonly [number, number];
  readonly pitchRatio: readonly [number, number];
  readonly maxRollDegrees: number;
  readonly luminance: readonly [number, number];
  /** Left half against right half of the face. */
  readonly maxSidewaysDifference: number;
  readonly minSharpness: number;
  readonly background: {
    readonly minMean: number;
    readonly maxChannelSpread: number;
    readonly maxDeviation: number;
  };
  /** Mouth width over face width: more is a smile in 85 of 100 cases, so it only warns. */
  readonly smileRatio: number;
}

export const DEFAULT_PHOTO_LIMITS: PhotoLimits = {
  minScore: 0.3,
  minFaceWidth: 140,
  turnRatio: [0.44, 0.57],
  pitchRatio: [0.24, 0.43],
  maxRollDegrees: 5,
  luminance: [45, 190],
  maxSidewaysDifference: 40,
  minSharpness: 15,
  background: { minMean: 235, maxChannelSpread: 10, maxDeviation: 8 },
  smileRatio: 0.343,
};

/** One frame of the photo camera, measured. */
export interface PhotoMeasures {
  readonly faces: number;
  readonly frame: { readonly width: number; readonly height: number };
  readonly face: {
    readonly score: number;
    readonly geometry: FaceGeometry;
    readonly luminance: number;
    readonly sidewaysDifference: number;
    readonly sharpness: number;
    readonly crop: PhotoCrop;
    readonly crownY: number;
    /** Mean of each channel and deviation of the luminance beside the head. */
    readonly background: { readonly channels: readonly [number, number, number]; readonly deviation: number };
  } | null;
}

export interface PhotoVerdict {
  /** Empty when the picture may become the card photo; the one to tell first in front. */
  readonly problems: readonly PhotoHint[];
  readonly warnings: readonly PhotoWarning[];
}

const ofTheRoom = (hint: PhotoHint): hint is RoomHint => (OF_THE_ROOM as readonly PhotoHint[]).includes(hint);

/** What the room does wrong becomes a warning; the rest stays a problem. */
export const leniently = ({ problems, warnings }: PhotoVerdict): PhotoVerdict => ({
  problems: problems.filter((hint) => !ofTheRoom(hint)),
  warnings: [...warnings, ...problems.filter(ofTheRoom)],
});

/** APPLY-4: holds one frame against the rules of the card photo. */
export function photoVerdict(measures: PhotoMeasures, limits: PhotoLimits): PhotoVerdict {
  const { face, frame } = measures;
  if (measures.faces === 0 || face === null || !(face.score >= limits.minScore))
    return { problems: ['no-face'], warnings: [] };
  const { geometry } = face;
  const faceWidth = Math.abs(geometry.jawRight.x - geometry.jawLeft.x);
  const turn = turnRatio(geometry);
  const problems: PhotoHint[] = [];
  if (measures.faces > 1) problems.push('one-person');
  if (!(faceWidth >= limits.minFaceWidth)) problems.push('come-closer');
  else if (face.crop.width > frame.width || face.crop.height > frame.height) problems.push('move-back');
  else if (!cropInside(face.crop, frame)) problems.push('move-to-centre');
  if (turn === null || outside(turn, limits.turnRatio)) problems.push('look-straight');
  if (!(Math.abs(rollDegrees(geometry)) <= limits.maxRollDegrees)) problems.push('level-head');
  if (outside(pitchRatio(geometry), limits.pitchRatio)) problems.push('chin-level');
  if (!(face.luminance >= limits.luminance[0])) problems.push('more-light');
  if (face.luminance > limits.luminance[1]) problems.push('too-bright');
  if (!(Math.abs(face.sidewaysDifference) <= limits.maxSidewaysDifference)) problems.push('even-light');
  if (!(face.sharpness >= limits.minSharpness)) problems.push('hold-still');
  if (!whiteEnough(face.background, limits.background)) problems.push('white-background');
  const warnings: PhotoWarning[] = [];
  if (geometry.mouthWidth / faceWidth > limits.smileRatio) warnings.push('smiling');
  if (face.crownY < face.crop.y) warnings.push('hair-cut-off');
  return { problems, warnings };
}

function whiteEnough(
  seen: { readonly channels: readonly [number, number, number]; readonly deviation: number },
  limits: PhotoLimits['background'],
): boolean {
  const [red, green, blue] = seen.channels;
  const spread = Math.max(red, green, blue) - Math.min(red, green, blue);
  return (
    (red + green + blue) / 3 >= limits.minMean &&
    spread <= limits.maxChannelSpread &&
    seen.deviation <= limits.maxDeviation
  );
}

function outside(value: number, [least, most]: readonly [number, number]): boolean {
  return !(value >= least && value <= most);
}
