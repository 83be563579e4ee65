import type { CustodyHistory } from '../store/custody-store.ts';
import type { InvariantView } from './invariant-view.ts';
import { breaks, type Violation } from './violation.ts';

const violation = breaks('INV-5');

/** SWAP-3, EXCH-5: the switch made it void; the ledger names the service as its reason. */
const SWITCHED: readonly string[] = ['swap', 'exchange'];

/** INV-5: a resident's card in the bin was at the gate before, or is the old one of a switch. */
export const ownCard = ({ cards }: InvariantView): Violation[] =>
  [...cards.values()].filter(isKeptUnoffered).map(() => violation('kept-without-offer'));

function isKeptUnoffered({ origin, moves }: CustodyHistory): boolean {
  const last = moves.at(-1);
  if (origin !== 'resident' || last?.place !== 'retained' || SWITCHED.includes(last.reason)) return false;
  return !moves.some(({ place }) => place === 'gate');
}
