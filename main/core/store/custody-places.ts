/** Places of a blank, from the stack to its end (INV-3). */
export const BLANK_PLACES = [
  /** It was asked for and never moved. */
  'stock',
  'transport',
  'chip-station',
  'gate',
  'handed-over',
  'retained',
  'rejected',
  'unknown',
  /** A technician took it out of the bin. */
  'emptied',
  /** It was lost from sight, and a technician looked: it is not in the machine. */
  'missing',
] as const;
export type BlankPlace = (typeof BLANK_PLACES)[number];

/** Places of a resident's own card in the acceptor (INV-5). */
export const OWN_CARD_PLACES = [
  'latched',
  'gate',
  'given-back',
  'retained',
  'unknown',
  'emptied',
  'missing',
] as const;
export type OwnCardPlace = (typeof OWN_CARD_PLACES)[number];

export type CustodyPlace = BlankPlace | OwnCardPlace;

/** Where a card that was lost from sight may be found. */
const FOUND = [
  'stock',
  'chip-station',
  'gate',
  'latched',
  'handed-over',
  'given-back',
  'retained',
  'rejected',
] as const;

/** From where a card may move to where; a move that is not here is a programming error. */
export const MOVES: Readonly<Record<CustodyPlace, readonly CustodyPlace[]>> = {
  stock: [],
  transport: ['stock', 'chip-station', 'gate', 'rejected', 'unknown'],
  'chip-station': ['gate', 'rejected', 'retained', 'unknown'],
  gate: ['chip-station', 'handed-over', 'latched', 'given-back', 'retained', 'rejected', 'unknown'],
  latched: ['gate', 'given-back', 'retained', 'unknown'],
  'handed-over': [],
  'given-back': [],
  retained: ['emptied'],
  rejected: ['emptied'],
  /** A technician found it, or the sensors say so now. */
  unknown: [...FOUND, 'missing', 'emptied'],
  emptied: [],
  /** It was in the machine after all. */
  missing: [...FOUND, 'emptied'],
};

/** Where a card is inside a machine and may still move. */
export const IN_MACHINE: readonly CustodyPlace[] = ['transport', 'chip-station', 'gate', 'latched'];
