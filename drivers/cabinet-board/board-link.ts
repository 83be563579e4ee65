import type { Timers } from '../../src/ports/clock.ts';
import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { ByteTransport } from '../transport/byte-transport.ts';
import { ANSWER_BIT, type BoardFrame, EVENT, encodeFrame, REFUSAL, UNASKED } from './board-frame.ts';
import { BoardFrameParser } from './board-frame-parser.ts';

/** The data of an answer. */
type Answer = Result<Uint8Array, DeviceTrouble>;

/** The board answers within 20 ms; at 9600 baud a frame takes as long again. Milliseconds. */
const ANSWER_MS = 500;
/** Bytes without one good frame after which a line counts as raving; the link is then closed. */
const NOISE_LIMIT_BYTES = 64 * 1_024;
const LAST_NUMBER = 0xff;

interface Question {
  readonly number: number;
  readonly command: number;
  readonly settle: (answer: Answer) => void;
  damaged: boolean;
  noisy: boolean;
}

export interface BoardLinkOptions {
  readonly transport: ByteTransport;
  readonly timers: Timers;
  /** The data of what the board says unasked. */
  readonly onEvent: (data: Uint8Array) => void;
  readonly onLost: () => void;
}

/** One question at a time, each with a deadline; numbers tell a late answer from the one that is waited for. */
export class BoardLink {
  readonly #options: BoardLinkOptions;
  #parser = new BoardFrameParser();
  #question: Question | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #number = 0;
  #noise = 0;

  constructor(options: BoardLinkOptions) {
    this.#options = options;
    options.transport.onData((bytes) => this.#receive(bytes));
    options.transport.onClose((trouble) => this.#end(trouble));
  }

  open(): Promise<Result<void, DeviceTrouble>> {
    return this.#options.transport.open();
  }

  async close(): Promise<void> {
    const { transport } = this.#options;
    const closed = deviceTrouble('link-closed', `${transport.name}: closed`);
    this.#end(closed);
    await transport.close();
    // Asked while the transport was still closing: nobody will answer, and no loss is told after our own close.
    this.#question?.settle(err(closed));
  }

  /** Fails with `link-lost`, `timeout`, `bad-checksum`, `cut-frame`, `noise`, `rejected-01`, `rejected-02`. */
  ask(command: number, data: Uint8Array = new Uint8Array()): Promise<Answer> {
    const turn = this.#last.then(() => this.#ask(command, data));
    this.#last = turn;
    return turn;
  }

  async #ask(command: number, data: Uint8Array): Promise<Answer> {
    const { transport, timers } = this.#options;
    this.#number = this.#number === LAST_NUMBER ? 1 : this.#number + 1;
    const number = this.#number;
    const done = new AbortController();
    const answer = await new Promise<Answer>((resolve) => {
      this.#question = { number, command, settle: resolve, damaged: false, noisy: false };
      void timers.sleep(ANSWER_MS, done.signal).then(() => {
        if (!done.signal.aborted) this.#giveUp();
      });
      void transport.write(encodeFrame({ number, command, data })).then((written) => {
        if (!written.ok) resolve(written);
      });
    });
    this.#question = null;
    done.abort();
    return answer;
  }

  /** The deadline: what is left of a frame may hide a good one behind a false beginning. */
  #giveUp(): void {
    const question = this.#question;
    if (!question) return;
    const wasCut = this.#parser.incomplete;
    this.#take(this.#parser.abandon());
    const code = wasCut
      ? 'cut-frame'
      : question.damaged
        ? 'bad-checksum'
        : question.noisy
          ? 'noise'
          : 'timeout';
    question.settle(err(deviceTrouble(code, `the cabinet board gave no answer in ${ANSWER_MS} ms`)));
  }

  #end(trouble: DeviceTrouble): void {
    this.#parser = new BoardFrameParser();
    this.#noise = 0;
    this.#question?.settle(err(trouble));
    this.#options.onLost();
  }

  #receive(bytes: Uint8Array): void {
    this.#noise += bytes.length;
    this.#take(this.#parser.push(bytes));
    if (this.#noise <= NOISE_LIMIT_BYTES) return;
    this.#question?.settle(err(deviceTrouble('noise', 'the line does not stop sending nonsense')));
    void this.close();
  }

  #take(events: ReturnType<BoardFrameParser['push']>): void {
    for (const event of events) {
      if (event.kind === 'frame') this.#hear(event.frame);
      else if (this.#question) this.#question[event.kind === 'damaged' ? 'damaged' : 'noisy'] = true;
    }
  }

  #hear({ number, command, data }: BoardFrame): void {
    this.#noise = 0;
    if (number === UNASKED) {
      if (command === EVENT) this.#options.onEvent(data);
      return;
    }
    const question = this.#question;
    // Anything else is the late answer to a question that was given up.
    if (question?.number !== number) return;
    if (command === (question.command | ANSWER_BIT)) question.settle(ok(data));
    else if (command === REFUSAL) question.settle(err(refused(data)));
  }
}

function refused([reason = 0]: Uint8Array): DeviceTrouble {
  const code = reason.toString(16).padStart(2, '0');
  return deviceTrouble(`rejected-${code}`, `the cabinet board refuses (${code})`);
}
