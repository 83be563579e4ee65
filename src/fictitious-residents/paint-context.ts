import type { PortraitFeatures, Pose } from './portrait-features.ts';

interface Gradient {
  addColorStop(offset: number, colour: string): void;
}

/** Pixels, four bytes each, red first. */
export interface PaintPixels {
  readonly data: { [index: number]: number; readonly length: number };
}

/**
 * The few canvas calls the drawing needs. The browser's 2D contexts and the one of @napi-rs/canvas both
 * satisfy it, so the drawing itself knows neither.
 */
export interface PaintContext {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: string;
  filter: string;
  save(): void;
  restore(): void;
  clip(): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticCurveTo(cpx: number, cpy: number, x: number, y: number): void;
  bezierCurveTo(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void;
  ellipse(x: number, y: number, rx: number, ry: number, rotation: number, start: number, end: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  fill(): void;
  stroke(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  createRadialGradient(x0: number, y0: number, r0: number, x1: number, y1: number, r1: number): Gradient;
  getImageData(x: number, y: number, width: number, height: number): PaintPixels;
  putImageData(pixels: PaintPixels, x: number, y: number): void;
}

/** Side of the square sheet a portrait is drawn on, pixels. */
export const SHEET = 640;

/** Both sides of a face: -1 is the left of the picture. */
export const SIDES = [-1, 1] as const;

/** One drawing in the making: where the face is, which way it looks, what its skin is like. */
export interface Sketch {
  readonly ctx: PaintContext;
  readonly features: PortraitFeatures;
  readonly pose: Pose;
  readonly cx: number;
  readonly cy: number;
  /** How far the middle of the face has moved by turning, pixels. */
  readonly shift: number;
  /** The skin's colour, lighter or darker by `shade`. */
  skin(shade: number, alpha?: number): string;
}

/** Lays out a sketch on a sheet. */
export function sketch(ctx: PaintContext, features: PortraitFeatures, pose: Pose): Sketch {
  const skin = (shade: number, alpha = 1): string => {
    const channels = features.skin.map((v) => Math.max(0, Math.min(255, Math.round(v * shade))));
    return `rgba(${channels.join(',')},${alpha})`;
  };
  return { ctx, features, pose, cx: SHEET / 2 + pose.dx, cy: 300, shift: pose.yaw * 46, skin };
}

/** A soft round spot of light, shade or blush over the whole clip. */
export function spot(
  ctx: PaintContext,
  x: number,
  y: number,
  inner: number,
  outer: number,
  stops: readonly (readonly [number, string])[],
): void {
  const gradient = ctx.createRadialGradient(x, y, inner, x, y, outer);
  for (const [offset, colour] of stops) gradient.addColorStop(offset, colour);
  ctx.fillStyle = gradient;
  ctx.fillRect(0, 0, SHEET, SHEET);
}

/** Draws with a soft brush of `radius` pixels. */
export function softly(ctx: PaintContext, radius: number, draw: () => void): void {
  ctx.filter = `blur(${radius}px)`;
  draw();
  ctx.filter = 'none';
}
