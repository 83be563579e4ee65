import type { IdempotencyKey, TransactionId } from '../../../src/brand.ts';
import type { CustodyHistory } from '../store/custody-store.ts';
import type { Store } from '../store/open-store.ts';
import type { OutboxName } from '../store/outbox-store.ts';
import { actsWithKeys } from './acts-with-keys.ts';
import { CustodyCount } from './custody-count.ts';
import { type InvariantView, isRequest, type SeenTransaction } from './invariant-view.ts';
import { type ReadTransaction, readTransaction, seenWith } from './read-transaction.ts';

export type LookedAt = Pick<InvariantView, 'transactions' | 'cards' | 'ledger'>;
type Looked = Pick<Store, 'journal' | 'outbox' | 'deadLetters' | 'custody' | 'audit'>;

/** Transactions in one slice. */
const SLICE = 500;

const newSlice = () => ({
  transactions: [] as SeenTransaction[],
  cards: new Map<string, CustodyHistory>(),
});

/** Reads from the store what the invariants are about: everything at start, afterwards what changed. */
export class StoreLook {
  readonly #store: Looked;
  #count: CustodyCount | null = null;

  constructor(store: Looked) {
    this.#store = store;
  }

  /** Every transaction and card there ever was, a slice of them in memory at a time. */
  *everything(): Generator<LookedAt> {
    const { journal, outbox, deadLetters, custody } = this.#store;
    // What was written before this is seen now.
    for (const { touched } of [journal, outbox, deadLetters, custody]) touched.take();
    const queues = Map.groupBy(outbox.names(), ({ transactionId }) => transactionId);
    const letters = Map.groupBy(deadLetters.all(), ({ transactionId }) => transactionId);
    const histories = custody.histories();
    const taken = Map.groupBy(histories, ({ transactionId }) => transactionId);
    const count = new CustodyCount();
    for (const history of histories) count.note(history);
    this.#count = count;
    const ledger = count.beside(custody);
    let slice = newSlice();
    for (const { transaction, entries } of journal.everyJournal()) {
      const { transactionId: id } = transaction;
      const beside = { queue: queues.get(id) ?? [], deadLetters: letters.get(id) ?? [] };
      slice.transactions.push(this.#seen(readTransaction(transaction, entries), beside));
      for (const history of taken.get(id) ?? []) slice.cards.set(history.card, history);
      if (slice.transactions.length < SLICE) continue;
      yield { ...slice, ledger };
      slice = newSlice();
    }
    for (const history of taken.get(null) ?? []) slice.cards.set(history.card, history);
    yield { ...slice, ledger };
  }

  /** The transactions, items and cards that were written since the last look; O(changed). */
  changed(): LookedAt {
    const count = this.#count;
    if (count === null) throw new Error('everything is looked at first');
    const { journal, outbox, deadLetters, custody } = this.#store;
    const cards = new Map<string, CustodyHistory>();
    const look = (card: string): CustodyHistory | null => {
      const history = cards.get(card) ?? custody.history(card);
      if (history) cards.set(card, history);
      return history;
    };
    for (const card of custody.touched.take().keys()) {
      const history = look(card);
      if (history) count.note(history);
    }
    const items = new Map([...outbox.touched.take(), ...deadLetters.touched.take()]);
    const ids = new Set<TransactionId>([...journal.touched.take().keys(), ...items.values()]);
    for (const { transactionId } of cards.values()) if (transactionId !== null) ids.add(transactionId);
    const keys = Map.groupBy([...items], ([, id]) => id);
    const transactions: SeenTransaction[] = [];
    for (const id of ids) {
      const stored = journal.find(id);
      if (!stored) continue;
      const read = readTransaction(stored, journal.entries(id));
      const seen = this.#seen(read, this.#beside(read, keys.get(id)?.map(([key]) => key) ?? []));
      if (isRequest(seen) && seen.journal.ok) for (const { card } of seen.journal.value.cards) look(card);
      transactions.push(seen);
    }
    return { transactions, cards, ledger: count.beside(custody) };
  }

  /** Items of the outbox and dead letters under the keys of the journal, and those that came or went. */
  #beside(
    read: ReadTransaction,
    touched: readonly IdempotencyKey[],
  ): Pick<SeenTransaction, 'queue' | 'deadLetters'> {
    const { outbox, deadLetters } = this.#store;
    const own = actsWithKeys(seenWith(read, { queue: [], deadLetters: [] }, () => false));
    const keys = [...new Set([...own.map(({ key }) => key), ...touched])];
    const there = <T>(found: T | null): T[] => (found === null ? [] : [found]);
    const queue: OutboxName[] = keys.flatMap((key) => there(outbox.find(key)));
    return { queue, deadLetters: keys.flatMap((key) => there(deadLetters.find(key))) };
  }

  #seen(read: ReadTransaction, beside: Pick<SeenTransaction, 'queue' | 'deadLetters'>): SeenTransaction {
    const { transactionId } = read.stored;
    return seenWith(read, beside, () => this.#store.audit.has('transaction-needs-technician', transactionId));
  }
}
