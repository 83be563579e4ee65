import type { IdempotencyKey } from '../../../src/brand.ts';
import type { KioskOrder } from '../../../src/contracts/configuration/orders.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { DeadLetter } from '../store/dead-letter-store.ts';
import type { StoredTransaction } from '../store/journal-store.ts';
import type { Store } from '../store/open-store.ts';
import type { Sync } from '../sync/create-sync.ts';
import type { TransactionsService } from '../transactions/create-transactions.ts';

/** What orders reach. */
export interface OrderGround {
  readonly store: Store;
  readonly transactions: Pick<TransactionsService, 'recorder' | 'settleByWord' | 'devicesChanged'>;
  readonly clock: Clock;
  readonly sync: Pick<Sync, 'wakeSender' | 'heartbeatSoon'>;
}

/** The dead letter an order names, with its transaction; null where key and reference do not belong together here. */
export function letterOf(
  { key, reference }: Pick<KioskOrder, 'key' | 'reference'>,
  { deadLetters, journal }: Store,
): { readonly letter: DeadLetter; readonly transaction: StoredTransaction } | null {
  const letter = key === null ? null : deadLetters.find(key as IdempotencyKey);
  const transaction = letter && journal.find(letter.transactionId);
  if (!transaction || (reference !== null && transaction.reference !== reference)) return null;
  return { letter, transaction };
}
