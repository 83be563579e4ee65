import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  READINESS_LEVELS,
  READINESS_SUBJECTS,
  type ReadinessLine,
} from '../../../src/contracts/maintenance/readiness-report.ts';
import { TASK_KINDS } from '../../../src/contracts/maintenance/tasks.ts';
import { LINE_STATES } from '../../../src/maintenance/readiness/line-states.ts';
import { UNKNOWN_ADVICE } from '../../../src/transaction/unknown-advice.ts';
import { catalogueOf } from '../../texts/catalogue.ts';
import { conditionWords } from './condition-words.ts';
import { groupOfTask, TASK_GROUPS } from './task-groups.ts';

const NOW = Date.UTC(2026, 10, 22, 1, 41);
const line = (own: Partial<ReadinessLine>): ReadinessLine => ({
  subject: 'stack',
  which: null,
  level: 'stop',
  state: 'empty',
  code: null,
  since: null,
  lastSuccess: null,
  facts: {},
  next: null,
  ...own,
});

describe.each(['zh-CN', 'en'] as const)('a readiness line in %s', (language) => {
  const words = catalogueOf(language);
  const said = (own: Partial<ReadinessLine>) => conditionWords(line(own), words, language, NOW);

  it.each(READINESS_SUBJECTS)('says every state of %s, and that nothing answered', (subject) => {
    const states = [...LINE_STATES[subject], 'no-answer'].map((state) => said({ subject, state }).state);
    for (const state of states) expect(state).not.toBe('');
    expect(states.filter((state) => [...LINE_STATES[subject]].some((word) => word === state))).toEqual([]);
    expect(new Set(states).size).toBe(states.length);
  });

  it('names the device, the bin, the service', () => {
    const { conditions, home } = words;
    expect(said({ subject: 'device', which: 'pad-2', facts: { class: 'pin-pad' } }).title).toBe(
      conditions.deviceClasses['pin-pad'],
    );
    expect(said({ subject: 'bin', which: 'acceptor' }).title).toBe(conditions.bins.acceptor);
    expect(said({ subject: 'services-closed', which: 'loss' }).title).toBe(home.services.loss.name);
  });

  it('INV-3 shows the stack by ledger and by sensor, a zero too', () => {
    const { ledger, sensor } = words.conditions.facts;
    expect(said({ facts: { ledger: 0, sensor: 'empty' } }).details).toEqual([
      `${ledger} 0`,
      `${sensor} ${words.conditions.values.empty}`,
    ]);
  });

  it.each(Object.keys(UNKNOWN_ADVICE))('gives the advice for %s instead of its code', (which) => {
    const { advice, details } = said({
      subject: 'unknown-transactions',
      state: 'unknown',
      which,
      code: which,
    });
    expect(advice).not.toBeNull();
    expect(details.join()).not.toContain(which);
  });

  it('never says undefined, NaN or an invalid date, whatever the facts are', () => {
    const fact = fc.oneof(fc.integer(), fc.string({ maxLength: 20 }), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(
        fc.constantFrom(...READINESS_SUBJECTS),
        fc.constantFrom(...READINESS_LEVELS),
        fc.string({ maxLength: 20 }),
        fc.dictionary(fc.constantFrom(...Object.keys(words.conditions.facts)), fact),
        fc.option(fc.integer({ min: 0, max: 4e12 })),
        (subject, level, state, facts, since) => {
          const all = JSON.stringify(
            said({ subject, level, state, facts, since, which: 'x', lastSuccess: since }),
          );
          expect(all).not.toMatch(/undefined|NaN|Invalid/);
        },
      ),
    );
  });
});

it('every task stands in one group, and in both catalogues', () => {
  for (const kind of TASK_KINDS) {
    expect(TASK_GROUPS).toContain(groupOfTask(kind));
    for (const language of ['zh-CN', 'en'] as const)
      expect(catalogueOf(language).taskNames[kind].name).not.toBe('');
  }
});
