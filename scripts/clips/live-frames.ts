import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { ClipFrame } from '../../src/fictitious-residents/clip.ts';
import {
  LIVE_FRAME,
  ROOM_SHADE,
  SHEET_IN_LIVE_FRAME,
  swungStrips,
} from '../../src/fictitious-residents/framing.ts';
import { SHEET } from '../../src/fictitious-residents/paint-context.ts';
import { addGrain, drawPortrait } from '../../src/fictitious-residents/portrait.ts';
import {
  FRONTAL,
  type PortraitFeatures,
  type Pose,
} from '../../src/fictitious-residents/portrait-features.ts';

/** JPEG quality of a camera frame. */
const FRAME_QUALITY = 82;
/** Table or hand behind a held-up photo. */
const BEHIND_PHOTO = '#8f948f';

/** Draws the camera's frames of one person; poses that repeat are drawn once. */
export function liveFrames(features: PortraitFeatures): (frame: ClipFrame, index: number) => Uint8Array {
  const views = new Map<string, Canvas>();
  const frameCanvas = createCanvas(LIVE_FRAME.width, LIVE_FRAME.height);
  const ctx = frameCanvas.getContext('2d');

  const view = (frame: ClipFrame): Canvas => {
    const key = JSON.stringify(frame);
    const known = views.get(key);
    if (known !== undefined) return known;
    const drawn =
      frame.shows === 'person' ? personView(features, frame.pose) : photoView(features, frame.swingDegrees);
    views.set(key, drawn);
    return drawn;
  };

  return (frame, index) => {
    // A camera and a head are never quite still: two pixels of sway, and grain that changes.
    ctx.drawImage(
      view(frame),
      Math.sin(index / 11) * 2.2 - 4,
      Math.cos(index / 7) * 1.4 - 4,
      LIVE_FRAME.width + 8,
      LIVE_FRAME.height + 8,
    );
    const pixels = ctx.getImageData(0, 0, LIVE_FRAME.width, LIVE_FRAME.height);
    addGrain(pixels, features.seed * 1000 + index);
    ctx.putImageData(pixels, 0, 0);
    return frameCanvas.encodeSync('jpeg', FRAME_QUALITY);
  };
}

function personView(features: PortraitFeatures, pose: Pose): Canvas {
  const sheet = createCanvas(SHEET, SHEET);
  drawPortrait(sheet.getContext('2d'), features, pose);
  const canvas = createCanvas(LIVE_FRAME.width, LIVE_FRAME.height);
  const ctx = canvas.getContext('2d');
  ctx.fillStyle = features.ground;
  ctx.fillRect(0, 0, LIVE_FRAME.width, LIVE_FRAME.height);
  const { x, y, width, height } = SHEET_IN_LIVE_FRAME;
  ctx.drawImage(sheet, x, y, width, height);
  ctx.fillStyle = ROOM_SHADE;
  ctx.fillRect(0, 0, LIVE_FRAME.width, LIVE_FRAME.height);
  return canvas;
}

function photoView(features: PortraitFeatures, swingDegrees: number): Canvas {
  const photo = personView(features, FRONTAL);
  const canvas = createCanvas(LIVE_FRAME.width, LIVE_FRAME.height);
  const ctx = canvas.getContext('2d');
  ctx.fillStyle = BEHIND_PHOTO;
  ctx.fillRect(0, 0, LIVE_FRAME.width, LIVE_FRAME.height);
  for (const strip of swungStrips(swingDegrees, LIVE_FRAME)) {
    ctx.drawImage(photo, strip.sourceX, 0, 1, LIVE_FRAME.height, strip.x, strip.top, 1, strip.height);
  }
  return canvas;
}
