import { err, ok, type Result } from '../result.ts';
import { IMMEDIATE_ACTS, type ImmediateService } from './immediate-journal.ts';
import type { JournalFault } from './keyed-act.ts';
import { QUEUED_ACTS, type QueuedService } from './queued-journal.ts';
import { readRequest } from './read-request.ts';
import { parseRequest, REQUEST_SERVICES, type RequestService } from './request-entries.ts';
import { parseJournal, readJournal, type SingleActService } from './settle.ts';

/** How a transaction goes: through the outbox, at once, or with money, acts and a card in one. */
export type JournalCourse = 'queued' | 'immediate' | 'request';

/**
 * Whether a journal, finished or cut off after any entry, is one of those that settling is proven for
 * (docs/decisions/0017). Entries as the store keeps them, in order. Pure; what it refuses, settling hands to a
 * technician.
 */
export function journalMayBe(
  course: JournalCourse,
  service: SingleActService | RequestService,
  entries: unknown,
): Result<void, JournalFault> {
  const read = course === 'request' ? readAsRequest(service, entries) : readAsAct(course, service, entries);
  return read.ok ? ok(undefined) : err(read.error);
}

function readAsRequest(service: string, entries: unknown): Result<unknown, JournalFault> {
  const known = REQUEST_SERVICES.find((name) => name === service);
  if (known === undefined) return err('not-of-this-service');
  const journal = parseRequest(known, entries);
  return journal.ok ? readRequest(journal.value) : journal;
}

function readAsAct(
  course: 'queued' | 'immediate',
  service: string,
  entries: unknown,
): Result<unknown, JournalFault> {
  const acts = course === 'queued' ? QUEUED_ACTS : IMMEDIATE_ACTS;
  if (!Object.hasOwn(acts, service)) return err('not-of-this-service');
  const journal = parseJournal(service as QueuedService | ImmediateService, entries);
  return journal.ok ? readJournal(journal.value) : journal;
}
