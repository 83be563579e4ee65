import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ClipKind, clipFrames } from '../../src/fictitious-residents/clip.ts';
import type { PortraitFeatures } from '../../src/fictitious-residents/portrait-features.ts';
import { liveFrames } from './live-frames.ts';

/** Clips are made when needed, never committed: 2-4 MB each. */
export const CLIP_CACHE = fileURLToPath(
  new URL('../../node_modules/.cache/yikatong/clips/', import.meta.url),
);

/** Raise it when the drawing changes, so that old clips are not played. */
const DRAWING_VERSION = 1;

/**
 * Writes a camera clip for Chromium's `--use-file-for-fake-video-capture`: JPEG frames one after another,
 * 640 x 480, 30 per second, played in a loop.
 */
export function makeClip(features: PortraitFeatures, kind: ClipKind, outFile: string): void {
  const frame = liveFrames(features);
  const jpegs = clipFrames(kind).map(frame);
  mkdirSync(dirname(outFile), { recursive: true });
  // Two test runs may make the same clip at once: each writes its own file and moves it into place.
  const draft = `${outFile}.${process.pid}`;
  writeFileSync(draft, Buffer.concat(jpegs));
  renameSync(draft, outFile);
}

/** The clip of this person, made now or taken from the cache; returns its file name (`.mjpeg`). */
export function cachedClip(features: PortraitFeatures, kind: ClipKind): string {
  const key = createHash('sha256')
    .update(JSON.stringify([DRAWING_VERSION, features, clipFrames(kind)]))
    .digest('hex')
    .slice(0, 20);
  const file = join(CLIP_CACHE, `${kind}-${key}.mjpeg`);
  if (!existsSync(file)) makeClip(features, kind, file);
  return file;
}
