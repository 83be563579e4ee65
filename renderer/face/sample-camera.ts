import { CLIP_FPS, type ClipFrame, type ClipKind, clipFrames } from '../../src/fictitious-residents/clip.ts';
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
import type { Camera } from './camera.ts';
import { drawing } from './pictures.ts';

/**
 * A camera for a developer who has none: a drawn person who looks straight, turns to both sides and closes the
 * eyes, in a loop. Import it only behind `__DEV_DOCK__`, so that no production build contains it.
 */
export function sampleClipCamera(features: PortraitFeatures, kind: ClipKind = 'turning'): Camera {
  const screen = document.createElement('canvas');
  screen.width = LIVE_FRAME.width;
  screen.height = LIVE_FRAME.height;
  const ctx = screen.getContext('2d');
  if (ctx === null) throw new Error('no 2D canvas');
  const frames = clipFrames(kind);
  const views = new Map<string, OffscreenCanvas>();
  const startedAt = performance.now();

  const show = (): void => {
    const index = Math.floor(((performance.now() - startedAt) / 1000) * CLIP_FPS);
    const frame = frames[index % frames.length];
    if (frame === undefined) return;
    const key = JSON.stringify(frame);
    const view = views.get(key) ?? viewOf(features, frame);
    views.set(key, view);
    const { width, height } = LIVE_FRAME;
    ctx.drawImage(view, Math.sin(index / 11) * 2.2 - 4, Math.cos(index / 7) * 1.4 - 4, width + 8, height + 8);
  };
  show();
  const timer = setInterval(show, 1000 / CLIP_FPS);
  const stream = screen.captureStream(CLIP_FPS);
  return {
    stream,
    close() {
      clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
    },
  };
}

function viewOf(features: PortraitFeatures, frame: ClipFrame): OffscreenCanvas {
  const person = personView(features, frame.shows === 'person' ? frame.pose : FRONTAL);
  if (frame.shows === 'person') return person;
  const { canvas, ctx } = drawing(LIVE_FRAME.width, LIVE_FRAME.height);
  ctx.fillStyle = '#8f948f';
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  for (const strip of swungStrips(frame.swingDegrees, LIVE_FRAME)) {
    ctx.drawImage(person, strip.sourceX, 0, 1, canvas.height, strip.x, strip.top, 1, strip.height);
  }
  return canvas;
}

function personView(features: PortraitFeatures, pose: Pose): OffscreenCanvas {
  const sheet = drawing(SHEET, SHEET);
  drawPortrait(sheet.ctx, features, pose);
  const { canvas, ctx } = drawing(LIVE_FRAME.width, LIVE_FRAME.height);
  ctx.fillStyle = features.ground;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  const { x, y, width, height } = SHEET_IN_LIVE_FRAME;
  ctx.drawImage(sheet.canvas, x, y, width, height);
  ctx.fillStyle = ROOM_SHADE;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  const pixels = ctx.getImageData(0, 0, canvas.width, canvas.height);
  addGrain(pixels, features.seed);
  ctx.putImageData(pixels, 0, 0);
  return canvas;
}
