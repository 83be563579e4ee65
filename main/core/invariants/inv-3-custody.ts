import type { CardState } from '../../../src/transaction/request-state.ts';
import { type CustodyPlace, IN_MACHINE, MOVES } from '../store/custody-places.ts';
import { type CustodyHistory, TEST_CARD } from '../store/custody-store.ts';
import { type InvariantView, isRequest, type LedgerNumbers, type SeenRequest } from './invariant-view.ts';
import { breaks, type Violation } from './violation.ts';

const violation = breaks('INV-3');

/** INV-3: loaded = in stock + every place; every card has its place, its reason, and the request it was taken for. */
export function custody({ transactions, cards, ledger }: InvariantView): Violation[] {
  const requests = new Map(transactions.filter(isRequest).map((seen) => [seen.stored.transactionId, seen]));
  return [
    ...inNumbers(ledger),
    ...[...cards.values()].flatMap((card) => [
      ...ofHistory(card),
      ...(card.origin === 'blank' && !isTestCard(card) && !isNamed(card, requests)
        ? [violation('card-without-request', card.transactionId)]
        : []),
    ]),
    ...[...requests.values()].flatMap((seen) => ofRequest(seen, cards)),
  ];
}

function inNumbers({ stock, loaded, loadsAdded, kept, counted }: LedgerNumbers): Violation[] {
  const inside = (cards: Readonly<Record<string, number>>): number =>
    IN_MACHINE.reduce((sum, place) => sum + (cards[place] ?? 0), 0);
  const agree = (['blank', 'resident'] as const).every((origin) =>
    Object.keys({ ...kept[origin], ...counted[origin] })
      // What went back into the stack is counted in the stock.
      .filter((place) => place !== 'stock')
      .every((place) => (kept[origin][place] ?? 0) === (counted[origin][place] ?? 0)),
  );
  const out =
    Object.values(counted.blank).reduce((sum, cards) => sum + cards, 0) - (counted.blank.stock ?? 0);
  return [
    ...(agree && loaded === loadsAdded && stock === loadsAdded - out ? [] : [violation('ledger-unbalanced')]),
    ...(stock < 0 ? [violation('stock-below-zero')] : []),
    // One transport, one latch: a machine takes in no second card.
    ...(inside(counted.blank) > 1 || inside(counted.resident) > 1 ? [violation('two-cards-in-machine')] : []),
  ];
}

function ofHistory({ origin, transactionId, place: placed, moves }: CustodyHistory): Violation[] {
  const [first] = moves;
  if (!first || moves.at(-1)?.place !== placed) return [violation('card-without-place', transactionId)];
  const reasons = moves.every(({ reason }) => reason.trim() !== '');
  const begins = first.place === (origin === 'blank' ? 'transport' : 'latched');
  const moved = moves.every(({ place }, at) => {
    const from = moves[at - 1];
    return from === undefined || MOVES[from.place].includes(place);
  });
  return [
    ...(reasons ? [] : [violation('card-without-reason', transactionId)]),
    ...(begins && moved ? [] : [violation('impossible-move', transactionId)]),
  ];
}

/** A technician's test of the machine took it, and nobody was given it. */
const isTestCard = ({ transactionId, moves }: CustodyHistory): boolean =>
  transactionId === null &&
  moves[0]?.reason === TEST_CARD &&
  moves.every(({ place }) => place !== 'handed-over');

function isNamed(
  { card, transactionId }: CustodyHistory,
  requests: ReadonlyMap<string, SeenRequest>,
): boolean {
  const seen = transactionId === null ? undefined : requests.get(transactionId);
  if (!seen) return false;
  // Of a journal nobody can read INV-4 and INV-8 speak.
  return !seen.journal.ok || seen.journal.value.cards.some((taken) => taken.card === card);
}

function ofRequest(
  { stored, journal }: SeenRequest,
  cards: ReadonlyMap<string, CustodyHistory>,
): Violation[] {
  if (!journal.ok) return [];
  return journal.value.cards.flatMap((taken) => {
    const history = cards.get(taken.card);
    if (history?.transactionId !== stored.transactionId)
      return [violation('card-not-in-ledger', stored.transactionId)];
    return agrees(taken, history) ? [] : [violation('ledger-against-journal', stored.transactionId)];
  });
}

/** A card that was lost from sight, or that a person took out of the machine, may be anywhere its ledger says. */
function agrees(taken: CardState, { place, moves }: CustodyHistory): boolean {
  const expected = placesOf(taken);
  if (expected.includes(place)) return true;
  if (place === 'emptied' && (expected.includes('rejected') || expected.includes('retained'))) return true;
  const mayBeFound = expected.some((one) => one === 'unknown' || IN_MACHINE.includes(one));
  return mayBeFound && moves.some((move) => move.place === 'unknown');
}

/** Where the ledger has a blank by the journal of its request. */
function placesOf({ taken, present, presentCode, bin }: CardState): readonly CustodyPlace[] {
  if (present === 'taken') return ['handed-over'];
  if (present === 'unknown') return ['unknown'];
  if (bin?.end === 'binned') return [bin.as];
  if (bin?.end === 'unknown-place') return ['unknown'];
  if (present === 'intended') return ['gate'];
  if (present === 'not-taken') return [presentCode === 'ic' ? 'chip-station' : 'gate'];
  switch (taken) {
    case 'intended':
      return ['transport'];
    case 'nothing-moved':
      return ['stock'];
    case 'unknown-place':
      return ['unknown'];
    case 'at-chip-station':
      return ['chip-station', 'gate'];
  }
}
