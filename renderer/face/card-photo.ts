import { withDotsPerInch } from '../../src/face/jfif-density.ts';
import { faceGeometry } from '../../src/face/landmarks.ts';
import { backgroundBeside, findCrown } from '../../src/face/photo-background.ts';
import { leniently, type PhotoMeasures, photoVerdict } from '../../src/face/photo-compliance.ts';
import { CARD_PHOTO, type PhotoCrop, photoCrop } from '../../src/face/photo-crop.ts';
import { findFaces } from './face-models.ts';
import { type Drawing, drawing, faceLight } from './pictures.ts';
import type { FaceWork } from './worker-messages.ts';

/** Bytes a card photo should have (face.md §5). */
const TARGET = { least: 14_000, most: 20_000 } as const;
const ENCODINGS = 6;

/** Holds a frame against the rules of the card photo and, when asked to and it keeps them, crops it (APPLY-4). */
export async function cardPhoto(
  frame: Drawing,
  ask: FaceWork['photo']['ask'],
): Promise<FaceWork['photo']['answer']> {
  const measures = await photoMeasures(frame, ask.capture);
  const strict = photoVerdict(measures, ask.limits);
  const verdict = ask.lenient ? leniently(strict) : strict;
  if (!ask.capture || verdict.problems.length > 0 || measures.face === null) return { verdict, jpeg: null };
  return { verdict, jpeg: await encode(frame.canvas, measures.face.crop) };
}

async function photoMeasures({ canvas, ctx }: Drawing, careful: boolean): Promise<PhotoMeasures> {
  const faces = await findFaces(canvas, careful ? 'thorough' : 'quick');
  const frame = { width: canvas.width, height: canvas.height };
  const largest = faces[0];
  const geometry = largest === undefined ? null : faceGeometry(largest.landmarks);
  if (largest === undefined || geometry === null) return { faces: faces.length, frame, face: null };
  const pixels = ctx.getImageData(0, 0, canvas.width, canvas.height);
  const background = backgroundBeside(pixels, geometry);
  const crownY = findCrown(pixels, geometry, background);
  const crop = photoCrop(geometry, crownY);
  if (crop === null) return { faces: faces.length, frame, face: null };
  const light = faceLight(canvas, largest);
  return {
    faces: faces.length,
    frame,
    face: { score: largest.score, geometry, ...light, crop, crownY, background },
  };
}

/** Looks for the quality that brings the picture between 14 and 20 KB; smooth pictures may stay smaller. */
async function encode(frame: OffscreenCanvas, crop: PhotoCrop): Promise<Uint8Array> {
  const { canvas, ctx } = drawing(CARD_PHOTO.width, CARD_PHOTO.height);
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(frame, crop.x, crop.y, crop.width, crop.height, 0, 0, CARD_PHOTO.width, CARD_PHOTO.height);
  let low = 0.3;
  let high = 0.97;
  let best = await jpegOf(canvas, 0.7);
  for (let i = 0; i < ENCODINGS && (best.length < TARGET.least || best.length > TARGET.most); i++) {
    const quality = (low + high) / 2;
    best = await jpegOf(canvas, quality);
    if (best.length > TARGET.most) high = quality;
    else low = quality;
  }
  const marked = withDotsPerInch(best, CARD_PHOTO.dotsPerInch);
  if (!marked.ok) throw new Error(`the canvas wrote a JPEG without a JFIF header: ${marked.error}`);
  return marked.value;
}

async function jpegOf(canvas: OffscreenCanvas, quality: number): Promise<Uint8Array> {
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return new Uint8Array(await blob.arrayBuffer());
}
