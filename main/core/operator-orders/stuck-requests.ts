import type { StuckRequest } from '../../../src/contracts/configuration/orders.ts';
import { unknownOfTransaction } from '../maintenance/unknown-items.ts';
import type { StoredTransaction } from '../store/journal-store.ts';
import type { Store } from '../store/open-store.ts';

/** Most that one heartbeat tells of. */
const MOST = 50;

/** Of that course alone are requests that money and cards go with. */
const withMoney = ({ course }: StoredTransaction): boolean => course === 'request';

/**
 * What waits for people at the desk: operations the authority would not take, and acts nobody answers for (INV-4).
 * Codes and references alone.
 */
export const stuckRequests = (store: Store): StuckRequest[] =>
  [...deadLetters(store), ...unknownActs(store)].slice(-MOST);

const deadLetters = ({ deadLetters, journal }: Store): StuckRequest[] =>
  deadLetters.waiting().flatMap(({ key, transactionId, kind, code, at }) => {
    const stored = journal.find(transactionId);
    if (!stored) return [];
    const { reference, service } = stored;
    const named = { kind: 'dead-letter' as const, reference, service, key };
    return [{ ...named, act: kind, code: code.slice(0, 80), since: at, money: withMoney(stored) }];
  });

const unknownActs = (store: Store): StuckRequest[] =>
  store.journal.openBesideOutbox().flatMap((stored) => {
    const unknown = unknownOfTransaction(store, stored);
    if (unknown === null) return [];
    const { reference, service, openedAt } = stored;
    const named = { kind: 'unknown' as const, reference, service, key: null, act: service };
    return [{ ...named, code: unknown, since: openedAt, money: withMoney(stored) }];
  });
