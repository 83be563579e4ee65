import { err, ok, type Result } from '../../../src/result.ts';
import type { CustodyLine } from '../store/custody-lines.ts';
import type { Store } from '../store/open-store.ts';
import { actOnce } from './act-once.ts';
import {
  type ActBy,
  type ActRefusal,
  BINS,
  type Bin,
  type BinEmptied,
  besideAct,
  type CardOut,
} from './custody-words.ts';

/** What the ledger has in a bin, oldest first. */
export const cardsInBin = ({ custody }: Pick<Store, 'custody'>, bin: Bin): CustodyLine[] =>
  bin === 'acceptor'
    ? custody.at('resident', 'retained')
    : [...custody.at('blank', 'rejected'), ...custody.at('blank', 'retained')];

/**
 * The cards of a bin leave the kiosk with the technician. Every line the ledger had in it is closed as `emptied`; a
 * count that differs stays beside it, for nobody knows from a number which card it was.
 */
export function emptyBin(
  store: Store,
  by: ActBy,
  bin: Bin,
  counted: number,
  busy: () => boolean,
): Result<BinEmptied, ActRefusal> {
  const { act, technician, bag } = by;
  if (!BINS.includes(bin)) return err({ kind: 'bad-word' });
  const done = actOnce(
    store,
    { act, technician, kind: 'empty', subject: `${bin}-bin`, counted, found: null },
    busy,
    () => cardsInBin(store, bin).length,
    (expected) => {
      for (const { card } of cardsInBin(store, bin)) store.custody.move(card, 'emptied', 'bin-emptied', act);
      store.audit.record('bin-emptied', {
        ...besideAct(by),
        bin,
        expected,
        counted,
        ...(bag === undefined ? {} : { bag }),
      });
      return null;
    },
  );
  if (!done.ok) return done;
  const cards = store.custodyActs.cardsOf(act).flatMap((card) => cardOut(store, card));
  return ok({ bin, expected: done.value.expected, counted, cards });
}

/** Where a card was before it was taken out, and why. */
function cardOut({ custody }: Store, card: string): CardOut[] {
  const line = custody.find(card);
  const before = custody.moves(card).findLast(({ place }) => place !== 'emptied');
  if (!line || !before) return [];
  return [{ card, origin: line.origin, place: before.place, reason: before.reason }];
}
