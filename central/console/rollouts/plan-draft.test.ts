import { describe, expect, it } from 'vitest';
import { rolloutPlan } from '../../../src/contracts/console/rollout-plan.ts';
import { canaryBy, planToBegin, withWave } from './plan-draft.ts';

describe('a plan as the form begins it', () => {
  it('agrees with the contract, and leaves the last wave to everybody', () => {
    const plan = planToBegin(['10%', '全部']);
    expect(rolloutPlan.safeParse(plan).error).toBeUndefined();
    expect(plan.waves.at(-1)).toMatchObject({ name: '全部', percent: 100, regions: null });
  });

  it('puts another wave before the last', () => {
    const { waves } = planToBegin(['10%', '全部']);
    expect(withWave(waves, '第二批').map(({ name }) => name)).toEqual(['10%', '第二批', '全部']);
  });

  it.each(['kiosks', 'tags', 'number'] as const)('begins a canary by %s', (by) =>
    expect(canaryBy(by).by).toBe(by),
  );
});
