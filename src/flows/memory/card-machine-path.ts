import type { CardPosition } from '../../ports/card-issuer.ts';
import type { SocialCardTrouble, SocialSecurityCard } from '../../ports/social-card-reader.ts';
import { err, ok, type Result } from '../../result.ts';
import { CardSlot } from './card-slot.ts';

/** A card in a memory machine; a test writes `contents` when its script is through. */
export interface MemoryCard {
  readonly label: string;
  /** What a read gives; null for a blank or a foreign card. */
  contents: SocialSecurityCard | null;
  /** Command APDUs it was sent, upper hex. */
  readonly commands: string[];
  /** Answer to each, status word included. */
  answer(command: string): string;
}

/** A card that takes every command; `contents` null is a blank. */
export const memoryCard = (label: string, contents: SocialSecurityCard | null = null): MemoryCard => ({
  label,
  contents,
  commands: [],
  answer: () => '9000',
});

/** One armed trouble of a method; with `acts` the card moves all the same, as when only the answer is lost. */
interface Failure<E> {
  readonly trouble: E;
  readonly acts: boolean;
}

/** What both machines hold: one card at most, a bin, what residents took, troubles to come. */
export class MemoryPath<Act extends string, E> {
  readonly bin: MemoryCard[] = [];
  readonly taken: MemoryCard[] = [];
  readonly gate = new CardSlot<MemoryCard>();
  binFull = false;
  ic: MemoryCard | null = null;
  readonly #failures = new Map<Act, Failure<E>>();

  get position(): CardPosition {
    if (this.gate.card !== null) return 'gate';
    return this.ic === null ? 'none' : 'ic';
  }

  failNext(act: Act, trouble: E, acts: boolean): void {
    this.#failures.set(act, { trouble, acts });
  }

  /** Does what the act is about, unless a trouble was armed for it. */
  do<T>(act: Act, doing: () => Result<T, E>): Result<T, E> {
    const failure = this.#failures.get(act);
    this.#failures.delete(act);
    if (failure === undefined) return doing();
    if (failure.acts) doing();
    return err(failure.trouble);
  }

  toGate(): void {
    if (this.ic !== null) this.gate.put(this.ic);
    this.ic = null;
  }

  toIc(): void {
    this.ic = this.#out();
  }

  toBin(): void {
    const card = this.#out();
    if (card !== null) this.bin.push(card);
  }

  /** A technician takes all cards out of the bin. */
  emptyBin(): readonly MemoryCard[] {
    return this.bin.splice(0);
  }

  /** Likewise what stands in the path; null where nothing does. */
  takeOut(): MemoryCard | null {
    return this.#out();
  }

  /** A resident takes what is at the gate; null where nothing is. */
  takeFromGate(): MemoryCard | null {
    const { card } = this.gate;
    if (card !== null) this.taken.push(card);
    this.gate.take();
    return card;
  }

  /** Whether the gate came to be empty before the signal fired. */
  async waitTaken(signal: AbortSignal): Promise<'taken' | 'not-taken'> {
    await this.gate.until((card) => card === null, signal);
    return this.position === 'none' ? 'taken' : 'not-taken';
  }

  #out(): MemoryCard | null {
    const card = this.gate.card ?? this.ic;
    this.gate.take();
    this.ic = null;
    return card;
  }
}

/** What any reader gets from this card. */
export const readBack = (card: MemoryCard | null): Result<SocialSecurityCard, SocialCardTrouble> => {
  if (card === null) return err({ kind: 'no-card' });
  return card.contents === null ? err({ kind: 'card-error', code: 'file-not-found' }) : ok(card.contents);
};
