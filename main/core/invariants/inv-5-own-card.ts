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
  const kept = moves.findIndex(({ place }) => place === 'retained');
  if (origin !== 'resident' || kept < 0 || SWITCHED.includes(moves[kept]?.reason ?? '')) return false;
  // One that stuck on its way can't be offered: the ledger calls it out of sight until a person found it.
  return !moves.slice(0, kept).some(({ place }) => place === 'gate' || place === 'unknown');
}
