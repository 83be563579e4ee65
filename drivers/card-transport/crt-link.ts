import type { Timers } from '../../src/ports/clock.ts';
import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { ByteTransport } from '../transport/byte-transport.ts';
import { type CrtAnswer, parseAnswer } from './crt-answer.ts';
import { CRT, type CrtCommand, commandText } from './crt-command.ts';
import { ACK, EOT, encodeFrame } from './crt-frame.ts';
import { type CrtEvent, CrtFrameParser } from './crt-frame-parser.ts';

type Outcome = Result<CrtAnswer, DeviceTrouble>;

/** A machine that is there takes a frame at once; without ACK nor answer in this time it is not, milliseconds. */
const ACK_MS = 1_000;
/** A frame refused with NAK goes out so many times more: the machine did not act on it. */
const RESENDINGS = 2;
/** Bytes without one good frame after which a line counts as raving; the link is then closed. */
const NOISE_LIMIT_BYTES = 64 * 1_024;

/** Questions without effect whose answers are told apart by their CM PM; what a model refuses is an answer too. */
const FENCES: readonly [CrtCommand, ...CrtCommand[]] = [
  CRT.version,
  CRT.sensors,
  CRT.configuration,
  CRT.serialNumber,
];

/** One command under way. */
interface Talk {
  readonly command: CrtCommand;
  readonly frame: Uint8Array;
  readonly settle: (outcome: Outcome) => void;
  sent: boolean;
  acknowledged: boolean;
  resendings: number;
  /** Bytes came that are part of nothing: no NAK among them is believed. */
  noisy: boolean;
  damaged: boolean;
}

/**
 * One command at a time: frame, ACK, answer, ACK, with a deadline (protocols 3.3). Answers carry no number, so after
 * anything went wrong the line may hold a late one: the next command is then preceded by EOT and a fence, a question
 * that was not asked the last time, and everything before its answer is dropped. A command that acts is never sent
 * again unless the machine itself refused the frame.
 */
export class CrtLink {
  readonly #transport: ByteTransport;
  readonly #timers: Timers;
  #parser = new CrtFrameParser();
  #talk: Talk | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #dirty = true;
  #nextFence = 0;
  #noise = 0;

  constructor(transport: ByteTransport, timers: Timers) {
    this.#transport = transport;
    this.#timers = timers;
    transport.onData((bytes) => this.#receive(bytes));
    transport.onClose((trouble) => this.#end(trouble));
  }

  async open(): Promise<Result<void, DeviceTrouble>> {
    return this.#transport.open();
  }

  async close(): Promise<void> {
    this.#end(deviceTrouble('link-closed', `${this.#transport.name}: closed`));
    await this.#transport.close();
  }

  /**
   * Waits for its turn and gives the machine's answer, which may be a refusal. Fails with `link-lost`, `timeout`,
   * `bad-checksum`, `cut-frame`, `noise`, `frame-refused`; a command that acts and may have acted: `answer-lost`.
   */
  command(command: CrtCommand, data: Uint8Array = new Uint8Array()): Promise<Outcome> {
    const turn = this.#last.then(() => this.#inTurn(command, data));
    this.#last = turn;
    return turn;
  }

  async #inTurn(command: CrtCommand, data: Uint8Array): Promise<Outcome> {
    if (this.#dirty) {
      const cleared = await this.#clear();
      if (!cleared.ok) return cleared;
    }
    return this.#exchange(command, data);
  }

  async #clear(): Promise<Outcome> {
    const fence = FENCES[this.#nextFence % FENCES.length] ?? FENCES[0];
    this.#nextFence += 1;
    const written = await this.#write(Uint8Array.of(EOT));
    return written.ok ? this.#exchange(fence, new Uint8Array()) : written;
  }

  async #exchange(command: CrtCommand, data: Uint8Array): Promise<Outcome> {
    const done = new AbortController();
    const outcome = await new Promise<Outcome>((resolve) => {
      const talk: Talk = {
        command,
        frame: encodeFrame(commandText(command, data)),
        settle: resolve,
        sent: false,
        acknowledged: false,
        resendings: 0,
        noisy: false,
        damaged: false,
      };
      this.#talk = talk;
      void this.#timers.sleep(ACK_MS, done.signal).then(() => {
        if (!done.signal.aborted && !talk.acknowledged && !this.#parser.incomplete)
          this.#giveUp(talk, ACK_MS);
      });
      void this.#timers.sleep(command.deadlineMs, done.signal).then(() => {
        if (!done.signal.aborted) this.#giveUp(talk, command.deadlineMs);
      });
      void this.#send(talk);
    });
    this.#talk = null;
    done.abort();
    this.#dirty = !outcome.ok;
    return outcome;
  }

  async #send(talk: Talk): Promise<void> {
    // Said before the write: a link that ends in the middle of it may have carried the whole frame.
    const first = !talk.sent;
    talk.sent = true;
    const written = await this.#write(talk.frame);
    if (written.ok) return;
    if (first && !talk.acknowledged) talk.sent = false;
    this.#fail(talk, written.error);
  }

  /** A link that takes no bytes is let go, so that the next `open` makes a new one. */
  async #write(bytes: Uint8Array): Promise<Result<void, DeviceTrouble>> {
    const written = await this.#transport.write(bytes);
    if (!written.ok) await this.#transport.close();
    return written;
  }

  /** The deadline: what is left of a frame may hide a good one behind a false beginning. */
  #giveUp(talk: Talk, waitedMs: number): void {
    const wasCut = this.#parser.incomplete;
    for (const event of this.#parser.abandon()) {
      if (event.kind === 'frame') this.#hear(talk, event.text);
    }
    const code = wasCut ? 'cut-frame' : talk.damaged ? 'bad-checksum' : talk.noisy ? 'noise' : 'timeout';
    this.#fail(talk, deviceTrouble(code, `no answer in ${waitedMs} ms`));
  }

  /** Where a card or a chip may have been changed, that is what the caller must hear. */
  #fail(talk: Talk, trouble: DeviceTrouble): void {
    const lost = talk.command.acts && talk.sent;
    talk.settle(
      err(lost ? deviceTrouble('answer-lost', `the outcome is not known (${trouble.code})`) : trouble),
    );
  }

  #end(trouble: DeviceTrouble): void {
    this.#parser = new CrtFrameParser();
    this.#dirty = true;
    this.#noise = 0;
    if (this.#talk) this.#fail(this.#talk, trouble);
  }

  #receive(bytes: Uint8Array): void {
    this.#noise += bytes.length;
    const events = this.#parser.push(bytes);
    const talk = this.#talk;
    if (talk && events.some(({ kind }) => kind === 'noise' || kind === 'damaged')) talk.noisy = true;
    for (const event of events) this.#take(event, talk);
    if (this.#noise <= NOISE_LIMIT_BYTES) return;
    if (talk) this.#fail(talk, deviceTrouble('noise', 'the line does not stop sending nonsense'));
    void this.close();
  }

  #take(event: CrtEvent, talk: Talk | null): void {
    switch (event.kind) {
      case 'frame':
        this.#noise = 0;
        void this.#transport.write(Uint8Array.of(ACK));
        if (talk) this.#hear(talk, event.text);
        return;
      case 'ack':
        if (talk) talk.acknowledged = true;
        return;
      case 'nak':
        if (talk) this.#refused(talk);
        return;
      case 'damaged':
        if (talk) talk.damaged = true;
        return;
      default:
        return;
    }
  }

  /** Frames that answer another command are late: they are dropped. */
  #hear(talk: Talk, text: Uint8Array): void {
    const heard = parseAnswer(text);
    if (heard?.cm === talk.command.cm && heard.pm === talk.command.pm) talk.settle(ok(heard.answer));
  }

  #refused(talk: Talk): void {
    if (talk.acknowledged || talk.noisy) return;
    if (talk.resendings >= RESENDINGS) {
      // The machine said of every copy that it did not take it: nothing has moved.
      talk.settle(
        err(deviceTrouble('frame-refused', `the machine refused the frame ${RESENDINGS + 1} times`)),
      );
      return;
    }
    talk.resendings += 1;
    void this.#send(talk);
  }
}
