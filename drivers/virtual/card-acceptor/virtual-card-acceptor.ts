import { randomBytes } from 'node:crypto';
import type { Entropy } from '../../../src/ports/clock.ts';
import type { Outcome } from '../card-transport/answer-text.ts';
import type { CardAcceptorFault } from '../card-transport/crt-faults.ts';
import type { PhysicalCard } from '../card-transport/physical-card.ts';
import {
  VirtualCardMachine,
  type VirtualCardMachineOptions,
} from '../card-transport/virtual-card-machine.ts';
import { type CardSpecInput, cardSpecSchema } from '../social-card/card-spec.ts';
import { makeCard } from '../social-card/make-card.ts';

export interface VirtualCardAcceptorOptions extends VirtualCardMachineOptions {
  /** 0 or absent picks a free port on 127.0.0.1. */
  readonly port?: number;
  /** Where a card that is put in stops before the machine is told to move it; `ic` by default. */
  readonly stopsAt?: 'ic' | 'gate';
  /** Challenges of the cards' chips; the system's by default. */
  readonly entropy?: Entropy;
}

/** What became of a card somebody pushed at the mouth; only `drawn-in` and `stuck` left the hand. */
export type Insertion = 'drawn-in' | 'stuck' | 'entry-closed' | 'occupied';

/** Machines without a stack say `enough` where dispensers tell of theirs. */
const NO_STACK = 0x32;
/** There is nothing to move: commands out of sequence. */
const NOTHING_THERE = '02';

/** A motorised reader in one's hands: mouth, chip station and retain bin behind a wire. */
export class VirtualCardAcceptor extends VirtualCardMachine<CardAcceptorFault> {
  readonly #stopsAt: 'ic' | 'gate';
  readonly #challenges: (length: number) => Uint8Array;
  #entryOpen = false;
  #made = 0;

  /** Without a port of its own: for `attachTo`. */
  constructor(options: VirtualCardAcceptorOptions = {}) {
    super(options);
    this.#stopsAt = options.stopsAt ?? 'ic';
    const { entropy } = options;
    this.#challenges = entropy
      ? (length) => entropy.bytes(length)
      : (length) => Uint8Array.from(randomBytes(length));
  }

  /** Listens on 127.0.0.1; rejects when the port is taken. */
  static async start(options: VirtualCardAcceptorOptions = {}): Promise<VirtualCardAcceptor> {
    const acceptor = new VirtualCardAcceptor(options);
    await acceptor.listen(options.port ?? 0);
    return acceptor;
  }

  get entryOpen(): boolean {
    return this.#entryOpen;
  }

  /** A resident pushes a card at the mouth. */
  insertCard(card: PhysicalCard): Insertion {
    if (!this.#entryOpen || !this.path.powered) return 'entry-closed';
    if (this.path.card !== null) return 'occupied';
    const obstructed = this.faults.has('entry-obstructed');
    this.path.put(card, obstructed ? 'path' : this.#stopsAt);
    this.changed();
    return obstructed ? 'stuck' : 'drawn-in';
  }

  /** The same with a card made for the purpose. */
  insert(spec: CardSpecInput, label?: string): Insertion {
    this.#made += 1;
    const chip = makeCard(cardSpecSchema.parse(spec), this.#challenges);
    return this.insertCard({ label: label ?? `card-${this.#made}`, chip });
  }

  protected stack(): readonly PhysicalCard[] {
    return [];
  }

  protected stockByte(): number {
    return NO_STACK;
  }

  protected async feed(): Promise<Outcome> {
    return { code: NOTHING_THERE };
  }

  protected setEntry(open: boolean): Outcome {
    this.#entryOpen = open;
    return {};
  }
}
