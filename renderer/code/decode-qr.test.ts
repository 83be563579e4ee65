import { createCanvas } from '@napi-rs/canvas';
import { create } from 'qrcode';
import { expect, it } from 'vitest';
import { LONGEST_CODE } from '../../src/ports/code-scanner.ts';
import { decodeQr } from './decode-qr.ts';

/** As long as the signed code of a receipt: 77 modules. */
const SIGNED = `YKT1.${'a7_Zq3-Xw0'.repeat(38)}`;
const CODE = 'ECARD:6f1a2b3c-3b1f-4a80-9d55-0d6a7f2f7b11:20261122';

interface Scene {
  readonly text?: string;
  /** Pixels across the picture, three quarters as high. */
  readonly width?: number;
  /** Degrees. */
  readonly turned?: number;
  /** Pixels a side of the code with its quiet zone. */
  readonly size?: number;
  /** Greatest change of a channel, of 255. */
  readonly noise?: number;
  readonly ground?: string;
}

/** What a camera sees of a telephone or a receipt: a code, turned, on a busy ground, with noise. */
function scene({ text = CODE, width = 640, turned = 0, size = 240, noise = 0, ground = '#6b5a48' }: Scene) {
  const height = (width / 4) * 3;
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext('2d');
  ctx.fillStyle = ground;
  ctx.fillRect(0, 0, width, height);
  ctx.translate(width / 2 + 10, height / 2 - 10);
  ctx.rotate((turned * Math.PI) / 180);
  ctx.fillStyle = '#e8e8e8';
  ctx.fillRect(-size / 2, -size / 2, size, size);
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const module = size / (modules.size + 8);
  ctx.fillStyle = '#181818';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      const x = (column + 4) * module - size / 2;
      ctx.fillRect(x, (row + 4) * module - size / 2, module + 0.3, module + 0.3);
    }
  }
  const { data } = ctx.getImageData(0, 0, width, height);
  const rgba = new Uint8ClampedArray(data);
  let seed = 12_345;
  for (let at = 0; at < rgba.length; at += 1) {
    // A linear congruential generator (Numerical Recipes): the same noise in every run.
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    rgba[at] = (rgba[at] ?? 0) + ((seed / 2 ** 32) * 2 - 1) * noise;
  }
  return rgba;
}

it.each<[string, Scene]>([
  ['straight', {}],
  ['turned by 17 degrees', { turned: 17 }],
  ['turned by 90 degrees', { turned: 90 }],
  ['upside down', { turned: 180 }],
  ['with noise', { noise: 40 }],
  ['turned, with noise', { turned: -31, noise: 40 }],
  ['far away', { size: 130 }],
  ['near and turned', { size: 330, turned: 12 }],
  ['in a dark room', { ground: '#0a0a0a', noise: 20 }],
])('ECARD-2 reads a code %s', (_, how) => {
  expect(decodeQr(scene(how), 640, 480)).toBe(CODE);
});

it.each([0, 12, 90])('INV-4 reads a code as fine as a receipt has, turned by %i degrees', (turned) => {
  expect(decodeQr(scene({ text: SIGNED, width: 960, size: 500, turned, noise: 12 }), 960, 720)).toBe(SIGNED);
});

it('passes on Chinese text and every mark as it is', () => {
  const text = '电子社保卡|试验甲|%2F+=';
  expect(decodeQr(scene({ text, size: 300 }), 640, 480)).toBe(text);
});

it('sees nothing where there is nothing, or too little of it', () => {
  expect(decodeQr(new Uint8ClampedArray(640 * 480 * 4), 640, 480)).toBeNull();
  expect(decodeQr(scene({ size: 40 }), 640, 480)).toBeNull();
  expect(decodeQr(scene({}).subarray(0, 640 * 200 * 4), 640, 200)).toBeNull();
});

it('a code longer than any code is none', () => {
  const text = 'A'.repeat(LONGEST_CODE + 1);
  expect(decodeQr(scene({ text, size: 440 }), 640, 480)).toBeNull();
  expect(decodeQr(scene({ text: text.slice(1), size: 440 }), 640, 480)).toBe(text.slice(1));
});
