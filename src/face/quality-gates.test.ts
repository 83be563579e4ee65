import { expect, it } from 'vitest';
import { DEFAULT_GATES } from './options.ts';
import { type FaceHint, type FrameMeasures, failingGates } from './quality-gates.ts';

const GOOD_FACE = { score: 0.8, boxHeight: 220, turnRatio: 0.51, luminance: 130, sharpness: 80 };

function frame(change: Partial<typeof GOOD_FACE> = {}, faces = 1): FrameMeasures {
  return { faces, face: { ...GOOD_FACE, ...change }, frameHeight: 480 };
}

it('ID-5 a frontal, near, lit, sharp, single face may count', () => {
  expect(failingGates(frame(), DEFAULT_GATES)).toEqual([]);
});

const CASES: readonly (readonly [string, FrameMeasures, FaceHint])[] = [
  ['two faces', frame({}, 2), 'one-person'],
  ['a score under 0.3', frame({ score: 0.29 }), 'no-face'],
  ['a box of 149 px', frame({ boxHeight: 149 }), 'come-closer'],
  ['a box that fills the frame', frame({ boxHeight: 420 }), 'move-back'],
  ['a turn ratio of 0.56', frame({ turnRatio: 0.56 }), 'look-straight'],
  ['a turn ratio of 0.44', frame({ turnRatio: 0.44 }), 'look-straight'],
  ['a luminance of 44', frame({ luminance: 44 }), 'more-light'],
  ['a luminance of 191', frame({ luminance: 191 }), 'too-bright'],
  ['a Laplacian variance of 14', frame({ sharpness: 14 }), 'hold-still'],
];

it.each(CASES)('ID-5 %s asks for the right thing', (_, measures, hint) => {
  expect(failingGates(measures, DEFAULT_GATES)).toEqual([hint]);
});

it('ID-5 no face, or one without landmarks, is told alone', () => {
  expect(failingGates({ faces: 0, face: null, frameHeight: 480 }, DEFAULT_GATES)).toEqual(['no-face']);
  expect(failingGates({ faces: 1, face: null, frameHeight: 480 }, DEFAULT_GATES)).toEqual(['no-face']);
});

it.each(['score', 'boxHeight', 'turnRatio', 'luminance', 'sharpness'] as const)(
  'a %s that is not a number never passes',
  (measure) => {
    const hints = failingGates(frame({ [measure]: Number.NaN }), DEFAULT_GATES);
    expect(hints.length).toBeGreaterThan(0);
  },
);

it('the limits themselves are inside', () => {
  const edge = frame({ score: 0.3, boxHeight: 150, luminance: 45, sharpness: 15 });
  expect(failingGates(edge, DEFAULT_GATES)).toEqual([]);
});
