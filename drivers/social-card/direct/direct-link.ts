import { connect, type Socket } from 'node:net';
import type { Timers } from '../../../src/ports/clock.ts';
import { type DeviceTrouble, deviceTrouble } from '../../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { encodeFrame, FrameReader } from './frames.ts';

type Answer = Result<Uint8Array, DeviceTrouble>;

/** One TCP connection to a virtual card's listener; questions wait for each other. */
export class DirectLink {
  readonly #socket: Socket;
  readonly #timers: Timers;
  readonly #frames = new FrameReader();
  #waiting: ((answer: Answer) => void) | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #open = true;

  constructor(socket: Socket, timers: Timers) {
    this.#socket = socket;
    this.#timers = timers;
    socket.on('data', (bytes) => {
      for (const frame of this.#frames.push(bytes)) this.#settle(ok(frame));
    });
    socket.on('close', () => this.#lost());
    socket.on('error', () => this.#lost());
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** A control that is not answered. */
  tell(payload: Uint8Array): void {
    if (this.#open) this.#socket.write(encodeFrame(payload));
  }

  /** A question and its answer; `timeout` closes the link, since a late answer would be taken for the next. */
  ask(payload: Uint8Array, deadlineMs: number): Promise<Answer> {
    const answer = this.#queue.then(() => this.#ask(payload, deadlineMs));
    this.#queue = answer;
    return answer;
  }

  async #ask(payload: Uint8Array, deadlineMs: number): Promise<Answer> {
    if (!this.#open) return err(deviceTrouble('link-lost', 'the virtual card reader is not connected'));
    const answered = new Promise<Answer>((resolve) => {
      this.#waiting = resolve;
    });
    this.#socket.write(encodeFrame(payload));
    const over = new AbortController();
    const timeout = this.#timers.sleep(deadlineMs, over.signal).then(() => {
      if (over.signal.aborted) return;
      this.#settle(err(deviceTrouble('timeout', `no answer within ${deadlineMs} ms`)));
      this.close();
    });
    const answer = await answered;
    over.abort();
    await timeout;
    return answer;
  }

  close(): void {
    this.#open = false;
    this.#socket.destroy();
  }

  #lost(): void {
    this.#open = false;
    this.#settle(err(deviceTrouble('link-lost', 'the virtual card reader closed the connection')));
  }

  #settle(answer: Answer): void {
    const settle = this.#waiting;
    this.#waiting = null;
    settle?.(answer);
  }
}

/** Connects to a virtual card's listener on this machine. */
export function openDirectLink(
  host: string,
  port: number,
  timers: Timers,
): Promise<Result<DirectLink, DeviceTrouble>> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true });
    socket.once('connect', () => {
      socket.removeAllListeners('error');
      resolve(ok(new DirectLink(socket, timers)));
    });
    socket.once('error', (error) => resolve(err(deviceTrouble('link-lost', error.message))));
  });
}
