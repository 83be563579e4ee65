import type { CardFaults, CardSpec } from './card-spec.ts';

export interface SlotStatus {
  /** What is in the slot. */
  readonly card: CardSpec['kind'] | null;
  /** Command APDUs the card has seen. */
  readonly apdus: number;
  /** Somebody is at the other end of the wire. */
  readonly connected: boolean;
}

/** A slot that virtual cards are put into and pulled out of, whatever wire is behind it. */
export interface VirtualCardSlot {
  /** Replaces a card that is in. */
  insert(spec: CardSpec, faults: CardFaults): Promise<void>;
  pull(): Promise<void>;
  status(): SlotStatus;
  close(): Promise<void>;
}
