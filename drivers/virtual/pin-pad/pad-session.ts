import type { WebSocket } from 'ws';
import {
  formatXfsMessage,
  parseXfsMessage,
  type XfsCommand,
  type XfsMessage,
} from '../../pin-pad/xfs-message.ts';
import type { Ending } from './command-queue.ts';
import type { PadFaults } from './pad-faults.ts';

/** One text frame as it went over the wire, for tests that look for what must not be there. */
export interface WireFrame {
  readonly direction: 'to-pad' | 'from-pad';
  readonly text: string;
}

/** One connection of the virtual pad: frames in, frames out, with the faults of the wire. */
export class PadSession {
  readonly #socket: WebSocket;
  readonly #faults: PadFaults;
  readonly #record: (frame: WireFrame) => void;
  readonly #lateAcknowledges = new Map<number, XfsMessage>();

  constructor(
    socket: WebSocket,
    faults: PadFaults,
    record: (frame: WireFrame) => void,
    onCommand: (command: XfsCommand, session: PadSession) => void,
    onGone: (session: PadSession) => void,
  ) {
    this.#socket = socket;
    this.#faults = faults;
    this.#record = record;
    socket.on('message', (data) => {
      const text = data.toString();
      record({ direction: 'to-pad', text });
      const parsed = parseXfsMessage(text);
      if (parsed.ok && parsed.value.type === 'command') onCommand(parsed.value, this);
    });
    socket.on('close', () => onGone(this));
    // A broken socket closes by itself; `close` is where it is dealt with.
    socket.on('error', () => socket.terminate());
  }

  acknowledge(command: XfsCommand): void {
    const message: XfsMessage = {
      type: 'acknowledge',
      name: command.name,
      requestId: command.requestId,
      payload: {},
    };
    if (this.#faults.take('late-acknowledge')) this.#lateAcknowledges.set(command.requestId, message);
    else this.send(message);
  }

  event(command: XfsCommand, name: string, payload: unknown): void {
    this.send({ type: 'event', name, requestId: command.requestId, payload });
  }

  complete(command: XfsCommand, ending: Ending): void {
    const message: XfsMessage = {
      type: 'completion',
      name: command.name,
      requestId: command.requestId,
      completionCode: ending.completionCode,
      payload: ending.payload ?? {},
    };
    const text = formatXfsMessage(message);
    if (this.#faults.take('wrong-json')) this.#sendText(text.slice(0, text.length / 2));
    else this.#sendText(text);
    if (this.#faults.take('duplicate-completion')) this.#sendText(text);
    const late = this.#lateAcknowledges.get(command.requestId);
    if (late) this.send(late);
    this.#lateAcknowledges.delete(command.requestId);
  }

  send(message: XfsMessage): void {
    this.#sendText(formatXfsMessage(message));
  }

  /** Sends any text, also one that is no message. */
  sendRaw(text: string): void {
    this.#sendText(text);
  }

  /** The cable is pulled. */
  drop(): void {
    this.#socket.terminate();
  }

  #sendText(text: string): void {
    if (this.#faults.take('mute') || this.#socket.readyState !== this.#socket.OPEN) return;
    this.#record({ direction: 'from-pad', text });
    this.#socket.send(text);
  }
}
