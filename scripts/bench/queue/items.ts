import { dayInShanghai } from '../../../src/calendar/calendar-day.ts';
import type { Operation } from '../../../src/contracts/central/operations.ts';
import { applicationOf, crowd } from './crowd.ts';

/** So many residents take turns, as on a kiosk whose link is down for long. */
const RESIDENTS = 400;

const now = Date.now();
const at = new Date(now).toISOString();

/** What is enqueued: one application of 1 KiB for each resident. */
export const applications = crowd(dayInShanghai(now), RESIDENTS).map((resident) =>
  applicationOf(resident, at),
);

const operations = applications.map(
  ({ operation }): Operation => ({
    ...operation,
    kind: 'application.submit',
    receiptReference: 'YKT-2345-6789-A',
    acceptedAt: at,
  }),
);
const texts = operations.map((operation) => JSON.stringify(operation));

function turn<T>(all: readonly T[], index: number): T {
  const found = all[index % all.length];
  if (found === undefined) throw new Error('nothing to take turns with');
  return found;
}

export const applicationAt = (index: number) => turn(applications, index);
export const operationAt = (index: number): Operation => turn(operations, index);
/** The same as JSON: what a queue without encryption stores. */
export const textAt = (index: number): string => turn(texts, index);
