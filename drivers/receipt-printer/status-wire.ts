import type { Timers } from '../../src/ports/clock.ts';
import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { ByteTransport, Unsubscribe } from '../transport/byte-transport.ts';
import {
  isStatusByte,
  isThroughByte,
  type PrinterCondition,
  readCondition,
  type StatusKind,
  statusRequest,
} from './printer-status.ts';

/** A real-time question is answered at once, also by a printer that is out of paper. */
const ANSWER_MS = 1_000;

/** What came back: a byte, the end of the link, or nothing in time. */
type Answer = Result<number, DeviceTrouble>;

/** The way back from the printer: answers to `DLE EOT` and to `GS r`, told apart by their fixed bits. */
export class StatusWire {
  readonly #transport: ByteTransport;
  readonly #timers: Timers;
  readonly #unsubscribe: readonly Unsubscribe[];
  #onStatus: ((answer: Answer) => void) | null = null;
  #onThrough: ((answer: Answer) => void) | null = null;

  constructor(transport: ByteTransport, timers: Timers) {
    this.#transport = transport;
    this.#timers = timers;
    this.#unsubscribe = [
      transport.onData((bytes) => {
        for (const byte of bytes) this.#receive(byte);
      }),
      transport.onClose((trouble) => this.#fail(trouble)),
    ];
  }

  /** No more answers are expected. */
  dispose(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.#fail(deviceTrouble('link-lost', 'the printer link was closed by the kiosk'));
  }

  /** All four `DLE EOT` questions, one after the other. */
  async askCondition(): Promise<Result<PrinterCondition, DeviceTrouble>> {
    const printer = await this.#ask(1);
    if (!printer.ok) return printer;
    const offline = await this.#ask(2);
    if (!offline.ok) return offline;
    const error = await this.#ask(3);
    if (!error.ok) return error;
    const roll = await this.#ask(4);
    if (!roll.ok) return roll;
    return readCondition([printer.value, offline.value, error.value, roll.value]);
  }

  /** The next answer to `GS r`. Begin to wait before the question is sent. */
  expectThrough(): Promise<Answer> {
    return new Promise((resolve) => {
      this.#onThrough = resolve;
    });
  }

  /** Nobody waits for `GS r` any more; a late answer is dropped. */
  forgetThrough(): void {
    this.#onThrough = null;
  }

  async #ask(kind: StatusKind): Promise<Answer> {
    const answer = Promise.withResolvers<Answer>();
    this.#onStatus = answer.resolve;
    const done = new AbortController();
    void this.#timers.sleep(ANSWER_MS, done.signal).then(() => {
      answer.resolve(err(deviceTrouble('timeout', `no answer to DLE EOT ${kind} within ${ANSWER_MS} ms`)));
    });
    try {
      const written = await this.#transport.write(statusRequest(kind));
      return written.ok ? await answer.promise : written;
    } finally {
      done.abort();
      this.#onStatus = null;
    }
  }

  #receive(byte: number): void {
    if (isStatusByte(byte)) {
      this.#take('status', ok(byte));
    } else if (isThroughByte(byte)) {
      // With nobody waiting it is the late answer of a receipt that was given up.
      this.#take('through', ok(byte));
    } else {
      const shown = byte.toString(16).padStart(2, '0').toUpperCase();
      this.#take('status', err(deviceTrouble('bad-status', `${shown} is no status byte`)));
    }
  }

  #take(which: 'status' | 'through', answer: Answer): void {
    const waiting = which === 'status' ? this.#onStatus : this.#onThrough;
    if (which === 'status') this.#onStatus = null;
    else this.#onThrough = null;
    waiting?.(answer);
  }

  #fail(trouble: DeviceTrouble): void {
    this.#take('status', err(trouble));
    this.#take('through', err(trouble));
  }
}
