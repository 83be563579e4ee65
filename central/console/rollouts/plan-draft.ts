import type { Canary, Gate, RolloutPlan, Wave } from '../../../src/contracts/console/rollout-plan.ts';

/** A careful beginning: an hour's watch, twenty journeys, little patience with failures. */
export const CAREFUL_GATE: Gate = {
  watchMinutes: 60,
  fewestJourneys: 20,
  mostFailedPoints: 5,
  mostReturnedPercent: 5,
  mostSilentPercent: 20,
};

/** One wave of everybody who is left. */
export const wholeWave = (name: string): Wave => ({
  name,
  regions: null,
  models: null,
  tags: null,
  percent: 100,
  gate: CAREFUL_GATE,
});

/** What the form begins with: a few kiosks, a tenth, everybody; waves open by hand. */
export function planToBegin(names: readonly [string, string]): RolloutPlan {
  return {
    canary: { by: 'number', number: 1 },
    canaryGate: CAREFUL_GATE,
    waves: [{ ...wholeWave(names[0]), percent: 10 }, wholeWave(names[1])],
    notBefore: null,
    quietHours: null,
    advance: 'by-hand',
  };
}

/** The way of choosing a canary, with nothing chosen yet. */
export function canaryBy(by: Canary['by']): Canary {
  switch (by) {
    case 'kiosks':
      return { by, kiosks: [] };
    case 'tags':
      return { by, tags: [] };
    case 'number':
      return { by, number: 1 };
  }
}

/** A list of words as a wave keeps it: null asks for nothing. */
export const orNull = (words: readonly string[]): string[] | null => (words.length === 0 ? null : [...words]);

/** Another wave before the last one, which keeps everybody who is left. */
export function withWave(waves: readonly Wave[], name: string): Wave[] {
  return [...waves.slice(0, -1), wholeWave(name), ...waves.slice(-1)];
}
