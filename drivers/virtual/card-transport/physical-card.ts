import type { VirtualCard } from '../social-card/virtual-card.ts';

/** A piece of plastic with its chip: the label follows it through every machine and hand. */
export interface PhysicalCard {
  readonly label: string;
  readonly chip: VirtualCard;
}

/** Where every card of a machine is. Nothing ever leaves these lists but through a hand. */
export interface CardMachineTruth {
  /** Blanks in the stack, the next one first; always empty in an acceptor. */
  readonly stack: readonly string[];
  /** `path`: stuck between two places. */
  readonly position: 'none' | 'gate' | 'ic' | 'path';
  readonly card: string | null;
  /** In the order they fell in. */
  readonly bin: readonly string[];
  /** Taken at the gate, or pulled out, by residents. */
  readonly taken: readonly string[];
  /** Taken out by technicians. */
  readonly removed: readonly string[];
}
