import type { IdempotencyKey, ReceiptReference, TransactionId } from '../../brand.ts';
import type { Transactions } from '../../ports/transactions.ts';
import type { MemoryWorld } from './memory-world.ts';

/** Numbers what is asked of it and ends it as the world says. */
export function memoryTransactions(world: MemoryWorld): Transactions {
  let serial = 0;
  const reference = () => `YKT-TEST-${++serial}` as ReceiptReference;
  const opened = () => ({
    reference: reference(),
    transactionId: `transaction-${serial}` as TransactionId,
    key: `key-${serial}` as IdempotencyKey,
  });
  return {
    accept: (request) => {
      world.accepted.push(request);
      return opened();
    },
    progress: async () => (world.linkUp ? world.progress : { state: 'queued' }),
    carryOut: async (request) => {
      world.carriedOut.push(request);
      return { ...opened(), end: world.actEnd };
    },
    openRequest: (plan) => {
      if (!world.openRequest) throw new Error('no request was prepared');
      return world.openRequest(plan);
    },
    receiptOffered: (id, outcome) => {
      world.receiptsOffered.push({ id, outcome });
    },
    slipReference: reference,
  };
}
