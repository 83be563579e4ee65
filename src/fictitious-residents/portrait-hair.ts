import { SIDES, type Sketch, softly } from './paint-context.ts';

/** The hair behind the head; nothing for the bald. */
export function drawHairBehind({ ctx, features, cx, cy, shift, skin }: Sketch): void {
  const { halfWidth: fw, halfHeight: fh } = features.face;
  const { style } = features.hair;
  ctx.fillStyle = style === 'bald' ? skin(0.92) : features.hair.colour;
  if (style === 'bun') {
    ctx.beginPath();
    ctx.ellipse(cx - shift * 0.5, cy - fh - 62, 52, 44, 0, 0, 7);
    ctx.fill();
  }
  const margin = style === 'bald' ? 2 : 26;
  ctx.beginPath();
  ctx.ellipse(cx - shift * 0.3, cy - 40, fw + margin, fh + (style === 'bald' ? -8 : 14), 0, 0, 7);
  ctx.fill();
  if (style !== 'long') return;
  ctx.beginPath();
  ctx.moveTo(cx - fw - 24, cy - 60);
  ctx.quadraticCurveTo(cx - fw - 56, cy + 160, cx - fw - 6, cy + 230);
  ctx.lineTo(cx + fw + 6, cy + 230);
  ctx.quadraticCurveTo(cx + fw + 56, cy + 160, cx + fw + 24, cy - 60);
  ctx.fill();
  ctx.fillStyle = skin(0.78);
  ctx.fillRect(cx - 56, cy + 80, 112, 130);
}

/** Fringe and hairline over the forehead. */
export function drawHairline({ ctx, features, cx, cy, shift }: Sketch): void {
  const { style, colour, parting } = features.hair;
  if (style === 'bald') return;
  const { halfWidth: fw, halfHeight: fh } = features.face;
  const rise = style === 'receding' ? 44 : style === 'bun' ? 22 : 0;
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.moveTo(cx - fw - 8, cy - 20);
  ctx.bezierCurveTo(
    cx - fw - 22,
    cy - fh * 1.12 - rise * 0.5,
    cx + fw + 22,
    cy - fh * 1.12 - rise * 0.5,
    cx + fw + 8,
    cy - 20,
  );
  ctx.bezierCurveTo(
    cx + fw - 8,
    cy - 70 - rise * 0.5,
    cx + fw * 0.7,
    cy - 96 - rise,
    cx + parting + shift * 0.4,
    cy - 100 - rise,
  );
  ctx.bezierCurveTo(cx - fw * 0.5, cy - 98 - rise, cx - fw + 6, cy - 74 - rise * 0.5, cx - fw - 8, cy - 20);
  ctx.fill();
  ctx.strokeStyle = 'rgba(255,255,255,.06)';
  ctx.lineWidth = 3;
  for (let strand = -6; strand < 7; strand++) {
    ctx.beginPath();
    ctx.moveTo(cx + strand * 16, cy - fh * 0.86 - rise * 0.4);
    ctx.quadraticCurveTo(cx + strand * 20, cy - 120 - rise, cx + strand * 17, cy - 98 - rise);
    ctx.stroke();
  }
}

/** Lines of the forehead, beside the eyes, under them, and from nose to mouth. */
export function drawWrinkles({ ctx, features, cx, cy, shift, skin }: Sketch): void {
  const { wrinkles } = features;
  if (wrinkles <= 0) return;
  const { apart, halfWidth } = features.eyes;
  ctx.strokeStyle = skin(0.6, 0.65 * wrinkles);
  ctx.lineWidth = 3;
  softly(ctx, 1.2, () => {
    for (let line = 0; line < 3; line++) {
      const y = cy - 70 - line * 13;
      curve(cx - 52 + shift, y, cx + shift, y - 7, cx + 52 + shift, y);
    }
    for (const side of SIDES) {
      const eyeX = cx + side * apart + shift;
      curve(eyeX - 22, cy + 4, eyeX, cy + 16, eyeX + 22, cy + 4);
      for (const lift of [-8, 0, 8]) {
        const x = eyeX + side * (halfWidth + 5);
        curve(x, cy - 12, x + side * 8, cy - 12 + lift * 0.4, x + side * 15, cy - 12 + lift);
      }
      const noseX = cx + shift * 1.3 + side * (features.nose.halfWidth + 6);
      curve(
        noseX,
        cy + 46,
        noseX + side * 16,
        cy + 66,
        cx + shift + side * (features.mouth.halfWidth + 12),
        cy + 100,
      );
    }
  });

  function curve(x0: number, y0: number, x1: number, y1: number, x2: number, y2: number): void {
    ctx.beginPath();
    ctx.moveTo(x0, y0);
    ctx.quadraticCurveTo(x1, y1, x2, y2);
    ctx.stroke();
  }
}
