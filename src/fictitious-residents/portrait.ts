import { type PaintContext, type PaintPixels, SHEET, sketch } from './paint-context.ts';
import { drawBrows, drawEyes, drawGlasses } from './portrait-eyes.ts';
import { FRONTAL, type PortraitFeatures, type Pose } from './portrait-features.ts';
import { drawHairBehind, drawHairline, drawWrinkles } from './portrait-hair.ts';
import { drawBust, drawEars, shadeFace, traceFace } from './portrait-head.ts';
import { drawBeard, drawMouth, drawNose } from './portrait-mouth.ts';

/**
 * Draws a person who does not exist on a 640 x 640 sheet. Good enough for the real detector, landmarks and
 * descriptor (measured in tests/face/portraits.test.ts), so tests need nobody's picture.
 */
export function drawPortrait(ctx: PaintContext, features: PortraitFeatures, pose: Pose = FRONTAL): void {
  const drawing = sketch(ctx, features, pose);
  ctx.fillStyle = features.ground;
  ctx.fillRect(0, 0, SHEET, SHEET);
  drawBust(drawing);
  drawHairBehind(drawing);
  drawEars(drawing);
  ctx.save();
  traceFace(drawing);
  ctx.clip();
  shadeFace(drawing);
  drawNose(drawing);
  drawBrows(drawing);
  drawEyes(drawing);
  drawBeard(drawing);
  drawMouth(drawing);
  drawWrinkles(drawing);
  ctx.restore();
  drawHairline(drawing);
  drawGlasses(drawing);
}

/** Film grain of +-5 grey levels, the same for the same seed; without it flat colour looks like print. */
export function addGrain(pixels: PaintPixels, seed: number): void {
  const { data } = pixels;
  let state = seed >>> 0;
  for (let i = 0; i + 2 < data.length; i += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const noise = (((state >>> 24) - 128) / 128) * 5;
    for (let channel = 0; channel < 3; channel++) {
      const at = i + channel;
      data[at] = Math.max(0, Math.min(255, (data[at] ?? 0) + noise));
    }
  }
}
