import type { NamedPack } from '../../../src/contracts/central/named-pack.ts';
import type { Operation } from '../../../src/contracts/central/operations.ts';
import type { OpenedTransaction, QueuedRequest } from '../../../src/ports/transactions.ts';
import { unreachable } from '../../../src/result.ts';
import { QUEUED_ACTS } from '../../../src/transaction/queued-journal.ts';
import type { JournalEntry } from '../../../src/transaction/settle.ts';
import type { Store } from '../store/open-store.ts';
import { priorityOf } from '../sync/priority.ts';
import type { AskTools } from './ask-until-known.ts';
import { nameTransaction } from './new-transaction.ts';

const ACCEPTED = {
  apply: 'application-accepted',
  loss: 'loss-accepted',
  certify: 'certification-accepted',
} as const;

/** Intent and outbox row in one commit (APPLY-8, LOSS-5, CERT-2, INV-4). */
export function acceptQueued(
  store: Store,
  { timers, entropy, crashPoint, pack }: AskTools,
  request: QueuedRequest,
  link: 'up' | 'down',
): OpenedTransaction {
  const names = nameTransaction(entropy);
  const { transactionId, reference, key } = names;
  const { service } = request;
  const at = timers.now();
  const operation = operationOf(request, { receiptReference: reference, pack }, new Date(at).toISOString());
  crashPoint('application-before-intent');
  store.transaction(() => {
    store.journal.open({ ...names, course: 'queued', service, openedAt: at });
    const intent: JournalEntry = { kind: 'intent', act: QUEUED_ACTS[service], key, detail: {} };
    store.journal.append(transactionId, intent, at);
    const priority = priorityOf(operation.kind);
    const resident = request.operation.identity.socialSecurityNumber;
    store.outbox.enqueue({ key, transactionId, operation, priority, resident, at });
    store.audit.record(ACCEPTED[service], { reference, transaction: transactionId, link });
  });
  crashPoint('application-after-intent');
  return names;
}

function operationOf(
  request: QueuedRequest,
  named: { readonly receiptReference: string; readonly pack: NamedPack },
  at: string,
): Operation {
  switch (request.service) {
    case 'apply':
      return { ...request.operation, kind: 'application.submit', ...named, acceptedAt: at };
    case 'loss':
      return { ...request.operation, kind: 'loss.report', ...named, reportedAt: at };
    case 'certify':
      return { ...request.operation, kind: 'certification.submit', ...named, certifiedAt: at };
    default:
      return unreachable(request);
  }
}
