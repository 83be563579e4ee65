import type { CodeAnswer, CodeRequest } from './code-messages.ts';
import { decodeQr } from './decode-qr.ts';

/**
 * The signed code of a receipt has 85 modules with its quiet zone: at 960 pixels across it is read from where it
 * fills half the width, also with a camera's noise; at 640 only from two thirds. A telephone's code is coarser.
 */
const MOST_WIDTH = 960;

let canvas: OffscreenCanvas | null = null;

function look(frame: ImageBitmap): string | null {
  const scale = Math.min(1, MOST_WIDTH / frame.width);
  const width = Math.round(frame.width * scale);
  const height = Math.round(frame.height * scale);
  if (canvas?.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height);
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (ctx === null) throw new Error('no 2D canvas');
  ctx.drawImage(frame, 0, 0, width, height);
  frame.close();
  return decodeQr(ctx.getImageData(0, 0, width, height).data, width, height);
}

self.onmessage = (event: MessageEvent<CodeRequest>) => {
  const answer: CodeAnswer = { code: look(event.data.frame) };
  self.postMessage(answer);
};
