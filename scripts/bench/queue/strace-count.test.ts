import { expect, it } from 'vitest';
import { countSyncs } from './strace-count.ts';

const TABLE = `% time     seconds  usecs/call     calls    errors syscall
------ ----------- ----------- --------- --------- ----------------
 98.10    0.044921          85       524           fdatasync
  1.90    0.000870          87        10         2 fsync
------ ----------- ----------- --------- --------- ----------------
100.00    0.045791          85       534         2 total
`;

it('adds up both kinds of sync and not the total', () => {
  expect(countSyncs(TABLE)).toBe(534);
});

it('none is an empty table', () => {
  expect(countSyncs('')).toBe(0);
});
