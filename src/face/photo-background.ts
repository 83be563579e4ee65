import type { FaceGeometry } from './landmarks.ts';
import { estimatedCrown } from './photo-crop.ts';
import { deviationOf, meanOf, type Pixels } from './picture-light.ts';

export interface Background {
  /** Mean red, green, blue. */
  readonly channels: readonly [number, number, number];
  /** Standard deviation of the green channel. */
  readonly deviation: number;
}

/** How far a pixel must be from the background, in any channel, to belong to the head. */
const HEAD_CONTRAST = 24;
/** Share of the columns over the face that must differ for a row to be hair. */
const HEAD_SHARE = 0.3;

/** The ground beside the head, from above the crown down to the brows, where even long hair does not reach. */
export function backgroundBeside(frame: Pixels, face: FaceGeometry): Background {
  const { middle, width } = across(face);
  const top = Math.max(0, Math.round(estimatedCrown(face) - width * 0.1));
  const bottom = Math.max(top + 1, Math.round(face.browY));
  const seen: [number[], number[], number[]] = [[], [], []];
  for (const side of [-1, 1]) {
    const from = Math.round(middle + side * width * (side < 0 ? 0.865 : 0.72));
    for (let x = Math.max(0, from); x < Math.min(frame.width, from + width * 0.145); x++) {
      for (let y = top; y < Math.min(frame.height, bottom); y++) {
        seen.forEach((values, channel) => {
          values.push(channelAt(frame, x, y, channel));
        });
      }
    }
  }
  return { channels: [meanOf(seen[0]), meanOf(seen[1]), meanOf(seen[2])], deviation: deviationOf(seen[1]) };
}

/**
 * The crown: the first row over the face that differs from the background (face.md §5). Falls back to the
 * estimate from chin and brows where hair and ground cannot be told apart.
 */
export function findCrown(frame: Pixels, face: FaceGeometry, background: Background): number {
  const { middle, width } = across(face);
  const left = Math.max(0, Math.round(middle - width * 0.25));
  const right = Math.min(frame.width, Math.round(middle + width * 0.25));
  const limit = Math.min(frame.height, Math.round(face.browY));
  for (let y = 0; y < limit; y++) {
    let differing = 0;
    for (let x = left; x < right; x++) {
      const far = background.channels.some(
        (mean, channel) => Math.abs(channelAt(frame, x, y, channel) - mean) > HEAD_CONTRAST,
      );
      if (far) differing++;
    }
    if (differing > (right - left) * HEAD_SHARE) return y;
  }
  return estimatedCrown(face);
}

function across(face: FaceGeometry): { middle: number; width: number } {
  return {
    middle: (face.jawLeft.x + face.jawRight.x) / 2,
    width: Math.abs(face.jawRight.x - face.jawLeft.x),
  };
}

function channelAt(frame: Pixels, x: number, y: number, channel: number): number {
  return frame.data[(y * frame.width + x) * 4 + channel] ?? 0;
}
