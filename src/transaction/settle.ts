import { z } from 'zod';
import { err, ok, type Result, unreachable } from '../result.ts';
import { type ActivateEntry, activateEntry, settleActivate } from './activate-journal.ts';
import { type ApplyEntry, applyEntry, settleApply } from './apply-journal.ts';
import type { AuthorityFacts, Decision } from './decision.ts';
import { type ActEntry, type JournalFault, readAct } from './keyed-act.ts';

/** The journal of one open transaction, entries in order. One member, and one file beside this, per service. */
export type Journal =
  | { readonly service: 'apply'; readonly entries: readonly ApplyEntry[] }
  | { readonly service: 'activate'; readonly entries: readonly ActivateEntry[] };
export type JournalledService = Journal['service'];

/** An entry of any service's journal, as the store keeps it. */
export const journalEntry = z.union([applyEntry, activateEntry]);
export type JournalEntry = z.infer<typeof journalEntry>;

/** The entries of one transaction as they come from the store. One of unknown shape is a fault, never skipped. */
export function parseJournal(service: JournalledService, entries: unknown): Result<Journal, JournalFault> {
  switch (service) {
    case 'apply': {
      const parsed = z.array(applyEntry).safeParse(entries);
      return parsed.success ? ok({ service, entries: parsed.data }) : err('unreadable-entry');
    }
    case 'activate': {
      const parsed = z.array(activateEntry).safeParse(entries);
      return parsed.success ? ok({ service, entries: parsed.data }) : err('unreadable-entry');
    }
    default:
      return unreachable(service);
  }
}

/**
 * What to do with an open transaction at start and after any fault (architecture.md, settlement.md). Pure: the
 * same journal and the same facts give the same decision. `facts` is null before the authority was asked.
 */
export function settle(journal: Journal, facts: AuthorityFacts | null): Decision {
  const act = readAct(actEntries(journal));
  if (!act.ok) return handToTechnician(act.error);
  switch (journal.service) {
    case 'apply':
      return settleApply(act.value, facts);
    case 'activate':
      return settleActivate(act.value, facts);
    default:
      return unreachable(journal);
  }
}

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
