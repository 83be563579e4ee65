import { describe, expect, it } from 'vitest';
import { WILLING } from './people/manners.ts';
import type { Blow, Plan, SessionPlan } from './plan.ts';
import type { SeedReport } from './report.ts';
import { shrink } from './shrink.ts';

const power: Blow = { on: 'commit', after: 3, what: { kind: 'power', offMs: 1_000 } };
const clock: Blow = { on: 'view', after: 1, what: { kind: 'clock', jumpMs: 60_000 } };

const session = (number: number, blows: readonly Blow[]): SessionPlan => ({
  number,
  pauseMs: 5_000,
  archetype: 'activation',
  again: null,
  manner: { ...WILLING, confused: 0.3 },
  blows,
  calmAfter: false,
});

/** Breaks INV-4 where session 7's power cut comes after session 3. */
const play = async (plan: Plan): Promise<SeedReport> => {
  const third = plan.sessions.some(({ number }) => number === 3);
  const seventh = plan.sessions.find(({ number }) => number === 7);
  const broken = third && seventh?.blows.some(({ what }) => what.kind === 'power');
  const violation = { rule: 'INV-4', what: 'lost', event: 9, session: 7, last: [] };
  return { violation: broken ? violation : null } as unknown as SeedReport;
};

describe('the shrinker', () => {
  it('leaves the two sessions and the one blow that are needed, and willing people', async () => {
    const sessions = Array.from({ length: 40 }, (_, at) => session(at + 1, [clock, power]));
    const { plan, report } = await shrink({ seed: 1, sessions }, play);
    expect(plan.sessions.map(({ number }) => number)).toEqual([3, 7]);
    expect(plan.sessions.map(({ blows }) => blows)).toEqual([[], [power]]);
    expect(plan.sessions.every(({ manner }) => manner.confused === 0)).toBe(true);
    expect(report.violation?.rule).toBe('INV-4');
  });

  it('refuses a story in which nothing is broken', async () => {
    await expect(shrink({ seed: 1, sessions: [session(1, [])] }, play)).rejects.toThrow('nothing to shrink');
  });
});
