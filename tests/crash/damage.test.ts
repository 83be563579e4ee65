import { expect, it } from 'vitest';
import { DAMAGES } from '../../scripts/crash/damage/all.ts';

it.for(DAMAGES)('$name: $must', async ({ run }, { skip }) => {
  const end = await run();
  if ('skipped' in end) return skip(end.skipped);
  expect(end.problems).toEqual([]);
});
