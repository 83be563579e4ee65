import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { clipFrames } from '../../src/fictitious-residents/clip.ts';
import { PEOPLE } from '../../src/fictitious-residents/portrait-people.ts';
import { cachedClip, makeClip } from './make-clip.ts';
import { portraitJpeg } from './portrait-pictures.ts';

const START_OF_JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

function jpegsIn(clip: Buffer): number {
  let found = 0;
  for (let at = clip.indexOf(START_OF_JPEG); at >= 0; at = clip.indexOf(START_OF_JPEG, at + 1)) found++;
  return found;
}

it('a clip is one JPEG after another, the same each time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yikatong-clip-'));
  try {
    const [one, two] = ['one.mjpeg', 'two.mjpeg'].map((name) => {
      makeClip(PEOPLE.plain, 'still', join(folder, name));
      return readFileSync(join(folder, name));
    });
    expect(jpegsIn(one ?? Buffer.of())).toBe(clipFrames('still').length);
    expect(one?.equals(two ?? Buffer.of())).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('a cached clip is named by its content', () => {
  expect(cachedClip(PEOPLE.plain, 'still')).toBe(cachedClip(structuredClone(PEOPLE.plain), 'still'));
  expect(cachedClip(PEOPLE.student, 'still')).not.toBe(cachedClip(PEOPLE.plain, 'still'));
});

it('the chip portrait is the 102 x 126 of the card, some 2 KB', () => {
  const jpeg = Buffer.from(portraitJpeg(PEOPLE.plain));
  const frameHeader = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  expect([jpeg.readUInt16BE(frameHeader + 7), jpeg.readUInt16BE(frameHeader + 5)]).toEqual([102, 126]);
  expect(jpeg.length).toBeLessThan(3_500);
});
