import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeFrame, FrameReader } from './frames.ts';

const payloads = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 });

it('finds frames however the stream was cut or merged', () => {
  fc.assert(
    fc.property(payloads, fc.array(fc.nat(40)), (frames, cuts) => {
      const stream = Uint8Array.from(frames.flatMap((frame) => [...encodeFrame(frame)]));
      const reader = new FrameReader();
      const found: Uint8Array[] = [];
      let at = 0;
      for (const cut of cuts) {
        found.push(...reader.push(stream.slice(at, at + cut)));
        at += cut;
      }
      found.push(...reader.push(stream.slice(at)));
      expect(found).toEqual(frames);
      expect(reader.announced).toBeNull();
    }),
  );
});

it('takes the longest frame, and waits for one that never ends', () => {
  const reader = new FrameReader();
  const longest = new Uint8Array(65_535).fill(7);
  expect(reader.push(encodeFrame(longest))).toEqual([longest]);
  expect(reader.push(Uint8Array.of(0xff, 0xff, 1, 2, 3))).toEqual([]);
  expect(reader.announced).toBe(65_535);
});
