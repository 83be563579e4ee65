import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { descriptorDistance, faceDecision, medianDistance } from './distance.ts';

const PACK = { accept: 0.48, refuse: 0.58 };

describe('faceDecision', () => {
  it.each([
    [0, 'accept'],
    [0.48, 'accept'],
    [0.480001, 'retry'],
    [0.58, 'retry'],
    [0.580001, 'refuse'],
    [Number.POSITIVE_INFINITY, 'refuse'],
    [Number.NaN, 'refuse'],
  ])('ID-5 a distance of %s is %s', (distance, decision) => {
    expect(faceDecision(distance, PACK)).toBe(decision);
  });

  it('ID-5 never accepts over either threshold, however a pack sets them', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), fc.double(), (distance, accept, refuse) => {
        const decision = faceDecision(distance, { accept, refuse });
        return decision !== 'accept' || (distance <= accept && distance <= refuse);
      }),
    );
  });
});

describe('medianDistance', () => {
  it.each([
    [[], Number.POSITIVE_INFINITY],
    [[0.4], 0.4],
    [[0.9, 0.3, 0.4], 0.4],
    [[0.2, 0.9, 0.3, 0.4], 0.35],
  ])('of %j is %s', (distances, median) => {
    expect(medianDistance(distances)).toBeCloseTo(median, 10);
  });

  it('one stray frame among five moves it no further than to a neighbour', () => {
    expect(medianDistance([0.3, 0.31, 0.32, 0.33, 9])).toBe(0.32);
  });
});

describe('descriptorDistance', () => {
  it('is Euclidean, and infinite for descriptors of two models', () => {
    expect(descriptorDistance([0, 3], [4, 0])).toBe(5);
    expect(descriptorDistance([1], [1, 2])).toBe(Number.POSITIVE_INFINITY);
  });
});
