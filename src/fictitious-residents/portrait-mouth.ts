import { SIDES, type Sketch, softly, spot } from './paint-context.ts';

export function drawNose({ ctx, features, cx, cy, shift, skin }: Sketch): void {
  const width = features.nose.halfWidth;
  const x = cx + shift * 1.5;
  const y = cy + 46;
  spot(ctx, x, y - 34, 2, 26, [
    [0, skin(1.16, 0.6)],
    [1, skin(1.16, 0)],
  ]);
  ctx.strokeStyle = skin(0.62, 0.35);
  ctx.lineWidth = 9;
  for (const side of SIDES) {
    softly(ctx, 4, () => {
      ctx.beginPath();
      ctx.moveTo(cx + side * 13 + shift * 1.1, cy - 24);
      ctx.quadraticCurveTo(x + side * 13, y - 16, x + side * width, y + 2);
      ctx.stroke();
    });
  }
  spot(ctx, x, y + 2, 3, width + 8, [
    [0, skin(1.12, 0.9)],
    [0.6, skin(1, 0.5)],
    [1, skin(0.8, 0)],
  ]);
  softly(ctx, 1.6, () => {
    ctx.fillStyle = 'rgba(70,30,22,.72)';
    for (const side of SIDES) {
      ctx.beginPath();
      ctx.ellipse(x + side * width * 0.5, y + 13, 6.5, 3.6, side * 0.3, 0, 7);
      ctx.fill();
    }
    ctx.strokeStyle = skin(0.5, 0.55);
    ctx.lineWidth = 4;
    ctx.beginPath();
    ctx.moveTo(x - width * 0.95, y + 8);
    ctx.quadraticCurveTo(x, y + 24, x + width * 0.95, y + 8);
    ctx.stroke();
  });
}

export function drawMouth({ ctx, features, pose, cx, cy, shift, skin }: Sketch): void {
  const { halfWidth, lipHeight, lip } = features.mouth;
  const x = cx + shift * 1.15;
  const y = cy + 92;
  softly(ctx, 1, () => {
    ctx.fillStyle = lip;
    ctx.beginPath();
    ctx.moveTo(x - halfWidth, y);
    ctx.quadraticCurveTo(x - halfWidth * 0.4, y - 14, x - 7, y - 12);
    ctx.quadraticCurveTo(x, y - 8, x + 7, y - 12);
    ctx.quadraticCurveTo(x + halfWidth * 0.4, y - 14, x + halfWidth, y);
    ctx.quadraticCurveTo(x, y + lipHeight, x - halfWidth, y);
    ctx.fill();
    ctx.strokeStyle = 'rgba(96,34,32,.9)';
    ctx.lineWidth = 3;
    ctx.beginPath();
    ctx.moveTo(x - halfWidth, y);
    ctx.quadraticCurveTo(x, y + pose.smile, x + halfWidth, y);
    ctx.stroke();
    ctx.fillStyle = 'rgba(255,220,210,.28)';
    ctx.beginPath();
    ctx.ellipse(x, y + 10, halfWidth * 0.4, 4, 0, 0, 7);
    ctx.fill();
  });
  softly(ctx, 5, () => {
    ctx.fillStyle = skin(0.62, 0.4);
    ctx.beginPath();
    ctx.ellipse(x, y + 25, halfWidth * 0.55, 6, 0, 0, 7);
    ctx.fill();
  });
}

/** Drawn over the mouth's surroundings, under the lips: call before `drawMouth`. */
export function drawBeard({ ctx, features, cx, cy, shift }: Sketch): void {
  if (features.beard === 'none') return;
  const { halfWidth: fw, halfHeight: fh } = features.face;
  const x = cx + shift * 1.1;
  const y = cy + 92;
  const width = features.mouth.halfWidth;
  ctx.fillStyle = features.hair.colour;
  ctx.strokeStyle = features.hair.colour;
  softly(ctx, 3, () => {
    ctx.lineWidth = 13;
    ctx.beginPath();
    ctx.moveTo(x - width - 4, y - 6);
    ctx.quadraticCurveTo(x, y - 34, x + width + 4, y - 6);
    ctx.stroke();
    if (features.beard === 'moustache') return;
    ctx.beginPath();
    if (features.beard === 'goatee') ctx.ellipse(x, cy + fh * 0.94, width * 0.8, 30, 0, 0, 7);
    else {
      ctx.moveTo(cx - fw, cy + 20);
      ctx.quadraticCurveTo(cx - fw * 0.8, cy + fh * 0.5, x - width - 10, y - 8);
      ctx.quadraticCurveTo(x, y + 78, x + width + 10, y - 8);
      ctx.quadraticCurveTo(cx + fw * 0.8, cy + fh * 0.5, cx + fw, cy + 20);
      ctx.quadraticCurveTo(cx + fw, cy + fh, cx + shift * 0.6, cy + fh * 1.2);
      ctx.quadraticCurveTo(cx - fw, cy + fh, cx - fw, cy + 20);
    }
    ctx.fill();
  });
}
