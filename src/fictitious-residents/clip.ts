import { FRONTAL, type Pose } from './portrait-features.ts';

/** Frames per second of every clip; Chromium's fake camera plays .mjpeg at this rate. */
export const CLIP_FPS = 30;

/** One frame before it is drawn: a living head, or a flat photo swung about its upright axis. */
export type ClipFrame =
  | { readonly shows: 'person'; readonly pose: Pose }
  | { readonly shows: 'photo'; readonly swingDegrees: number };

/**
 * - `turning`: passes a turn challenge in either order within one loop
 * - `still`: a living face that never turns
 * - `photo`: the attack a turn challenge must stop, a printed face swung to and fro
 */
export type ClipKind = 'turning' | 'still' | 'photo';

/** Yaw of a head turned in answer to the challenge: the turn ratio moves by about 0.17. */
const TURN = 0.6;

/**
 * The frames of one loop. A loop is shorter than the time the challenge gives for one turn, because the
 * camera starts it anywhere. It looks straight for 1.9 seconds at a stretch, so that a card photo can be taken.
 */
export function clipFrames(kind: ClipKind): readonly ClipFrame[] {
  switch (kind) {
    case 'turning':
      return [
        ...held(40, FRONTAL),
        ...turnTo(-TURN),
        ...held(12, FRONTAL),
        ...turnTo(TURN),
        ...held(8, FRONTAL),
        ...held(5, { ...FRONTAL, eyesOpen: 0 }),
        ...held(3, FRONTAL),
      ];
    case 'still':
      return [...held(55, FRONTAL), ...held(5, { ...FRONTAL, eyesOpen: 0 })];
    case 'photo':
      return [...photo(20, 0), ...swingTo(35), ...photo(10, 0), ...swingTo(-35)];
  }
}

function held(frames: number, pose: Pose): ClipFrame[] {
  return Array.from({ length: frames }, () => ({ shows: 'person', pose }));
}

function photo(frames: number, swingDegrees: number): ClipFrame[] {
  return Array.from({ length: frames }, () => ({ shows: 'photo', swingDegrees }));
}

/** Out in five frames, held for 0.4 seconds, back in five. */
function turnTo(yaw: number): ClipFrame[] {
  const out = eased(5).map((part): ClipFrame => ({ shows: 'person', pose: { ...FRONTAL, yaw: yaw * part } }));
  return [...out, ...held(12, { ...FRONTAL, yaw }), ...out.toReversed()];
}

function swingTo(degrees: number): ClipFrame[] {
  const out = eased(8).map((part): ClipFrame => ({ shows: 'photo', swingDegrees: degrees * part }));
  return [...out, ...photo(10, degrees), ...out.toReversed()];
}

function eased(steps: number): number[] {
  return Array.from({ length: steps }, (_, step) => 0.5 - 0.5 * Math.cos((Math.PI * (step + 1)) / steps));
}
