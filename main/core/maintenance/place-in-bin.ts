import { parseRequest } from '../../../src/transaction/request-entries.ts';
import type { CustodyLine } from '../store/custody-lines.ts';
import type { Store } from '../store/open-store.ts';

/**
 * As what a card lies in its bin. A blank that may have been tied to a person is kept for its owner (INV-2); one that
 * certainly was not is scrap.
 */
export function placeInBin(
  store: Store,
  { card, origin, transactionId }: CustodyLine,
): 'retained' | 'rejected' {
  if (origin === 'resident') return 'retained';
  const stored = transactionId === null ? null : store.journal.find(transactionId);
  if (stored?.course !== 'request') return 'rejected';
  const journal = parseRequest(stored.service, store.journal.entries(stored.transactionId));
  if (!journal.ok) return 'retained';
  const { entries } = journal.value;
  const taken = entries.findIndex(
    (entry) => entry.kind === 'intent' && entry.act === 'take-blank' && entry.detail.card === card,
  );
  const next = entries.findIndex(
    (entry, at) => at > taken && entry.kind === 'intent' && entry.act === 'take-blank',
  );
  const own = entries.slice(taken + 1, next < 0 ? undefined : next).filter(({ act }) => act === 'bind');
  const last = own.at(-1);
  const never = last?.kind === 'outcome' && last.act === 'bind' && isNever(last.detail.result);
  return last === undefined || never ? 'rejected' : 'retained';
}

/** The authority's word that the card was not tied to anybody. */
const isNever = (result: string): boolean => result === 'refused' || result === 'void';
