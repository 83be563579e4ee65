import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REQUEST_SERVICES } from './request-entries.ts';
import { BEFORE, OF_SERVICE, ON_RECORD } from './request-order.ts';
import { openedRequest } from './request-state.ts';

const PAGE = '../../docs/decisions/0017-settlement-is-proven-over-its-own-language.md';
const page = readFileSync(new URL(PAGE, import.meta.url), 'utf8');

describe('the order of settlement.md as a table', () => {
  it('is printed in docs/decisions/0017 as the reader reads it', () => {
    for (const [act, names] of Object.entries(BEFORE)) {
      expect(page).toContain(`| \`${act}\` | ${names.join('; ')} |\n`);
    }
    for (const service of REQUEST_SERVICES) {
      const { costs, never } = OF_SERVICE[service];
      expect(page).toContain(`| \`${service}\` | ${costs.join(', ')} | ${never.join(', ')} |\n`);
    }
  });

  it('has no name that no act needs', () => {
    const needed = new Set(Object.values(BEFORE).flat());
    expect([...needed].sort()).toEqual(Object.keys(ON_RECORD).sort());
  });

  it('INV-2 lets nothing physical begin in a request that was only opened', () => {
    for (const service of REQUEST_SERVICES) {
      const state = { ...openedRequest(service), charged: true };
      const physical = ['take-blank', 'personalise', 'bind', 'retain-old', 'present', 'to-bin'] as const;
      for (const act of physical) expect(BEFORE[act].every((name) => ON_RECORD[name](state))).toBe(false);
    }
  });
});
