import { describe, expect, it } from 'vitest';
import { lightAndFocus } from './light-and-focus.ts';

const W = 48;
const H = 36;
function picture(grey: (x: number, y: number) => number): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(W * H * 4);
  for (let y = 0; y < H; y += 1)
    for (let x = 0; x < W; x += 1) rgba.set([grey(x, y), grey(x, y), grey(x, y), 255], (y * W + x) * 4);
  return rgba;
}
const look = (grey: (x: number, y: number) => number) => lightAndFocus(picture(grey), W, H);

describe('what the camera page measures', () => {
  it('finds no edge in one colour, and its light', () => {
    const { light, focus } = look(() => 90);
    expect(light).toBeCloseTo(90, 3);
    expect(focus).toBeCloseTo(0, 3);
  });

  it('tells dark from bright', () => {
    expect(look(() => 20).light).toBeLessThan(look(() => 200).light);
  });

  it('falls as the same edge blurs', () => {
    const edge = (blur: number) => look((x) => Math.min(255, Math.max(0, 128 + ((x - W / 2) * 128) / blur)));
    const [sharp, soft, softer] = [edge(1), edge(6), edge(16)];
    expect(sharp.focus).toBeGreaterThan(soft.focus);
    expect(soft.focus).toBeGreaterThan(softer.focus);
    // The light is the same in all of them.
    expect(Math.abs(sharp.light - softer.light)).toBeLessThan(8);
  });

  it('weighs colours as eyes do: green is brighter than blue', () => {
    const one = (colour: readonly number[]) => {
      const rgba = new Uint8ClampedArray(W * H * 4);
      for (let at = 0; at < W * H; at += 1) rgba.set([...colour, 255], at * 4);
      return lightAndFocus(rgba, W, H).light;
    };
    expect(one([0, 255, 0])).toBeGreaterThan(one([0, 0, 255]) * 4);
  });
});
