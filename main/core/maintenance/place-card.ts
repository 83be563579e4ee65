import { err, ok, type Result } from '../../../src/result.ts';
import type { CustodyActAsked } from '../store/custody-act-store.ts';
import type { CustodyLine } from '../store/custody-lines.ts';
import { type CustodyPlace, IN_MACHINE } from '../store/custody-places.ts';
import type { Store } from '../store/open-store.ts';
import { askedBefore } from './act-once.ts';
import {
  type ActBy,
  type ActRefusal,
  besideAct,
  type CardPlaced,
  FOUND_WORDS,
  type Found,
} from './custody-words.ts';
import { type CardMachines, pathToBin } from './path-to-bin.ts';
import { placeInBin } from './place-in-bin.ts';

export interface PlacingTools {
  readonly store: Store;
  readonly machines: CardMachines;
  readonly busy: () => boolean;
}

type Placing = CustodyActAsked & { readonly found: Found };

/**
 * A card that was lost from sight gets the place where a technician found it. One in the path is put into the bin by
 * the machine, its intent on disk before; a card that a request left standing in its machine can go the same way.
 * Where the power failed in between nobody guesses: the act is asked for again, or the technician says where it is.
 */
export async function placeCard(
  tools: PlacingTools,
  by: ActBy,
  card: string,
  found: Found,
): Promise<Result<CardPlaced, ActRefusal>> {
  const { store, busy } = tools;
  const { act, technician } = by;
  if (!FOUND_WORDS.includes(found)) return err({ kind: 'bad-word' });
  const asked = { act, technician, kind: 'place', subject: card, counted: null, found } as const;
  const before = askedBefore(store, asked);
  if (!before.ok) return before;
  if (before.value?.endedAs) return ok({ card, place: before.value.endedAs as CustodyPlace });
  if (busy()) return err({ kind: 'busy' });
  const line = store.custody.find(card);
  if (!line) return err({ kind: 'no-such-card' });
  if (!mayBePlaced(store, line, found)) return err({ kind: 'place-known' });
  if (found === 'in-path') return binFromPath(tools, by, asked, line);
  if (found === 'in-stack' && line.origin === 'resident') return err({ kind: 'not-for-this-card' });
  if (found === 'not-here' && line.place === 'missing') return err({ kind: 'place-known' });
  return placed(store, by, asked, line);
}

/** Out of sight; or left in the machine by a request that is over, and the machine is to put it into the bin. */
export function mayBePlaced(store: Store, line: CustodyLine, found: Found): boolean {
  if (line.place === 'unknown' || line.place === 'missing') return true;
  return found === 'in-path' && isLeftInside(store, line);
}

/** A blank that stands in its machine although its request is over. The acceptor's are offered back by the core. */
export const isLeftInside = ({ journal }: Store, { origin, place, transactionId }: CustodyLine): boolean =>
  origin === 'blank' &&
  IN_MACHINE.includes(place) &&
  (transactionId === null || journal.find(transactionId)?.closedAt !== null);

async function binFromPath(
  { store, machines, busy }: PlacingTools,
  by: ActBy,
  asked: Placing,
  line: CustodyLine,
): Promise<Result<CardPlaced, ActRefusal>> {
  const { card, origin } = line;
  const path = pathToBin(machines, origin);
  if (!path) return err({ kind: 'not-fitted' });
  const seen = await path.look();
  if (!seen.ok) return seen;
  // While the machine was asked somebody may have come, and what stands there now is theirs.
  if (busy()) return err({ kind: 'busy' });
  const inside = store.custody.inMachine(origin);
  if (inside && inside.card !== card) return err({ kind: 'another-card-in-path' });
  store.transaction(() => {
    if (!store.custodyActs.find(asked.act)) store.custodyActs.begin(asked, null);
    if (inside) store.custody.move(card, 'unknown', 'technician-in-path', asked.act);
  });
  const moved = await path.toBin();
  return moved.ok ? placed(store, by, asked, line) : moved;
}

/** One commit: the act's end, the card's place with its reason, and the audit. */
function placed(store: Store, by: ActBy, asked: Placing, line: CustodyLine): Result<CardPlaced, ActRefusal> {
  const { custody, custodyActs, audit } = store;
  const { act, found } = asked;
  const place = placeOf(store, line, found);
  store.transaction(() => {
    if (!custodyActs.find(act)) custodyActs.begin(asked, null);
    custody.move(line.card, place, `technician-${found}`, act);
    // Whoever counted the stack since counted it with the others: it is not to be there twice.
    if (place === 'stock' && custodyActs.countedWithout(line.card)) {
      custody.load(-1, 'counted-with-the-stack', act);
    }
    custodyActs.end(act, place);
    audit.record('card-placed', { ...besideAct(by), card: line.card, found, place });
  });
  return ok({ card: line.card, place });
}

function placeOf(store: Store, line: CustodyLine, found: Found): CustodyPlace {
  switch (found) {
    case 'in-stack':
      return 'stock';
    case 'in-bag':
      return 'emptied';
    case 'not-here':
      return 'missing';
    case 'in-bin':
    case 'in-path':
      return placeInBin(store, line);
  }
}
