import { describe, expect, it } from 'vitest';
import { CRASH_POINTS } from '../../main/core/crash-points.ts';
import { seededDice } from './dice.ts';
import { nextPlan, planAtRandom, planTo } from './plans.ts';
import { VISITS } from './visits.ts';

describe('plans of a crash run', () => {
  it.each(CRASH_POINTS)('%s is gone for by a visit that can reach it', (point) => {
    const { triggers, visit } = planTo(point, seededDice(1));
    expect(VISITS).toContain(visit);
    expect(triggers).toContainEqual({ kind: 'point', point });
  });

  it('the same seed makes the same plans, another seed others', () => {
    const plans = (seed: number) => {
      const dice = seededDice(seed);
      return Array.from({ length: 20 }, () => nextPlan(dice, new Map()));
    };
    expect(plans(7)).toEqual(plans(7));
    expect(plans(7)).not.toEqual(plans(8));
  });

  it('at random every visit, cut links, broken exchanges and several kills in a row come', () => {
    const dice = seededDice(3);
    const plans = Array.from({ length: 400 }, () => planAtRandom(dice));
    expect(new Set(plans.map(({ visit }) => visit)).size).toBe(VISITS.length);
    expect(plans.some(({ circumstances }) => circumstances.linkCut)).toBe(true);
    expect(plans.some(({ circumstances }) => circumstances.exchangeBreaks !== null)).toBe(true);
    expect(Math.max(...plans.map(({ triggers }) => triggers.length))).toBeGreaterThan(2);
  });

  it('the least reached point comes first', () => {
    const [rare, ...others] = CRASH_POINTS;
    const reached = new Map(others.map((point) => [point, 5]));
    const dice = seededDice(11);
    const wanted = Array.from({ length: 40 }, () => nextPlan(dice, reached))
      .flatMap(({ triggers }) => triggers)
      .flatMap((one) => (one.kind === 'point' ? [one.point] : []));
    expect(new Set(wanted)).toEqual(new Set([rare]));
  });
});
