import { systemEntropy, systemTimers } from '../../../main/core/clock.ts';
import type { Log } from '../../../main/core/log.ts';
import { openStore, type Store } from '../../../main/core/store/open-store.ts';
import { createSync, type Sync } from '../../../main/core/sync/create-sync.ts';
import { priorityOf } from '../../../main/core/sync/priority.ts';
import {
  createTransactions,
  type TransactionsService,
} from '../../../main/core/transactions/create-transactions.ts';
import type { IdempotencyKey, ReceiptReference, TransactionId } from '../../../src/brand.ts';
import type { Contestant } from './contestant.ts';
import { applicationAt, operationAt } from './items.ts';

const SETTINGS =
  'the kiosk store: WAL, synchronous=FULL, AES-256-GCM, keyed hash of the resident, dedupe key';

const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface Kiosk {
  readonly store: Store;
  readonly sync: Sync;
  readonly transactions: TransactionsService;
}

/** Store, sync and transactions as in the core, without devices and screens. Nothing runs yet. */
export function benchKiosk(folder: string, centralUrl: string): Kiosk {
  const surroundings = { timers: systemTimers, entropy: systemEntropy };
  const opened = openStore({ folder, clock: systemTimers, entropy: systemEntropy });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  const sync = createSync({ ...surroundings, centralUrl, store, log: silentLog });
  const transactions = createTransactions({
    ...surroundings,
    ...sync,
    store,
    issuer: () => null,
    acceptor: () => null,
    faces: () => null,
    policy: { id: 'test', version: 1, issuance: { blanksToTry: 2, takeCardSeconds: 60 } },
    wakeSender: () => sync.wakeSender(),
  });
  return { store, sync, transactions };
}

/** Nobody answers there: enqueueing needs no centre. */
const NOWHERE = 'http://127.0.0.1:9';

/** Only the outbox row of each item, all of one transaction. */
export const ownOutbox: Contestant = {
  name: 'outbox',
  settings: SETTINGS,
  async open(folder) {
    const { store } = benchKiosk(folder, NOWHERE);
    const transactionId = 't-bench' as TransactionId;
    const key = 'k-bench' as IdempotencyKey;
    const reference = 'YKT-BENCH' as ReceiptReference;
    const names = { transactionId, key, reference, openedAt: Date.now() };
    store.journal.open({ ...names, course: 'queued', service: 'apply' });
    return {
      enqueue(index) {
        const operation = operationAt(index);
        store.outbox.enqueue({
          key: `k-${Buffer.from(systemEntropy.bytes(16)).toString('hex')}` as IdempotencyKey,
          transactionId,
          operation,
          priority: priorityOf(operation.kind),
          resident: applicationAt(index).operation.identity.socialSecurityNumber,
          at: Date.now(),
        });
        return undefined;
      },
      close: () => store.close(),
    };
  },
};

/** What a resident's application really costs: transaction, journal, outbox and audit in one commit. */
export const ownAccept: Contestant = {
  name: 'accept',
  settings: `${SETTINGS}, with its transaction, journal row and hash-chained audit record in the same commit`,
  async open(folder) {
    const { store, transactions } = benchKiosk(folder, NOWHERE);
    return {
      enqueue: (index) => {
        transactions.accept(applicationAt(index));
        return undefined;
      },
      close: () => store.close(),
    };
  },
};
