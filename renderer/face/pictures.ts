import {
  laplacianVariance,
  luminanceOf,
  meanOf,
  SHARPNESS_SIZE,
  sidewaysDifference,
} from '../../src/face/picture-light.ts';
import type { FoundFace } from './face-models.ts';

/** Room around a portrait, so that the detector finds a tightly cropped face (face.md §2b). */
const PADDING = { sides: 0.35, ends: 0.25 } as const;
/** A chip's 102 x 126 is enlarged to the height of a card photo before anything looks at it. */
const LEAST_HEIGHT = 441;

export interface Drawing {
  readonly canvas: OffscreenCanvas;
  readonly ctx: OffscreenCanvasRenderingContext2D;
}

/** A canvas whose pixels are read often. */
export function drawing(width: number, height: number): Drawing {
  const canvas = new OffscreenCanvas(width, height);
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (ctx === null) throw new Error('no 2D canvas');
  return { canvas, ctx };
}

/** Draws a still with its edges stretched outwards. */
export function paddedPortrait(picture: ImageBitmap): OffscreenCanvas {
  const scale = Math.max(1, LEAST_HEIGHT / picture.height);
  const width = Math.round(picture.width * scale);
  const height = Math.round(picture.height * scale);
  const side = Math.round(width * PADDING.sides);
  const end = Math.round(height * PADDING.ends);
  const { canvas, ctx } = drawing(width + 2 * side, height + 2 * end);
  ctx.imageSmoothingQuality = 'high';
  // Nine parts: corners, edges and the middle; the outer ones are one pixel of the picture stretched.
  const columns = [
    [0, 1, 0, side],
    [0, picture.width, side, width],
    [picture.width - 1, 1, side + width, side],
  ] as const;
  const rows = [
    [0, 1, 0, end],
    [0, picture.height, end, height],
    [picture.height - 1, 1, end + height, end],
  ] as const;
  for (const [sx, sw, x, w] of columns) {
    for (const [sy, sh, y, h] of rows) ctx.drawImage(picture, sx, sy, sw, sh, x, y, w, h);
  }
  return canvas;
}

/** Light and sharpness of the face box, measured at one size for every face. */
export function faceLight(
  picture: OffscreenCanvas,
  face: FoundFace,
): { luminance: number; sharpness: number; sidewaysDifference: number } {
  const { width, height } = SHARPNESS_SIZE;
  const { ctx } = drawing(width, height);
  const { box } = face;
  ctx.drawImage(picture, box.x, box.y, box.width, box.height, 0, 0, width, height);
  const grey = luminanceOf(ctx.getImageData(0, 0, width, height));
  return {
    luminance: Math.min(meanOf(grey), meanOf(innerFace(grey, width, height))),
    sharpness: laplacianVariance(grey, width, height),
    sidewaysDifference: sidewaysDifference(grey, width),
  };
}

/**
 * The part of the face box between brows and chin, without hair and wall: white hair must not make an old face
 * "too bright". The smaller of box and inner face counts, so pale skin alone does not either.
 */
function innerFace(grey: Float32Array, width: number, height: number): Float32Array {
  const left = Math.round(width * 0.25);
  const right = Math.round(width * 0.75);
  const rows: Float32Array[] = [];
  for (let y = Math.round(height * 0.35); y < height * 0.9; y += 1) {
    rows.push(grey.subarray(y * width + left, y * width + right));
  }
  const inner = new Float32Array(rows.length * (right - left));
  for (const [index, row] of rows.entries()) inner.set(row, index * (right - left));
  return inner;
}
