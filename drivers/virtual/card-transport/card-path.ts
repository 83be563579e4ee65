import type { Timers } from '../../../src/ports/clock.ts';
import type { CrtCommandName, CrtFaultQueue } from './crt-faults.ts';
import type { PhysicalCard } from './physical-card.ts';

export type CardPlace = 'gate' | 'ic';

/** A move that came to its end (`{}`), an error code, or the power went. */
export type MoveOutcome = { readonly code: string } | Record<string, never> | 'dark';

/** The one card in the transport, the bin behind it and the hands in front of it. */
export class CardPath {
  readonly bin: PhysicalCard[] = [];
  readonly taken: PhysicalCard[] = [];
  powered = true;
  readonly #faults: CrtFaultQueue;
  readonly #timers: Timers;
  readonly #moveMs: number;
  #held: { readonly card: PhysicalCard; place: CardPlace | 'path' } | null = null;
  #stuckCode = '10';
  #cut: 'from' | 'path' | 'to' | null = null;

  constructor(faults: CrtFaultQueue, timers: Timers, moveMs: number) {
    this.#faults = faults;
    this.#timers = timers;
    this.#moveMs = moveMs;
  }

  get place(): CardPlace | 'path' | 'none' {
    return this.#held?.place ?? 'none';
  }

  get card(): PhysicalCard | null {
    return this.#held?.card ?? null;
  }

  /** What the machine says of a card that is stuck. */
  get stuckCode(): string {
    return this.#stuckCode;
  }

  cutPowerAt(rests: 'from' | 'path' | 'to'): void {
    this.#cut = rests;
  }

  /** A card comes into the empty path. */
  put(card: PhysicalCard, place: CardPlace | 'path'): void {
    if (this.#held !== null) throw new Error('two cards in one path');
    this.#held = { card, place };
    this.#stuckCode = '10';
  }

  /** The card, out of the machine, where it is at this place. */
  takeFrom(place: CardPlace | 'path'): PhysicalCard | null {
    const held = this.#held;
    if (held?.place !== place) return null;
    this.#held = null;
    return held.card;
  }

  /** Moves the card that is held. `from` may be the mouth of the stack, which a power cut leaves it in. */
  async move(
    from: CardPlace | (() => void),
    to: CardPlace | 'bin',
    name: CrtCommandName,
  ): Promise<MoveOutcome> {
    const held = this.#held;
    if (held === null) throw new Error('nothing to move');
    held.place = 'path';
    if (this.#moveMs > 0) await this.#timers.sleep(this.#moveMs);
    const cut = this.#cut;
    this.#cut = null;
    if (cut === 'from') this.#rest(held, from);
    if (cut === 'to') this.#arrive(held, to);
    if (cut !== null) return 'dark';
    const fault = this.#faults.take(['jam', 'sensor-fault', 'pulled-while-moving'], name);
    if (fault === 'pulled-while-moving') {
      this.#held = null;
      this.taken.push(held.card);
      return { code: '16' };
    }
    if (fault !== null) {
      this.#stuckCode = fault === 'jam' ? '10' : '12';
      return { code: this.#stuckCode };
    }
    this.#arrive(held, to);
    return {};
  }

  #rest(held: { place: CardPlace | 'path' }, from: CardPlace | (() => void)): void {
    if (typeof from === 'string') {
      held.place = from;
      return;
    }
    this.#held = null;
    from();
  }

  #arrive(held: { readonly card: PhysicalCard; place: CardPlace | 'path' }, to: CardPlace | 'bin'): void {
    if (to !== 'bin') {
      held.place = to;
      return;
    }
    this.#held = null;
    this.bin.push(held.card);
  }
}
