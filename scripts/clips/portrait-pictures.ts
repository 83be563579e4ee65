import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { CHIP_CROP, CHIP_PORTRAIT } from '../../src/fictitious-residents/framing.ts';
import { SHEET } from '../../src/fictitious-residents/paint-context.ts';
import { addGrain, drawPortrait } from '../../src/fictitious-residents/portrait.ts';
import type { PortraitFeatures, Pose } from '../../src/fictitious-residents/portrait-features.ts';

export interface JpegOptions {
  readonly width: number;
  readonly height: number;
  /** 1..100 */
  readonly quality: number;
}

/**
 * The decoded chip picture a virtual reader hands over. It stands for the output of a vendor
 * library: 2 KB as JPEG. A real chip holds 1,024 bytes in a codec of its own, so real distances will be larger
 * (face.md §2b).
 */
export const CHIP_JPEG: JpegOptions = { ...CHIP_PORTRAIT, quality: 60 };

/** The whole sheet with its grain. */
export function portraitSheet(features: PortraitFeatures, pose?: Pose): Canvas {
  const canvas = createCanvas(SHEET, SHEET);
  const ctx = canvas.getContext('2d');
  drawPortrait(ctx, features, pose);
  const pixels = ctx.getImageData(0, 0, SHEET, SHEET);
  addGrain(pixels, features.seed);
  ctx.putImageData(pixels, 0, 0);
  return canvas;
}

/** A person's portrait, cropped as on the card, as a JPEG of the size asked for. */
export function portraitJpeg(features: PortraitFeatures, options: JpegOptions = CHIP_JPEG): Uint8Array {
  const canvas = createCanvas(options.width, options.height);
  const ctx = canvas.getContext('2d');
  ctx.imageSmoothingQuality = 'high';
  const { x, y, width, height } = CHIP_CROP;
  ctx.drawImage(portraitSheet(features), x, y, width, height, 0, 0, options.width, options.height);
  return canvas.encodeSync('jpeg', options.quality);
}
