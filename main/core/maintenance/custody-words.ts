import type { CustodyLine } from '../store/custody-lines.ts';
import type { CustodyPlace } from '../store/custody-places.ts';

/** Who does it, and the name of the act: asked for again after a power cut, it is the same act. */
export interface ActBy {
  /** 8 to 60 letters, digits and hyphens, chosen by the caller; never used for another act. */
  readonly act: string;
  /** The technician's short id (`T-0417`), never a name. */
  readonly technician: string;
  /** What stays in the audit beside it: the second person, why a count differed, the pack's label, the sealed bag. */
  readonly second?: string;
  readonly explained?: string;
  readonly label?: number;
  readonly bag?: string;
}

/** What an act says of itself in the audit beside its numbers. */
export const besideAct = ({ act, technician, second, explained }: ActBy) => ({
  act,
  technician,
  ...(second === undefined ? {} : { second }),
  ...(explained === undefined ? {} : { explained }),
});

export const BINS = ['issuer', 'acceptor'] as const;
export type Bin = (typeof BINS)[number];

/** Where a technician found a card whose place the ledger does not know. */
export const FOUND_WORDS = [
  'in-bin',
  /** The machine puts it into the bin. */
  'in-path',
  /** It never left. */
  'in-stack',
  /** Among the cards that were taken out of a bin. */
  'in-bag',
  'not-here',
] as const;
export type Found = (typeof FOUND_WORDS)[number];

/** Why an act was refused; nothing was written and nothing moved, unless it says otherwise. */
export type ActRefusal =
  | { readonly kind: 'bad-act' | 'bad-technician' | 'bad-count' | 'bad-word' }
  /** Somebody is being served, or a card is being moved: once more in a moment. */
  | { readonly kind: 'busy' }
  /** The name was used for something else. */
  | { readonly kind: 'act-differs' }
  | { readonly kind: 'no-such-card' | 'place-known' | 'not-for-this-card' }
  /** The machine would have to move a card and this kiosk has none, or its sensors see no card in the path. */
  | { readonly kind: 'not-fitted' | 'nothing-in-path' }
  /** What stands in the path is the ledger's other card. */
  | { readonly kind: 'another-card-in-path' }
  | { readonly kind: 'bin-full' }
  /** The machine did not do it; where the card is, a person has to see. The act may be asked for again. */
  | { readonly kind: 'jammed' | 'machine'; readonly code: string };

export interface BlanksLoaded {
  readonly loaded: number;
  /** In the stack by the ledger, before and after. */
  readonly before: number;
  readonly after: number;
}

/** A count beside what the ledger had; where they differ, both stay on record. */
export interface Counted {
  readonly expected: number;
  readonly counted: number;
}

export interface CardOut {
  readonly card: string;
  readonly origin: CustodyLine['origin'];
  /** Where it was, and why it was there: a resident's card is given back at a counter with this. */
  readonly place: CustodyPlace;
  readonly reason: string;
}

export interface BinEmptied extends Counted {
  readonly bin: Bin;
  /** What the ledger had in it, oldest first. */
  readonly cards: readonly CardOut[];
}

export interface CardPlaced {
  readonly card: string;
  readonly place: CustodyPlace;
}
