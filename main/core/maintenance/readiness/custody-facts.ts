import type { BinFact, StackFact, UnknownFact } from '../../../../src/maintenance/kiosk-facts.ts';
import type { Store } from '../../store/open-store.ts';
import type { ExpectedCustody } from '../expected-custody.ts';
import { unknownItems } from '../unknown-items.ts';

/** null where no issuer is fitted. */
export function stackFact({ stack: { ledger, sensor, todo } }: ExpectedCustody): StackFact | null {
  return sensor === 'not-fitted' ? null : { ledger, sensor, disagrees: todo === 'count-stack' };
}

/** The bins of the machines that are fitted. */
export const binFacts = ({ bins }: ExpectedCustody): BinFact[] =>
  bins.flatMap(({ bin, cards, sensor }) =>
    sensor === 'not-fitted' ? [] : [{ bin, ledger: cards.length, sensor }],
  );

/** Cards whose place the ledger does not know; one that was looked for and not found is known to be gone. */
export function cardsOutOfSight({ custody }: Pick<Store, 'custody'>): number {
  const { blanks, ownCards } = custody.counts();
  return blanks.unknown + ownCards.unknown;
}

/** Transactions nobody can tell the end of, by what is unknown; cards have a line of their own. */
export function unknownFacts(store: Store, expected: ExpectedCustody): UnknownFact[] {
  const openedAt = new Map(
    store.journal.openBesideOutbox().map(({ reference, openedAt: at }) => [String(reference), at]),
  );
  const unknown = unknownItems(store, expected).filter(({ kind }) => kind === 'transaction');
  return [...Map.groupBy(unknown, (item) => item.unknown)].map(([word, items]) => ({
    unknown: word,
    transactions: items.length,
    since: Math.min(...items.map(({ id }) => openedAt.get(id) ?? 0)),
  }));
}
