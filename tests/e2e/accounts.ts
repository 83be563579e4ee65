import { join } from 'node:path';
import { expect } from 'vitest';
import { registryView } from '../../central/dev/registry-view.ts';
import type { BlankPlace, OwnCardPlace } from '../../main/core/store/custody-places.ts';
import { type CardsAt, type KioskLedger, readKioskLedger } from '../../scripts/world/kiosk-ledger.ts';
import type { World } from '../../scripts/world/world.ts';
import { usable } from '../../src/card/usable.ts';
import { eventually } from './kiosk-test.ts';

/** What a test says has moved by its end; what it does not name has not. */
export interface Movements {
  /** Fees of services delivered, in fen. */
  readonly keptFen?: number;
  readonly blanks?: CardsAt<BlankPlace>;
  readonly ownCards?: CardsAt<OwnCardPlace>;
}

const ledgerOf = (world: World): KioskLedger => readKioskLedger(join(world.folder, 'kiosk'));

/** Money that came and did not go back, in fen. */
const keptFenOf = async (world: World): Promise<number> => {
  const { inFen, outFen } = await world.phone.ledger();
  return inFen - outFen;
};

/**
 * Plays, waits until nothing is open any more, and closes the accounts: money (INV-1), blanks in the ledger and in
 * the machine (INV-2, INV-3), residents' own cards (INV-5), nothing waiting and nothing refused (INV-4).
 */
export async function accounted(world: World, expected: Movements, play: () => Promise<void>): Promise<void> {
  const { hardware } = world;
  const before = ledgerOf(world);
  const apart = disagreement(world, before);
  const keptBefore = await keptFenOf(world);
  await play();
  const after = await eventually(
    () => Promise.resolve(ledgerOf(world)),
    ({ openTransactions, waiting }) => openTransactions === 0 && waiting === 0,
  );
  const kept = await eventually(
    async () => {
      await world.phone.sweep();
      return (await keptFenOf(world)) - keptBefore;
    },
    (fen) => fen === (expected.keptFen ?? 0),
  );
  expect(kept, 'INV-1 in fen').toBe(expected.keptFen ?? 0);
  expect(moved(before.blanks, after.blanks), 'INV-3 blanks that moved').toEqual(expected.blanks ?? {});
  expect(moved(before.ownCards, after.ownCards), 'INV-5 own cards that moved').toEqual(
    expected.ownCards ?? {},
  );
  expect(after.unexplained, 'INV-5 cards without a reason').toBe(0);
  expect(after.deadLetters - before.deadLetters, 'INV-4 refused for good').toBe(0);
  // As before, and not nothing: what a test that failed has left behind is not the fault of this one.
  expect(disagreement(world, after), 'INV-2, INV-3, INV-5 ledger and machines').toEqual(apart);
  expect(hardware.issuer.truth().position, 'INV-3 left in the issuer').toBe('none');
  expect(hardware.acceptor.truth().position, 'INV-5 left in the acceptor').toBe('none');
  await expectOneUsableCardEach(world);
}

function moved<Place extends string>(before: CardsAt<Place>, after: CardsAt<Place>): CardsAt<Place> {
  const places = [...new Set([...Object.keys(before), ...Object.keys(after)])] as Place[];
  const change = places.map((place) => [place, (after[place] ?? 0) - (before[place] ?? 0)] as const);
  return Object.fromEntries(change.filter(([, cards]) => cards !== 0)) as CardsAt<Place>;
}

/** By how many cards the ledger and a look into the machines differ; nothing but zeros while both are right. */
function disagreement({ hardware }: World, { loaded, blanks, ownCards }: KioskLedger) {
  const issuer = hardware.issuer.truth();
  const acceptor = hardware.acceptor.truth();
  const outside = Object.entries(blanks)
    .filter(([place]) => place !== 'stock')
    .reduce((sum, [, cards]) => sum + cards, 0);
  return {
    stack: issuer.stack.length - (loaded - outside),
    bin: issuer.bin.length - (blanks.rejected ?? 0) - (blanks.retained ?? 0),
    handedOver: issuer.taken.length - (blanks['handed-over'] ?? 0),
    ownKept: acceptor.bin.length - (ownCards.retained ?? 0),
    ownGivenBack: acceptor.taken.length - (ownCards['given-back'] ?? 0),
  };
}

export async function registryOf(world: World, residentId: string) {
  const { residents } = registryView.parse(await world.central.residents());
  const found = residents.find(({ id }) => id === residentId);
  if (!found) throw new Error(`the registry has no ${residentId}`);
  return found;
}

/** INV-2, in one number: how many cards this person could use now. */
export const usableCards = async (world: World, residentId: string): Promise<number> =>
  (await registryOf(world, residentId)).cards.filter(usable).length;

async function expectOneUsableCardEach(world: World): Promise<void> {
  const { residents } = registryView.parse(await world.central.residents());
  const two = residents.filter(({ cards }) => cards.filter(usable).length > 1).map(({ id }) => id);
  expect(two, 'INV-2 two usable cards').toEqual([]);
}
