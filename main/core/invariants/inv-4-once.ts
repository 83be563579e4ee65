import { isDone, type RequestState } from '../../../src/transaction/request-state.ts';
import { ACT_OF } from '../transactions/outcome-recorder.ts';
import { type ActWithKey, actsWithKeys } from './acts-with-keys.ts';
import { type InvariantView, isRequest, type SeenTransaction } from './invariant-view.ts';
import { breaks, type Violation, type ViolationCode } from './violation.ts';

const violation = breaks('INV-4');

/**
 * INV-4: what was accepted is closed with the authority's word, or in the outbox, or with the dead letters; nothing
 * is in the outbox that nobody intended or that is done, and no key names two acts.
 */
export function once({ transactions }: InvariantView): Violation[] {
  const keys = new Map<string, string>();
  return transactions.flatMap((seen) => {
    const { transactionId, closedAt } = seen.stored;
    if (!seen.journal.ok) return closedAt === null ? [] : [violation('journal-fault', transactionId)];
    const acts = actsWithKeys(seen);
    const found: ViolationCode<'INV-4'>[] = acts.flatMap((act) => ofAct(act, seen));
    for (const [at, { key }] of acts.entries()) {
      const name = `${transactionId} ${at}`;
      if ((keys.get(key) ?? name) !== name) found.push('key-used-twice');
      keys.set(key, name);
    }
    for (const { key, kind } of [...seen.queue, ...seen.deadLetters]) {
      if (!acts.some((act) => act.key === key && act.act === ACT_OF[kind]))
        found.push('queued-without-intent');
    }
    if (closedAt !== null && !isSettled(seen, acts)) found.push('closed-unsettled');
    // The one act of these ends with its transaction, in the same commit.
    const ended = !isRequest(seen) && acts.some(({ end }) => end !== 'pending');
    if (closedAt === null && ended) found.push('answered-still-open');
    return found.map((code) => violation(code, transactionId));
  });
}

function ofAct(
  { key, end, carried }: ActWithKey,
  { queue, deadLetters }: SeenTransaction,
): ViolationCode<'INV-4'>[] {
  if (!carried) return [];
  const queued = queue.some((item) => item.key === key);
  const dead = deadLetters.find((letter) => letter.key === key);
  if (end === 'pending') return queued || dead !== undefined ? [] : ['accepted-and-lost'];
  if (queued) return ['done-still-queued'];
  return end === 'refused' && !dead?.decidedByAuthority ? ['refused-without-dead-letter'] : [];
}

/**
 * Nobody's word is missing, no card is on its way, and the authority was told what became of the card it owes.
 * Drawn up from the state and not asked of settling, which is what closed it.
 */
function isSettled(seen: SeenTransaction, acts: readonly ActWithKey[]): boolean {
  const notTakenIn = (key: string): boolean =>
    seen.deadLetters.some((letter) => letter.key === key && !letter.decidedByAuthority);
  if (acts.some(({ key, end }) => end === 'pending' && !notTakenIn(key))) return false;
  return !isRequest(seen) || !seen.journal.ok || isPutAway(seen.journal.value);
}

function isPutAway({ cards, oldCard, submit, issue, switched, delivery }: RequestState): boolean {
  const moving = cards.some(
    ({ taken, present, bin }) =>
      taken === 'intended' || present === 'intended' || (bin !== null && bin.end === null),
  );
  const told = issue !== 'on-the-spot' || !isDone(submit) || delivery.stage !== 'not-begun';
  const certain = oldCard !== 'intended' && (oldCard !== 'kept' || switched.stage !== 'not-begun');
  return !moving && told && certain;
}
