import { type FaceGeometry, mean } from './landmarks.ts';

/** The card photo, pixels (APPLY-4, GA 461). */
export const CARD_PHOTO = { width: 358, height: 441, dotsPerInch: 350 } as const;

/** Width of the face in the card photo, pixels. */
const FACE_WIDTH = 207;
/** From the top edge to the crown; the standard allows 7..21. */
const CROWN_MARGIN = 14;
/** From the eyes to the bottom edge at least; this has priority over the crown. */
const EYES_ABOVE_BOTTOM = 207;

/** Rectangle of the camera frame that becomes the card photo, pixels of the frame; may leave the frame. */
export interface PhotoCrop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Crop rule of GA 461: face 207 px wide, in the middle, crown 14 px from the top, and the eyes at least 207 px
 * above the bottom even if big hair is cut. `null` when the face has no width.
 */
export function photoCrop(face: FaceGeometry, crownY: number): PhotoCrop | null {
  const faceWidth = Math.abs(face.jawRight.x - face.jawLeft.x);
  if (faceWidth < 1) return null;
  const framePixels = faceWidth / FACE_WIDTH;
  const width = CARD_PHOTO.width * framePixels;
  const height = CARD_PHOTO.height * framePixels;
  const eyesY = mean([face.leftEye.y, face.rightEye.y]);
  const crownFirst = crownY - CROWN_MARGIN * framePixels;
  const eyesFirst = eyesY + EYES_ABOVE_BOTTOM * framePixels - height;
  const middle = (face.jawLeft.x + face.jawRight.x) / 2;
  return { x: middle - width / 2, y: Math.max(crownFirst, eyesFirst), width, height };
}

/** The crown is not a landmark: chin to crown is 1.95 times chin to brow on average (face.md §5). */
export function estimatedCrown(face: FaceGeometry): number {
  return face.chin.y - 1.95 * (face.chin.y - face.browY);
}

/** Whether the whole crop lies inside the frame. */
export function cropInside(crop: PhotoCrop, frame: { width: number; height: number }): boolean {
  return (
    crop.x >= 0 && crop.y >= 0 && crop.x + crop.width <= frame.width && crop.y + crop.height <= frame.height
  );
}
