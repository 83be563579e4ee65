import { err, ok } from '../../../src/result.ts';
import { readRequest } from '../../../src/transaction/read-request.ts';
import { parseRequest } from '../../../src/transaction/request-entries.ts';
import { parseJournal, settle } from '../../../src/transaction/settle.ts';
import type { StoredRequest, StoredSingleAct, StoredTransaction } from '../store/journal-store.ts';
import type { SeenRequest, SeenSingleAct, SeenTransaction } from './invariant-view.ts';

type Beside = 'queue' | 'deadLetters' | 'withTechnician';
export type ReadTransaction = Omit<SeenRequest, Beside> | Omit<SeenSingleAct, Beside>;

/** A stored transaction, its entries read as settling reads them. */
export const readTransaction = (stored: StoredTransaction, entries: unknown): ReadTransaction =>
  stored.course === 'request' ? asRequest(stored, entries) : asSingleAct(stored, entries);

/** As above, with what lies beside it. `withTechnician` is asked only of a journal nobody can read. */
export function seenWith(
  read: ReadTransaction,
  beside: Pick<SeenTransaction, 'queue' | 'deadLetters'>,
  withTechnician: () => boolean,
): SeenTransaction {
  return { ...read, ...beside, withTechnician: !read.journal.ok && withTechnician() };
}

function asRequest(stored: StoredRequest, unchecked: unknown): Omit<SeenRequest, Beside> {
  const parsed = parseRequest(stored.service, unchecked);
  if (!parsed.ok) return { stored, entries: null, journal: parsed };
  return { stored, entries: parsed.value.entries, journal: readRequest(parsed.value) };
}

function asSingleAct(stored: StoredSingleAct, unchecked: unknown): Omit<SeenSingleAct, Beside> {
  const parsed = parseJournal(stored.service, unchecked);
  if (!parsed.ok) return { stored, journal: parsed };
  const decision = settle(parsed.value, null);
  if (decision.kind === 'hand-to-technician') return { stored, journal: err(decision.fault) };
  return { stored, journal: ok({ entries: parsed.value.entries, decision }) };
}
