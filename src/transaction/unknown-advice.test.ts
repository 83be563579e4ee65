import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AUDIT_EVENTS } from '../contracts/audit.ts';
import { JOURNAL_FAULTS } from './keyed-act.ts';
import { explore } from './proof/explore.ts';
import { chargesOf } from './proof/request-alphabet.ts';
import { conclusionOf } from './request-conclusion.ts';
import { REQUEST_SERVICES } from './request-entries.ts';
import { TECHNICIAN_REASONS } from './request-step.ts';
import { UNKNOWN_ADVICE, type Unknown, unknownOfDecision, unknownsOfStep } from './unknown-advice.ts';

const KINDS = Object.keys(UNKNOWN_ADVICE) as Unknown[];
const page = (name: string) => readFileSync(new URL(`../../docs/${name}.zh.md`, import.meta.url), 'utf8');
const HANDBOOKS = { technician: page('technician-handbook'), operator: page('operator-handbook') };

describe('what nobody can tell', () => {
  it.each(KINDS)('INV-4 INV-8 %s is seen by an operator, and both people know what to do', (kind) => {
    const { event, technician, operator } = UNKNOWN_ADVICE[kind];
    expect(Object.keys(AUDIT_EVENTS)).toContain(event);
    for (const words of [technician, operator]) {
      expect(words.zh).toMatch(/[一-鿿]{6,}/);
      expect(words.en.length).toBeGreaterThan(20);
      expect(words.en).toMatch(/\.$/);
    }
  });

  it.each(KINDS)('INV-8 %s is in both handbooks, word for word', (kind) => {
    for (const person of ['technician', 'operator'] as const)
      expect(HANDBOOKS[person]).toContain(`| \`${kind}\` | ${UNKNOWN_ADVICE[kind][person].zh} |\n`);
  });

  it('every fault of a journal has its person', () => {
    for (const fault of JOURNAL_FAULTS) {
      expect(unknownsOfStep({ kind: 'hand-to-technician', fault })).toHaveLength(1);
      expect(
        unknownOfDecision({ kind: 'hand-to-technician', receipt: 'unknown-asking', fault }),
      ).not.toBeNull();
    }
  });

  it('INV-3 INV-4 INV-5 no end of any request says "unknown" to its resident and nothing to anybody else', () => {
    const met = new Set<Unknown>();
    for (const service of REQUEST_SERVICES) {
      for (const items of chargesOf(service)) {
        explore(service, items, {
          situation: () => undefined,
          handedOver: () => undefined,
          stuck: () => undefined,
          closed: ({ state }, close) => {
            const unknowns = unknownsOfStep(close);
            for (const unknown of unknowns) met.add(unknown);
            const { newCard, oldCard, money } = conclusionOf(state, null);
            const unsure = newCard === 'maybe-taken' || newCard === 'unknown-place' || oldCard === 'unknown';
            if ((unsure || money.state === 'unknown') && unknowns.length === 0) {
              throw new Error(`nobody is told: ${JSON.stringify([state, close])}`);
            }
          },
        });
      }
    }
    expect([...met].sort()).toEqual(
      [...TECHNICIAN_REASONS, 'card-maybe-taken' as const, 'card-in-unknown-place' as const].sort(),
    );
  });
});
