import { describe, expect, it } from 'vitest';
import { CONFIGURATION_STATES } from '../contracts/configuration/poll.ts';
import { conditionsOf } from './alarm-conditions.ts';
import type { AssignedFact } from './kiosk-facts.ts';
import { FACTS_AT, wellFacts } from './memory/made-up-facts.ts';
import { readinessOf } from './readiness.ts';

const RUNNING: AssignedFact = {
  state: 'running',
  trouble: null,
  newest: 7,
  running: 7,
  refused: 0,
  waitingSince: null,
  frozenSince: null,
};

function seen(assigned: Partial<AssignedFact> | null) {
  const facts = { ...wellFacts, assigned: assigned && { ...RUNNING, ...assigned } };
  const { lines } = readinessOf(facts);
  const conditions = conditionsOf(
    { ...facts, watchdogs: [], lockedOut: [], maintenanceSince: null },
    () => false,
  );
  return {
    line: lines
      .filter(({ subject, which }) => subject === 'configuration' && which !== null)
      .map(({ level, state }) => `${level} ${state}`)
      .join(),
    alarms: conditions
      .filter(({ kind, holds }) => kind.startsWith('configuration-') && holds)
      .map(({ kind }) => kind)
      .join(),
  };
}

describe('INV-7 what a technician and the centre see of the configuration', () => {
  it.each([
    ['shipped', '', ''],
    ['waiting-for-resident', 'well waiting', ''],
    ['waiting-for-day', 'well waiting', ''],
    ['on-trial', 'well on-trial', ''],
    ['running', 'well as-assigned', ''],
    ['returned', 'soon returned', 'configuration-refused'],
    ['back', 'well as-assigned', ''],
    ['refused', 'soon refused', 'configuration-refused'],
  ] as const)('%s', (state, line, alarms) => {
    expect(CONFIGURATION_STATES).toContain(state);
    expect(seen({ state })).toEqual({ line, alarms });
  });

  it('says where somebody may hold newer ones back, and says nothing in a kiosk that takes none', () => {
    expect(seen({ frozenSince: FACTS_AT - 1 })).toEqual({
      line: 'soon frozen',
      alarms: 'configuration-frozen',
    });
    expect(seen(null)).toEqual({ line: '', alarms: '' });
  });
});
