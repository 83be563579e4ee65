import { createCanvas, loadImage } from '@napi-rs/canvas';

/** Between two screens, in pixels of the picture. */
const GAP = 20;
/** Sand: the screens stand out from it and from a white page. */
const GROUND = '#e9e4d8';

/** Screens of one size beside each other in one PNG, each of this width; one alone stands without ground. */
export async function besideEachOther(screens: readonly Uint8Array[], width: number): Promise<Uint8Array> {
  const images = await Promise.all(screens.map((png) => loadImage(png)));
  const [first] = images;
  if (first === undefined) throw new Error('a picture of no screens');
  const alone = images.length === 1;
  const each = alone ? Math.round(width * 1.35) : width;
  const height = Math.round((first.height * each) / first.width);
  const gap = alone ? 0 : GAP;
  const canvas = createCanvas(images.length * (each + gap) + gap, height + 2 * gap);
  const context = canvas.getContext('2d');
  context.fillStyle = GROUND;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  for (const [at, image] of images.entries())
    context.drawImage(image, gap + at * (each + gap), gap, each, height);
  return canvas.encode('png');
}
