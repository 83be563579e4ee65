import type { NamedPack } from '../../../src/contracts/central/named-pack.ts';
import type {
  Operation,
  OperationOutcome,
  OperationResult,
} from '../../../src/contracts/central/operations.ts';
import type { ActEnd, ImmediateRequest, OpenedTransaction } from '../../../src/ports/transactions.ts';
import { unreachable } from '../../../src/result.ts';
import type { Decision } from '../../../src/transaction/decision.ts';
import { IMMEDIATE_ACTS } from '../../../src/transaction/immediate-journal.ts';
import type { JournalEntry } from '../../../src/transaction/settle.ts';
import type { StoredSingleAct } from '../store/journal-store.ts';
import type { Store } from '../store/open-store.ts';
import { type AskTools, askUntilKnown } from './ask-until-known.ts';
import { nameTransaction } from './new-transaction.ts';
import { closeTransaction, isClosing } from './settle-open.ts';

const EVENTS = {
  activate: ['activation-started', 'activation-ended'],
  'undo-loss': ['loss-undo-started', 'loss-undo-ended'],
  'contact-data': ['contact-change-started', 'contact-change-ended'],
} as const;

/** The intent, committed before the authority hears of anything. It holds no PIN block and no number. */
export function openImmediate(
  store: Store,
  { timers, entropy, crashPoint }: AskTools,
  service: ImmediateRequest['service'],
): StoredSingleAct {
  const names = nameTransaction(entropy);
  const openedAt = timers.now();
  crashPoint('activation-before-intent');
  store.transaction(() => {
    store.journal.open({ ...names, course: 'immediate', service, openedAt });
    const intent: JournalEntry = { kind: 'intent', act: IMMEDIATE_ACTS[service], key: names.key, detail: {} };
    store.journal.append(names.transactionId, intent, openedAt);
    const { reference, transactionId: transaction } = names;
    store.audit.record(EVENTS[service][0], { reference, transaction });
  });
  crashPoint('activation-after-intent');
  return { ...names, course: 'immediate', service, openedAt, closedAt: null, given: null };
}

/** One call, then its outcome; a lost answer is asked about for up to `askForMs` (settlement.md). */
export async function carryOutImmediate(
  store: Store,
  tools: AskTools,
  transaction: StoredSingleAct,
  request: ImmediateRequest,
  askForMs: number,
  signal: AbortSignal,
): Promise<OpenedTransaction & { readonly end: ActEnd }> {
  const { timers, operations, crashPoint } = tools;
  const { transactionId, reference, key } = transaction;
  const answer = await operations.put(key, operationOf(request, reference, tools.pack), signal);
  crashPoint('activation-after-call');
  let heard: OperationOutcome | null = answer.ok ? answer.value : null;
  // Not one byte left this machine, so there is nothing to ask about: all is as it was.
  if (!answer.ok && answer.error.kind === 'link-down' && !answer.error.sent) heard = { state: 'void' };
  const until = timers.elapsed() + askForMs;
  const { decision, outcome } = await askUntilKnown(tools, transaction, heard, until, signal);
  const end = endOf(decision, outcome?.state === 'done' ? outcome.result : null);
  const audit = () =>
    store.audit.record(EVENTS[request.service][1], {
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

function operationOf(request: ImmediateRequest, receiptReference: string, pack: NamedPack): Operation {
  switch (request.service) {
    case 'activate':
      return { ...request.operation, kind: 'card.activate', receiptReference };
    case 'undo-loss':
      return { ...request.operation, kind: 'loss.undo', receiptReference, pack };
    case 'contact-data':
      return { ...request.operation, kind: 'contact.change', receiptReference };
    default:
      return unreachable(request);
  }
}

function endOf(decision: Decision, result: OperationResult | null): ActEnd {
  switch (decision.kind) {
    case 'close-done':
      return { state: 'done', result };
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
