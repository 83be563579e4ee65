import { SHEET, SIDES, type Sketch, spot } from './paint-context.ts';

/** Shoulders and neck, behind everything. */
export function drawBust({ ctx, features, cx, cy, skin }: Sketch): void {
  ctx.fillStyle = features.clothing;
  ctx.beginPath();
  ctx.moveTo(60, SHEET);
  ctx.quadraticCurveTo(90, 520, 250, 492);
  ctx.lineTo(390, 492);
  ctx.quadraticCurveTo(550, 520, 580, SHEET);
  ctx.fill();
  ctx.fillStyle = skin(0.78);
  ctx.beginPath();
  ctx.moveTo(cx - 62, cy + 70);
  ctx.lineTo(cx - 66, 500);
  ctx.quadraticCurveTo(cx, 548, cx + 66, 500);
  ctx.lineTo(cx + 62, cy + 70);
  ctx.fill();
}

export function drawEars({ ctx, features, cx, cy, shift, skin }: Sketch): void {
  for (const side of SIDES) {
    ctx.fillStyle = skin(0.86);
    ctx.beginPath();
    ctx.ellipse(cx + side * (features.face.halfWidth + 2) - shift * 0.2, cy + 14, 16, 34, side * 0.15, 0, 7);
    ctx.fill();
  }
}

/** Traces the outline of the face; what is drawn after `ctx.clip()` stays on the skin. */
export function traceFace({ ctx, features, cx, cy, shift }: Sketch): void {
  const { halfWidth: fw, halfHeight: fh } = features.face;
  ctx.beginPath();
  ctx.moveTo(cx - fw, cy - 30);
  ctx.bezierCurveTo(
    cx - fw - 2,
    cy + 70,
    cx - fw * 0.72,
    cy + fh * 0.8,
    cx - fw * 0.28 + shift * 0.5,
    cy + fh * 0.98,
  );
  ctx.quadraticCurveTo(cx + shift * 0.6, cy + fh * 1.05, cx + fw * 0.28 + shift * 0.5, cy + fh * 0.98);
  ctx.bezierCurveTo(cx + fw * 0.72, cy + fh * 0.8, cx + fw + 2, cy + 70, cx + fw, cy - 30);
  ctx.bezierCurveTo(cx + fw, cy - fh * 0.95, cx - fw, cy - fh * 0.95, cx - fw, cy - 30);
  ctx.closePath();
}

/** Roundness, cheeks, the light on forehead and chin, the shade of the eye sockets. */
export function shadeFace({ ctx, features, cx, cy, shift, skin }: Sketch): void {
  const { halfWidth: fw, halfHeight: fh } = features.face;
  const round = ctx.createRadialGradient(cx - 20 + shift, cy - 30, 20, cx + shift * 0.5, cy + 10, fw * 1.75);
  round.addColorStop(0, skin(1.06));
  round.addColorStop(0.5, skin(1));
  round.addColorStop(0.8, skin(0.88));
  round.addColorStop(1, skin(0.7));
  ctx.fillStyle = round;
  ctx.fillRect(0, 0, SHEET, SHEET);
  for (const side of SIDES) {
    spot(ctx, cx + side * 58 + shift, cy + 48, 4, 52, [
      [0, 'rgba(214,110,96,.22)'],
      [1, 'rgba(214,110,96,0)'],
    ]);
  }
  spot(ctx, cx + shift, cy - 92, 6, 74, [
    [0, skin(1.14, 0.55)],
    [1, skin(1.14, 0)],
  ]);
  spot(ctx, cx + shift, cy + fh * 0.82, 4, 40, [
    [0, skin(1.1, 0.45)],
    [1, skin(1.1, 0)],
  ]);
  for (const side of SIDES) {
    spot(ctx, cx + side * features.eyes.apart + shift, cy - 18, 4, 44, [
      [0, skin(0.72, 0.5)],
      [1, skin(0.72, 0)],
    ]);
  }
}
