import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import type { AuthorityFacts, Decision } from './decision.ts';
import {
  IMMEDIATE_ACTS,
  type ImmediateEntry,
  type ImmediateService,
  immediateEntries,
  settleImmediate,
} from './immediate-journal.ts';
import { type ActEntry, type ActStage, type JournalFault, readAct } from './keyed-act.ts';
import {
  QUEUED_ACTS,
  type QueuedEntry,
  type QueuedService,
  queuedEntries,
  settleQueued,
} from './queued-journal.ts';

/** A service whose transaction is one act at the authority: through the outbox, or at once. */
export type SingleActService = QueuedService | ImmediateService;
type Entry = QueuedEntry | ImmediateEntry;

/** The journal of one open transaction with one act, entries in order. */
export interface Journal {
  readonly service: SingleActService;
  readonly entries: readonly Entry[];
}

/** An entry of any of these journals, as the store keeps it. */
export const journalEntry = z.union([...Object.values(queuedEntries), ...Object.values(immediateEntries)]);
export type JournalEntry = Entry;

const isQueued = (service: SingleActService): service is QueuedService => service in QUEUED_ACTS;

/** What the one act of a service is called in its journal. */
export const actOf = (service: SingleActService): Exclude<Entry['act'], 'print-receipt'> =>
  isQueued(service) ? QUEUED_ACTS[service] : IMMEDIATE_ACTS[service];

/** The entries of one transaction as they come from the store. One of unknown shape is a fault, never skipped. */
export function parseJournal(service: SingleActService, entries: unknown): Result<Journal, JournalFault> {
  const entry: z.ZodType<Entry> = isQueued(service) ? queuedEntries[service] : immediateEntries[service];
  const parsed = z.array(entry).safeParse(entries);
  return parsed.success ? ok({ service, entries: parsed.data }) : err('unreadable-entry');
}

/**
 * What to do with an open transaction at start and after any fault (architecture.md, settlement.md). Pure: the
 * same journal and the same facts give the same decision. `facts` is null before the authority was asked.
 */
export function settle(journal: Journal, facts: AuthorityFacts | null): Decision {
  const act = readJournal(journal);
  if (!act.ok) return handToTechnician(act.error);
  return settleStage(journal.service, act.value, facts);
}

/** How far the one act of a journal has come. */
export const readJournal = (journal: Journal): Result<ActStage, JournalFault> =>
  readAct(actEntries(journal), isQueued(journal.service) ? 'outbox' : 'asked');

/** The same for a journal that was read already. */
export const settleStage = (
  service: SingleActService,
  act: ActStage,
  facts: AuthorityFacts | null,
): Decision => (isQueued(service) ? settleQueued(act, facts) : settleImmediate(act, facts));

/** The decision for a journal that parses or reads as no run of the program can have written it. */
export const handToTechnician = (fault: JournalFault): Decision => ({
  kind: 'hand-to-technician',
  receipt: 'unknown-asking',
  fault,
});

/** The entries of the one act at the authority; receipts decide nothing. */
function actEntries(journal: Journal): readonly ActEntry[] {
  return journal.entries.flatMap((entry) =>
    entry.act === 'print-receipt'
      ? []
      : [{ kind: entry.kind, key: entry.key, answer: entry.kind === 'outcome' ? entry.detail : null }],
  );
}
