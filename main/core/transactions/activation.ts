import type { CardActivate, OperationOutcome } from '../../../src/contracts/central/operations.ts';
import type { ActivationEnd, OpenedTransaction } from '../../../src/ports/transactions.ts';
import type { Decision } from '../../../src/transaction/decision.ts';
import type { StoredTransaction } from '../store/journal-store.ts';
import type { Store } from '../store/open-store.ts';
import { type AskTools, askUntilKnown } from './ask-until-known.ts';
import { nameTransaction } from './new-transaction.ts';
import { closeTransaction, isClosing } from './settle-open.ts';

export type ActivationRequest = Omit<CardActivate, 'kind' | 'receiptReference'>;
type Ended = OpenedTransaction & { readonly end: ActivationEnd };

/** The intent, committed before the card or the bank hear of anything. It holds no PIN block and no number. */
export function openActivation(store: Store, tools: AskTools): StoredTransaction {
  const { timers, entropy, crashPoint } = tools;
  const names = nameTransaction(entropy);
  const openedAt = timers.now();
  crashPoint('activation-before-intent');
  store.transaction(() => {
    store.journal.open({ ...names, service: 'activate', openedAt });
    const intent = { kind: 'intent', act: 'activate', key: names.key, detail: {} } as const;
    store.journal.append(names.transactionId, intent, openedAt);
    const { reference, transactionId: transaction } = names;
    store.audit.record('activation-started', { reference, transaction });
  });
  crashPoint('activation-after-intent');
  return { ...names, service: 'activate', openedAt, closedAt: null, application: null };
}

/** One call, then its outcome; a lost answer is asked about for up to `askForMs` (settlement.md). */
export async function carryOutActivation(
  store: Store,
  tools: AskTools,
  transaction: StoredTransaction,
  request: ActivationRequest,
  askForMs: number,
  signal: AbortSignal,
): Promise<Ended> {
  const { timers, operations, crashPoint } = tools;
  const { transactionId, reference, key } = transaction;
  const answer = await operations.put(
    key,
    { ...request, kind: 'card.activate', receiptReference: reference },
    signal,
  );
  crashPoint('activation-after-call');
  let heard: OperationOutcome | null = answer.ok ? answer.value : null;
  // Not one byte left this machine, so there is nothing to ask about: the card is as it was.
  if (!answer.ok && answer.error.kind === 'link-down' && !answer.error.sent) heard = { state: 'void' };
  const until = timers.now() + askForMs;
  const decision = await askUntilKnown(tools, transaction, heard, until, signal);
  const end = endOf(decision);
  const audit = () =>
    store.audit.record('activation-ended', {
      reference,
      transaction: transactionId,
      disposition: end.state === 'nothing-happened' ? 'void' : end.state,
      code: end.state === 'refused' ? end.code : null,
    });
  if (isClosing(decision)) closeTransaction(store, transaction, decision, timers.now(), audit);
  else audit();
  crashPoint('activation-after-outcome');
  return { transactionId, reference, key, end };
}

function endOf(decision: Decision): ActivationEnd {
  switch (decision.kind) {
    case 'close-done':
      return { state: 'done' };
    case 'close-refused':
      return decision.code === 'void'
        ? { state: 'nothing-happened' }
        : { state: 'refused', code: decision.code };
    case 'close-nothing-happened':
      return { state: 'nothing-happened' };
    default:
      return { state: 'unknown' };
  }
}
