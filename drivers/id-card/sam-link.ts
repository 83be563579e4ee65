import type { Timers } from '../../src/ports/clock.ts';
import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { ByteTransport } from '../transport/byte-transport.ts';
import { SAM_COMMANDS, type SamCommandName } from './command.ts';
import { encodeFrame } from './frame.ts';
import { type FrameEvent, FrameParser } from './frame-parser.ts';
import { SAM_ID_BYTES } from './sam-id.ts';

export interface SamAnswer {
  readonly sw3: number;
  readonly data: Uint8Array;
}

type Outcome = Result<SamAnswer, DeviceTrouble>;

/** Bytes without one good frame after which a line counts as raving; the link is then closed. */
const NOISE_LIMIT_BYTES = 64 * 1_024;

/** Answers that only a card command gives. While the line is being cleared they are late and dropped. */
const CARD_STATUS: ReadonlySet<number> = new Set([
  0x9f, 0x91, 0x80, 0x81, 0x40, 0x41, 0x47, 0x31, 0x32, 0x33,
]);

const isSamId = (answer: SamAnswer): boolean => answer.sw3 === 0x90 && answer.data.length === SAM_ID_BYTES;

const mayBeLate = (answer: SamAnswer): boolean => answer.sw3 === 0x90 || CARD_STATUS.has(answer.sw3);

/**
 * One command at a time over one transport, each with a deadline. Frames carry no number, so after anything went
 * wrong the line may still hold a late answer: the next command is then preceded by `sam-id`, whose 16-byte answer
 * no other command gives, and everything that comes before that answer is dropped.
 */
export class SamLink {
  readonly #transport: ByteTransport;
  readonly #timers: Timers;
  #parser = new FrameParser(3);
  #settle: ((outcome: Outcome) => void) | null = null;
  #accepts: (answer: SamAnswer) => boolean = () => false;
  #last: Promise<unknown> = Promise.resolve();
  /** A late answer may be on its way. */
  #dirty = true;
  /** Bytes since the last good frame. */
  #noise = 0;
  /** Whether nonsense came since the command in flight was sent. */
  #heard = false;

  constructor(transport: ByteTransport, timers: Timers) {
    this.#transport = transport;
    this.#timers = timers;
    transport.onData((bytes) => this.#receive(bytes));
    transport.onClose((trouble) => {
      this.#startAfresh();
      this.#settle?.(err(trouble));
    });
  }

  async open(): Promise<Result<void, DeviceTrouble>> {
    return this.#transport.open();
  }

  async close(): Promise<void> {
    this.#settle?.(err(deviceTrouble('link-closed', `${this.#transport.name}: closed`)));
    this.#startAfresh();
    await this.#transport.close();
  }

  #startAfresh(): void {
    this.#parser = new FrameParser(3);
    this.#dirty = true;
    this.#noise = 0;
  }

  /** Waits for its turn, clears the line if need be, sends the command and gives the module's answer. */
  command(name: SamCommandName): Promise<Outcome> {
    const turn = this.#last.then(() => this.#inTurn(name));
    this.#last = turn;
    return turn;
  }

  async #inTurn(name: SamCommandName): Promise<Outcome> {
    if (this.#dirty) {
      const cleared = await this.#exchange('sam-id', (answer) => isSamId(answer) || !mayBeLate(answer));
      if (!cleared.ok || !isSamId(cleared.value)) return cleared;
      if (name === 'sam-id') return cleared;
    }
    // The answer to an earlier clearing may itself be late; only `sam-id` looks like that.
    return this.#exchange(name, (answer) => name === 'sam-id' || !isSamId(answer));
  }

  async #exchange(name: SamCommandName, accepts: (answer: SamAnswer) => boolean): Promise<Outcome> {
    const { cmd, para, deadlineMs } = SAM_COMMANDS[name];
    const done = new AbortController();
    const outcome = await new Promise<Outcome>((resolve) => {
      this.#accepts = accepts;
      this.#heard = false;
      this.#settle = resolve;
      void this.#timers.sleep(deadlineMs, done.signal).then(() => {
        if (!done.signal.aborted) this.#giveUp(name);
      });
      void this.#transport.write(encodeFrame(Uint8Array.of(cmd, para))).then((written) => {
        if (!written.ok) resolve(written);
      });
    });
    this.#settle = null;
    done.abort();
    this.#dirty = !outcome.ok;
    return outcome;
  }

  /** The deadline: what is left of a frame may hide a good one behind a false preamble. */
  #giveUp(name: SamCommandName): void {
    const wasCut = this.#parser.incomplete;
    for (const event of this.#parser.abandon()) if (event.kind === 'frame') this.#answer(event.body);
    const code = wasCut ? 'cut-frame' : this.#heard ? 'noise' : 'timeout';
    this.#settle?.(err(deviceTrouble(code, `${name}: no answer in ${SAM_COMMANDS[name].deadlineMs} ms`)));
  }

  #receive(bytes: Uint8Array): void {
    // HID pads the last report of a frame with zeros.
    if (!this.#parser.incomplete && bytes.every((byte) => byte === 0)) return;
    this.#noise += bytes.length;
    this.#heard = true;
    const events = this.#parser.push(bytes);
    const frames = events.filter((event) => event.kind === 'frame');
    for (const frame of frames) this.#answer(frame.body);
    if (frames.length === 0) {
      this.#complain(events);
      return;
    }
    this.#noise = 0;
    this.#heard = false;
  }

  #complain(events: readonly FrameEvent[]): void {
    if (this.#noise > NOISE_LIMIT_BYTES) {
      this.#settle?.(err(deviceTrouble('noise', 'the line does not stop sending nonsense')));
      void this.close();
      return;
    }
    const damage = events.find((event) => event.kind === 'damaged');
    if (damage) this.#settle?.(err(deviceTrouble(damage.reason, 'the answer came damaged')));
  }

  #answer(body: Uint8Array): void {
    const answer: SamAnswer = { sw3: body[2] ?? 0, data: body.subarray(3) };
    if (this.#settle && this.#accepts(answer)) this.#settle(ok(answer));
  }
}
