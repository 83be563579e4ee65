import type { Disk } from '../../../main/core/store/disk.ts';
import { openStore, type Store } from '../../../main/core/store/open-store.ts';
import { application } from '../../../main/core/test-kiosk.ts';
import { seededEntropy, VirtualClock } from '../../../main/core/virtual-clock.ts';
import type { IdempotencyKey, ReceiptReference, TransactionId } from '../../../src/brand.ts';

const clock = new VirtualClock();

/** The kiosk's store in `folder` of a disk; throws the sentence where it is refused. */
export function storeOn(disk: Disk, folder: string): Store {
  const opened = openStore({ folder, clock, entropy: seededEntropy(1), disk });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

const idOf = (number: number) => `t-${number}` as TransactionId;
const keyOf = (number: number) => `k-${number}` as IdempotencyKey;

/** One resident's application, from the intent to the outbox, in one commit. */
export function accept(store: Store, number: number): void {
  const resident = `46010019900101${String(number).padStart(4, '0')}`;
  store.transaction(() => {
    store.journal.open({
      transactionId: idOf(number),
      course: 'queued',
      service: 'apply',
      reference: `YKT-${number}` as ReceiptReference,
      key: keyOf(number),
      openedAt: clock.now() + number,
    });
    const intent = { kind: 'intent', act: 'submit', key: keyOf(number), detail: {} } as const;
    store.journal.append(idOf(number), intent, clock.now());
    store.outbox.enqueue({
      key: keyOf(number),
      transactionId: idOf(number),
      operation: {
        kind: 'application.submit',
        receiptReference: `YKT-${number}`,
        acceptedAt: new Date(clock.now()).toISOString(),
        ...application(resident),
      },
      priority: 50,
      resident,
      at: clock.now(),
    });
    store.audit.record('session-started', { language: 'zh', elder: number % 2 === 0 });
  });
}

/** The authority answered: the item leaves the outbox in the commit that closes its transaction. */
export function answered(store: Store, number: number): void {
  store.transaction(() => {
    store.outbox.remove(keyOf(number));
    store.journal.given(idOf(number), { number: `A-${number}`, day: '2026-02-01' });
    store.journal.close(idOf(number), clock.now());
  });
}

/** What the store holds of an application: nothing, all of it, or a part, which must never be. */
export function heldOf(store: Store, number: number): 'nothing' | 'waiting' | 'closed' | 'a part' {
  const transaction = store.journal.find(idOf(number));
  const rows = [transaction !== null, store.journal.entries(idOf(number)).length === 1];
  const waits = store.outbox.find(keyOf(number)) !== null;
  if (rows.every((row) => !row) && !waits) return 'nothing';
  if (!rows.every(Boolean)) return 'a part';
  if (waits && transaction?.closedAt === null && transaction.given === null) {
    return store.outbox.operation(keyOf(number)).kind === 'application.submit' ? 'waiting' : 'a part';
  }
  return !waits && transaction?.closedAt !== null && transaction?.given !== null ? 'closed' : 'a part';
}
