import { type FaceDecision, type FaceThresholds, faceDecision } from '../face/distance.ts';
import { PERSON_NAMES, type PersonName } from './portrait-people.ts';

/**
 * Descriptor distance of the chip portrait of one person (row) to the live camera frame of another (column,
 * in the order of PERSON_NAMES), measured by tests/face/portraits.test.ts with face-api 1.7.15.
 */
export const CHIP_TO_LIVE: Readonly<Record<PersonName, readonly number[]>> = {
  plain: [0.28, 0.34, 0.32, 0.35, 0.59, 0.42, 0.49, 0.38, 0.55, 0.45, 0.47, 0.41, 0.56, 0.42, 0.35, 0.49],
  broadYoungMan: [
    0.31, 0.25, 0.39, 0.31, 0.5, 0.48, 0.43, 0.46, 0.52, 0.41, 0.47, 0.41, 0.52, 0.49, 0.39, 0.42,
  ],
  longHairedWoman: [
    0.26, 0.39, 0.24, 0.37, 0.63, 0.29, 0.51, 0.29, 0.57, 0.44, 0.45, 0.41, 0.59, 0.42, 0.35, 0.49,
  ],
  fisherman: [0.36, 0.36, 0.43, 0.26, 0.49, 0.53, 0.46, 0.5, 0.5, 0.45, 0.52, 0.5, 0.47, 0.44, 0.47, 0.46],
  darkBroadMan: [
    0.61, 0.54, 0.65, 0.52, 0.27, 0.72, 0.55, 0.69, 0.43, 0.62, 0.62, 0.67, 0.42, 0.57, 0.62, 0.49,
  ],
  fairNarrowWoman: [
    0.36, 0.49, 0.35, 0.49, 0.7, 0.22, 0.61, 0.37, 0.63, 0.52, 0.53, 0.45, 0.64, 0.54, 0.44, 0.61,
  ],
  whiteHairedMan: [
    0.41, 0.37, 0.47, 0.39, 0.5, 0.55, 0.25, 0.52, 0.49, 0.4, 0.41, 0.51, 0.52, 0.41, 0.49, 0.44,
  ],
  roundEyedGirl: [
    0.3, 0.42, 0.27, 0.43, 0.64, 0.29, 0.54, 0.24, 0.57, 0.49, 0.45, 0.39, 0.6, 0.43, 0.32, 0.51,
  ],
  bearded: [0.54, 0.51, 0.57, 0.47, 0.38, 0.61, 0.49, 0.59, 0.31, 0.54, 0.55, 0.57, 0.29, 0.51, 0.56, 0.52],
  baldTeacher: [
    0.38, 0.39, 0.41, 0.44, 0.6, 0.46, 0.45, 0.45, 0.59, 0.21, 0.43, 0.34, 0.55, 0.45, 0.44, 0.48,
  ],
  grandmother: [0.38, 0.37, 0.42, 0.45, 0.58, 0.49, 0.33, 0.47, 0.58, 0.42, 0.3, 0.48, 0.6, 0.39, 0.41, 0.42],
  clerkWithGlasses: [
    0.35, 0.41, 0.34, 0.45, 0.63, 0.41, 0.56, 0.37, 0.61, 0.4, 0.51, 0.25, 0.58, 0.5, 0.38, 0.51,
  ],
  moustachedDriver: [
    0.57, 0.55, 0.59, 0.5, 0.42, 0.64, 0.56, 0.62, 0.43, 0.54, 0.61, 0.61, 0.29, 0.53, 0.61, 0.56,
  ],
  greyGoatee: [0.42, 0.43, 0.42, 0.43, 0.57, 0.5, 0.44, 0.45, 0.49, 0.44, 0.44, 0.47, 0.51, 0.26, 0.45, 0.52],
  student: [0.31, 0.37, 0.31, 0.42, 0.62, 0.4, 0.51, 0.35, 0.59, 0.49, 0.44, 0.4, 0.61, 0.47, 0.25, 0.46],
  liWoman: [0.49, 0.42, 0.52, 0.47, 0.47, 0.63, 0.44, 0.57, 0.57, 0.52, 0.48, 0.55, 0.58, 0.54, 0.46, 0.25],
};

/** Frames differ by grain and sway: a pair nearer than this to a limit is not safe to rely on. */
const MARGIN = 0.03;

/**
 * What the pack's thresholds will say to `live` before the camera with the card of `chip`; `unsure` when a
 * little noise could change the answer. Tests choose their pairs by it.
 */
export function expectedDecision(
  chip: PersonName,
  live: PersonName,
  thresholds: FaceThresholds,
): FaceDecision | 'unsure' {
  const distance = CHIP_TO_LIVE[chip][PERSON_NAMES.indexOf(live)] ?? Number.NaN;
  const nearer = faceDecision(distance - MARGIN, thresholds);
  return nearer === faceDecision(distance + MARGIN, thresholds) ? nearer : 'unsure';
}
