import { SIDES, type Sketch, softly } from './paint-context.ts';

/** How far the eyes stand above the middle of the face, pixels. */
export const EYE_RISE = 14;

export function drawBrows({ ctx, features, cx, cy, shift }: Sketch): void {
  const { apart } = features.eyes;
  const y = cy - EYE_RISE + features.brows.drop;
  ctx.strokeStyle = features.brows.colour;
  ctx.lineCap = 'round';
  ctx.lineWidth = features.brows.thickness;
  for (const side of SIDES) {
    softly(ctx, 1.4, () => {
      ctx.beginPath();
      ctx.moveTo(cx + side * (apart - 26) + shift, y - 33);
      ctx.quadraticCurveTo(
        cx + side * (apart + 2) + shift,
        y - 47,
        cx + side * (apart + 33) + shift * 0.8,
        y - 32,
      );
      ctx.stroke();
    });
  }
}

export function drawEyes(drawing: Sketch): void {
  const { cx, cy, shift, features } = drawing;
  for (const side of SIDES) {
    const x = cx + side * features.eyes.apart + shift;
    drawEyeball(drawing, x, cy - EYE_RISE);
    drawLids(drawing, x, cy - EYE_RISE);
  }
}

function drawEyeball({ ctx, features, pose, shift }: Sketch, x: number, y: number): void {
  const width = features.eyes.halfWidth;
  const height = features.eyes.halfHeight * pose.eyesOpen;
  ctx.save();
  ctx.beginPath();
  ctx.moveTo(x - width, y + 2);
  ctx.quadraticCurveTo(x, y - height * 1.9, x + width, y + 2);
  ctx.quadraticCurveTo(x, y + height * 1.5, x - width, y + 2);
  ctx.closePath();
  ctx.fillStyle = '#f3efea';
  ctx.fill();
  ctx.clip();
  const irisX = x + shift * 0.22;
  const iris = ctx.createRadialGradient(irisX, y - 1, 2, irisX, y - 1, 13);
  iris.addColorStop(0, features.eyes.iris);
  iris.addColorStop(0.8, features.eyes.iris);
  iris.addColorStop(1, '#1c110b');
  disc(irisX, y - 1, 12.5, iris);
  disc(irisX, y - 1, 5.6, '#080505');
  disc(irisX + 4, y - 6, 2.6, 'rgba(255,255,255,.9)');
  ctx.fillStyle = 'rgba(40,20,14,.35)';
  ctx.fillRect(x - width, y - height * 2, width * 2, height * 0.9);
  ctx.restore();

  function disc(atX: number, atY: number, radius: number, fill: unknown): void {
    ctx.fillStyle = fill;
    ctx.beginPath();
    ctx.ellipse(atX, atY, radius, radius, 0, 0, 7);
    ctx.fill();
  }
}

function drawLids({ ctx, features, pose, skin }: Sketch, x: number, y: number): void {
  const width = features.eyes.halfWidth;
  const height = features.eyes.halfHeight * pose.eyesOpen;
  const curve = (left: number, right: number, rise: number, colour: string, thickness: number): void => {
    ctx.strokeStyle = colour;
    ctx.lineWidth = thickness;
    ctx.beginPath();
    ctx.moveTo(x - width - 1, left);
    ctx.quadraticCurveTo(x, rise, x + width + 1, right);
    ctx.stroke();
  };
  // A closed lid hangs over the eyeball: its edge curves down where an open one curves up.
  const hang = (1 - pose.eyesOpen) * 22;
  curve(y + 2, y + 2, y - height * 1.95 + hang, 'rgba(30,18,14,.92)', 4.4);
  curve(y + 3, y + 3, y + height * 1.6, skin(0.55, 0.6), 2.2);
  softly(ctx, 0.8, () => curve(y - 7, y - 6, y - height * 1.9 - 9, skin(0.58, 0.5), 2.6));
}

/** Frames follow the eyes when the head turns; the arms run back to the ears. */
export function drawGlasses({ ctx, features, cx, cy, shift }: Sketch): void {
  if (features.glasses === 'none') return;
  const { apart, halfWidth } = features.eyes;
  const y = cy - EYE_RISE + 3;
  const radius = Math.min(apart - 4, halfWidth + 12);
  ctx.strokeStyle = features.glasses === 'round' ? '#7a5a2e' : '#1b1c22';
  ctx.lineWidth = features.glasses === 'round' ? 4 : 6;
  for (const side of SIDES) {
    const x = cx + side * apart + shift;
    ctx.beginPath();
    if (features.glasses === 'round') ctx.ellipse(x, y, radius, radius, 0, 0, 7);
    else ctx.rect(x - radius, y - radius * 0.66, radius * 2, radius * 1.32);
    ctx.stroke();
    ctx.beginPath();
    ctx.moveTo(x + side * radius, y - 4);
    ctx.lineTo(cx + side * features.face.halfWidth, y - 2);
    ctx.stroke();
  }
  ctx.beginPath();
  ctx.moveTo(cx - apart + radius + shift, y - 4);
  ctx.quadraticCurveTo(cx + shift * 1.15, y - 12, cx + apart - radius + shift, y - 4);
  ctx.stroke();
}
