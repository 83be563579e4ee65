import type { Result } from '../../../src/result.ts';
import type { Store } from '../store/open-store.ts';
import type {
  ActBy,
  ActRefusal,
  Bin,
  BinEmptied,
  BlanksLoaded,
  CardPlaced,
  Counted,
  Found,
} from './custody-words.ts';
import { emptyBin } from './empty-bin.ts';
import { type ExpectedCustody, expectedCustody } from './expected-custody.ts';
import type { CardMachines } from './path-to-bin.ts';
import { placeCard } from './place-card.ts';
import { countStack, loadBlanks } from './stack-acts.ts';

export interface CustodyActsOptions extends CardMachines {
  readonly store: Store;
  /** Somebody is being served, or a card is being moved for somebody. */
  readonly busy: () => boolean;
  /** After each act: what the screen may offer has perhaps changed. */
  readonly changed: () => void;
}

/**
 * What a technician does with cards. Each act has a name chosen by its caller and counts once, however often it is
 * asked for; each is refused while somebody is being served (INV-3).
 */
export interface CustodyActs {
  /** Blanks that were put into the stack. */
  loadBlanks(by: ActBy, counted: number): Result<BlanksLoaded, ActRefusal>;
  /** What was found in the stack; the ledger follows it. */
  countStack(by: ActBy, found: number): Result<Counted, ActRefusal>;
  /** A bin's cards leave the kiosk; each is named with why it was there. */
  emptyBin(by: ActBy, bin: Bin, counted: number): Result<BinEmptied, ActRefusal>;
  /** Where a card is that the ledger lost from sight. Asked for again with the same name it goes on. */
  placeUnknown(by: ActBy, card: string, found: Found): Promise<Result<CardPlaced, ActRefusal>>;
  /** What a technician should find, by the ledger and the sensors, and what to do about each. */
  expected(): Promise<ExpectedCustody>;
  /** Somebody is being served, or a card is being moved: acts are refused. */
  busy(): boolean;
  /** A machine moves a card for a technician. */
  underWay(): boolean;
}

/** The technician's acts over store and machines. */
export function createCustodyActs({
  store,
  issuer,
  acceptor,
  busy,
  changed,
}: CustodyActsOptions): CustodyActs {
  const machines: CardMachines = { issuer, acceptor };
  let moving = false;
  const notNow = () => moving || busy();
  const told = <T>(done: T): T => {
    changed();
    return done;
  };
  return {
    loadBlanks: (by, counted) => told(loadBlanks(store, by, counted, notNow)),
    countStack: (by, found) => told(countStack(store, by, found, notNow)),
    emptyBin: (by, bin, counted) => told(emptyBin(store, by, bin, counted, notNow)),
    async placeUnknown(by, card, found) {
      if (moving) return { ok: false, error: { kind: 'busy' } };
      moving = true;
      try {
        return await placeCard({ store, machines, busy }, by, card, found);
      } finally {
        moving = false;
        changed();
      }
    },
    expected: () => expectedCustody(store, machines),
    busy: notNow,
    underWay: () => moving,
  };
}
