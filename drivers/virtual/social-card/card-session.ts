import type { Timers } from '../../../src/ports/clock.ts';
import { CONTROL, encodeFrame, FrameReader } from '../../social-card/direct/frames.ts';
import type { CardFaults } from './card-spec.ts';
import type { VirtualCard } from './virtual-card.ts';

/** A card in a slot, and how many command APDUs it has seen. */
export interface InsertedCard {
  readonly card: VirtualCard;
  readonly faults: CardFaults;
  apdus: number;
}

export interface CardWire {
  write(bytes: Uint8Array): void;
  /** The card leaves the slot now. */
  pull(): void;
}

/** Longer than any ATR (33 bytes): vpcd takes it for presence, but cannot power the card. That is a mute card. */
const MUTE_ANSWER = new Uint8Array(40);

/** Answers of up to 255 bytes have 00 as the first byte of their length. */
const EARLY_BYTE = Uint8Array.of(0x00);
const LONGEST_EARLY_ANSWER = 255;

/**
 * The card's end of the wire: frames in, frames out (protocols 5.1).
 *
 * vpcd sends a frame's head and body apart, so Nagle and delayed acknowledgement cost 40 ms and more per APDU. The
 * first byte of the answer is therefore written as soon as the head of an APDU has come: it carries the
 * acknowledgement, and the body follows at once (platform facts). Once that byte is out an answer must follow:
 * vpcd does not survive a half-sent length. Faults are decided before it, and `settled` guards a pull.
 */
export class CardSession {
  readonly #wire: CardWire;
  readonly #timers: Timers;
  readonly #inserted: () => InsertedCard | null;
  readonly #frames = new FrameReader();
  #early = false;
  #work: Promise<void> = Promise.resolve();
  #onSettled: (() => void)[] = [];

  constructor(inserted: () => InsertedCard | null, wire: CardWire, timers: Timers) {
    this.#inserted = inserted;
    this.#wire = wire;
    this.#timers = timers;
  }

  receive(bytes: Uint8Array): void {
    for (const frame of this.#frames.push(bytes)) {
      this.#work = this.#work.then(() => this.#handle(frame));
    }
    const announced = this.#frames.announced;
    if (announced !== null && announced > 1 && !this.#early && this.#answersPromptly()) {
      this.#early = true;
      this.#wire.write(EARLY_BYTE);
    }
  }

  /** Resolves when no answer is half sent. */
  settled(): Promise<void> {
    return this.#early ? new Promise((resolve) => this.#onSettled.push(resolve)) : Promise.resolve();
  }

  /** The wire is gone: an answer that was half sent will not be finished, and nobody need wait for it. */
  abandon(): void {
    this.#early = false;
    this.#tellSettled();
  }

  /** Whether the next APDU is one without a fault. */
  #answersPromptly(): boolean {
    const inserted = this.#inserted();
    if (inserted === null) return false;
    const { pullAtApdu, silentFromApdu, answerDelayMs } = inserted.faults;
    const next = inserted.apdus + 1;
    return next !== pullAtApdu && next < (silentFromApdu ?? Number.POSITIVE_INFINITY) && !answerDelayMs;
  }

  async #handle(frame: Uint8Array): Promise<void> {
    const inserted = this.#inserted();
    if (frame.length === 1) this.#control(frame[0] ?? 0, inserted);
    else if (inserted === null) this.#wire.write(encodeFrame(new Uint8Array()));
    else await this.#command(frame, inserted);
  }

  #control(code: number, inserted: InsertedCard | null): void {
    if (code !== CONTROL.atr) {
      inserted?.card.reset();
      return;
    }
    const atr = inserted?.card.atr;
    const answer = atr === undefined ? new Uint8Array() : atr.length === 0 ? MUTE_ANSWER : atr;
    this.#wire.write(encodeFrame(answer));
  }

  async #command(frame: Uint8Array, inserted: InsertedCard): Promise<void> {
    inserted.apdus += 1;
    const { pullAtApdu, silentFromApdu, answerDelayMs } = inserted.faults;
    if (inserted.apdus === pullAtApdu) {
      this.#wire.pull();
      return;
    }
    if (inserted.apdus >= (silentFromApdu ?? Number.POSITIVE_INFINITY)) return;
    const answer = inserted.card.answer(frame);
    if (answerDelayMs) await this.#timers.sleep(answerDelayMs);
    this.#send(answer);
  }

  #send(answer: Uint8Array): void {
    if (!this.#early) {
      this.#wire.write(encodeFrame(answer));
      return;
    }
    if (answer.length > LONGEST_EARLY_ANSWER)
      throw new Error(`an answer of ${answer.length} bytes came early`);
    this.#early = false;
    this.#wire.write(encodeFrame(answer).slice(EARLY_BYTE.length));
    this.#tellSettled();
  }

  #tellSettled(): void {
    for (const resolve of this.#onSettled) resolve();
    this.#onSettled = [];
  }
}
