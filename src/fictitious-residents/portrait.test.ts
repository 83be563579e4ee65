import { expect, it } from 'vitest';
import { faceDecision } from '../face/distance.ts';
import { DEFAULT_CHALLENGE_LIMITS } from '../face/options.ts';
import { CLIP_FPS, clipFrames } from './clip.ts';
import { LIVE_FRAME, swungStrips } from './framing.ts';
import { addGrain } from './portrait.ts';
import { aged } from './portrait-age.ts';
import { CHIP_TO_LIVE, expectedDecision } from './portrait-distances.ts';
import { PLAIN_FEATURES } from './portrait-features.ts';
import { PEOPLE, PERSON_NAMES, person } from './portrait-people.ts';

const PACK = { accept: 0.48, refuse: 0.58 };

it('ID-5 everybody is accepted with their own card, with room for noise', () => {
  for (const name of PERSON_NAMES) expect(expectedDecision(name, name, PACK), name).toBe('accept');
});

it('ID-5 the family has pairs that are refused, and pairs nobody can decide', () => {
  expect(expectedDecision('longHairedWoman', 'darkBroadMan', PACK)).toBe('refuse');
  expect(expectedDecision('fairNarrowWoman', 'moustachedDriver', PACK)).toBe('refuse');
  expect(expectedDecision('fisherman', 'fairNarrowWoman', PACK)).toBe('retry');
  expect(expectedDecision('fisherman', 'grandmother', PACK)).toBe('retry');
});

it('a pair near a limit is unsure', () => {
  const distance = CHIP_TO_LIVE.plain[PERSON_NAMES.indexOf('darkBroadMan')] ?? 0;
  expect(faceDecision(distance, PACK)).toBe('refuse');
  expect(expectedDecision('plain', 'darkBroadMan', PACK)).toBe('unsure');
});

it('the table has a row and a column for everybody', () => {
  expect(Object.keys(CHIP_TO_LIVE)).toEqual(PERSON_NAMES);
  for (const row of Object.values(CHIP_TO_LIVE)) expect(row).toHaveLength(PERSON_NAMES.length);
});

it('a person is a change of another, part by part', () => {
  const changed = person({ hair: { style: 'bun' }, beard: 'full' }, PEOPLE.bearded);
  expect(changed.hair).toEqual({ ...PEOPLE.bearded.hair, style: 'bun' });
  expect(changed.nose).toEqual(PEOPLE.bearded.nose);
});

it('age greys the hair and wrinkles the skin, and leaves the bones', () => {
  expect(aged(PLAIN_FEATURES, 30)).toEqual(PLAIN_FEATURES);
  const old = aged(PLAIN_FEATURES, 80);
  expect(old).toMatchObject({ wrinkles: 1, hair: { colour: '#b8b3ae' }, face: PLAIN_FEATURES.face });
});

it('grain is the same for the same seed and stays within a byte', () => {
  const grained = (seed: number): number[] => {
    const data = [0, 255, 128, 255, 3, 252, 7, 255];
    addGrain({ data }, seed);
    return data;
  };
  expect(grained(5)).toEqual(grained(5));
  expect(grained(5)).not.toEqual(grained(6));
  for (const value of grained(5)) expect(value >= 0 && value <= 255).toBe(true);
});

it('one loop of the turning clip is shorter than the time for one turn', () => {
  const loopMs = (clipFrames('turning').length / CLIP_FPS) * 1000;
  expect(loopMs).toBeLessThan(DEFAULT_CHALLENGE_LIMITS.stepMs);
});

it('the turning clip turns both ways, closes the eyes, and ends where it began', () => {
  const frames = clipFrames('turning').flatMap((frame) => (frame.shows === 'person' ? [frame.pose] : []));
  expect(Math.min(...frames.map((pose) => pose.yaw))).toBe(-0.6);
  expect(Math.max(...frames.map((pose) => pose.yaw))).toBe(0.6);
  expect(frames.some((pose) => pose.eyesOpen === 0)).toBe(true);
  expect(frames.at(-1)).toEqual(frames[0]);
});

it('a swung photo is narrower than the frame, and an unswung one is the frame', () => {
  const flat = swungStrips(0, LIVE_FRAME);
  expect(flat.every((strip) => Math.abs(strip.sourceX - strip.x) < 1e-9 && strip.top === 0)).toBe(true);
  expect(swungStrips(35, LIVE_FRAME).length).toBeLessThan(flat.length);
});
