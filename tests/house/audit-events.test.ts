import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { auditPage } from '../../scripts/docs/audit-page.ts';

it('docs/audit-events.md is what the catalogue says now; else run npm run docs:audit', () => {
  const committed = readFileSync(new URL('../../docs/audit-events.md', import.meta.url), 'utf8');
  expect(committed).toBe(auditPage());
});
