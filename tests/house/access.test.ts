import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { accessPage } from '../../scripts/docs/access-page.ts';

it('docs/access.md is what the table says now; else run npm run docs:access', () => {
  const committed = readFileSync(new URL('../../docs/access.md', import.meta.url), 'utf8');
  expect(committed).toBe(accessPage());
});
