import { type RawData, WebSocket } from 'ws';
import type { Timers } from '../../src/ports/clock.ts';
import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { Conversation, type XfsAnomaly } from './conversation.ts';
import { deadline } from './deadline.ts';
import {
  formatXfsMessage,
  MAX_FRAME_BYTES,
  parseXfsMessage,
  type XfsCompletion,
  type XfsReply,
} from './xfs-message.ts';

/** Milliseconds a provider may take; a healthy one answers within a few. */
export interface XfsTimeouts {
  readonly connectMs: number;
  readonly acknowledgeMs: number;
  /** For commands that move nothing and wait for nobody. */
  readonly answerMs: number;
  /** From `Common.Cancel` to the cancelled command's completion. */
  readonly cancelMs: number;
}

export const XFS_TIMEOUTS: XfsTimeouts = {
  connectMs: 3_000,
  acknowledgeMs: 2_000,
  answerMs: 5_000,
  cancelMs: 2_000,
};

export interface XfsListeners {
  readonly onUnsolicited: (name: string, payload: unknown) => void;
  readonly onAnomaly: (anomaly: XfsAnomaly) => void;
}

export interface CommandOptions {
  /** How long the completion may take after the acknowledge, milliseconds. */
  readonly completionMs: number;
  /** The time the service itself is given (header `timeout`), milliseconds; 0 means until cancelled. */
  readonly serviceTimeoutMs?: number;
  readonly onEvent?: (name: string, payload: unknown) => void;
  readonly signal?: AbortSignal;
}

const CANCEL = 'Common.Cancel';

const lost = (message: string) => deviceTrouble('link-lost', message);

/** One WebSocket to one XFS4IoT service. It never reconnects by itself. */
export class XfsConnection {
  readonly #socket: WebSocket;
  readonly #timers: Timers;
  readonly #timeouts: XfsTimeouts;
  readonly #listeners: XfsListeners;
  readonly #open = new Map<number, Conversation>();
  #lastRequestId = 0;

  constructor(socket: WebSocket, timers: Timers, timeouts: XfsTimeouts, listeners: XfsListeners) {
    this.#socket = socket;
    this.#timers = timers;
    this.#timeouts = timeouts;
    this.#listeners = listeners;
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    socket.on('close', () => this.#failAll('link-lost', 'the PIN pad service closed the connection'));
    // `close` always follows and ends what is open; without a listener Node would throw.
    socket.on('error', (error) => this.#failAll('link-lost', error.message));
  }

  /** Whether a command can be sent now. */
  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /**
   * Sends one command and waits for its completion, whatever its code. An abort asks the service to cancel
   * and still waits for that completion, so that the next command does not queue behind a dead one.
   */
  async command(
    name: string,
    payload: unknown,
    options: CommandOptions,
  ): Promise<Result<XfsCompletion, DeviceTrouble>> {
    if (!this.isOpen) return err(lost('the connection to the PIN pad service is closed'));
    const conversation = new Conversation(
      ++this.#lastRequestId,
      name,
      options.onEvent ?? (() => undefined),
      this.#listeners.onAnomaly,
    );
    const { requestId } = conversation;
    this.#open.set(requestId, conversation);
    const cancel = () => this.#cancel(conversation);
    options.signal?.addEventListener('abort', cancel, { once: true });
    try {
      const timeout = options.serviceTimeoutMs ?? 0;
      this.#socket.send(formatXfsMessage({ type: 'command', name, requestId, timeout, payload }));
      if (options.signal?.aborted) cancel();
      const { acknowledgeMs } = this.#timeouts;
      if (!(await deadline(this.#timers, acknowledgeMs, conversation.acknowledged))) {
        this.#giveUp(conversation, `${name} was not acknowledged within ${acknowledgeMs} ms`);
      } else if (!(await deadline(this.#timers, options.completionMs, conversation.ended))) {
        this.#giveUp(conversation, `${name} was not completed within ${options.completionMs} ms`);
      }
      return await conversation.ended;
    } finally {
      options.signal?.removeEventListener('abort', cancel);
      this.#open.delete(requestId);
    }
  }

  /** Lets go of the socket; open commands end with `link-lost`. */
  close(): void {
    this.#failAll('link-lost', 'the connection was closed by the kiosk');
    this.#socket.terminate();
  }

  /** The pad is told, so that it does not wait for keys that nobody listens to. */
  #giveUp(conversation: Conversation, message: string): void {
    this.#sendCancel(conversation.requestId);
    conversation.fail('timeout', message);
  }

  #cancel(conversation: Conversation): void {
    this.#sendCancel(conversation.requestId);
    const { cancelMs } = this.#timeouts;
    const { name } = conversation;
    void deadline(this.#timers, cancelMs, conversation.ended).then((ended) => {
      if (!ended) conversation.fail('timeout', `${name} did not end within ${cancelMs} ms after a cancel`);
    });
  }

  /** Its own acknowledge and completion are read as any other's; nobody needs to wait for them. */
  #sendCancel(target: number): void {
    if (!this.isOpen) return;
    const requestId = ++this.#lastRequestId;
    const conversation = new Conversation(requestId, CANCEL, () => undefined, this.#listeners.onAnomaly);
    this.#open.set(requestId, conversation);
    const message = { requestIds: [target] };
    this.#socket.send(
      formatXfsMessage({ type: 'command', name: CANCEL, requestId, timeout: 0, payload: message }),
    );
    void deadline(this.#timers, this.#timeouts.answerMs, conversation.ended).then(() =>
      this.#open.delete(requestId),
    );
  }

  #receive(data: RawData, isBinary: boolean): void {
    const parsed = isBinary
      ? err(deviceTrouble('bad-message', 'a binary frame'))
      : parseXfsMessage(data.toString());
    if (!parsed.ok) {
      // It may have been any request's only completion: everything open ends by name instead of hanging.
      this.#listeners.onAnomaly('bad-message');
      for (const { requestId, name } of [...this.#open.values()]) {
        if (name !== CANCEL) this.#sendCancel(requestId);
      }
      this.#failAll(parsed.error.code, parsed.error.message);
      return;
    }
    const message = parsed.value;
    if (message.type === 'unsolicited') this.#listeners.onUnsolicited(message.name, message.payload);
    else if (message.type === 'command') this.#listeners.onAnomaly('unexpected-command');
    else this.#deliver(message);
  }

  #deliver(reply: XfsReply): void {
    const conversation = this.#open.get(reply.requestId);
    if (!conversation) {
      this.#listeners.onAnomaly('unknown-request');
      return;
    }
    conversation.receive(reply);
    if (reply.type === 'completion' && reply.name === conversation.name) this.#open.delete(reply.requestId);
  }

  #failAll(code: string, message: string): void {
    for (const conversation of this.#open.values()) conversation.fail(code, message);
    this.#open.clear();
  }
}

/** Connects to one service URI; `link-lost` or `timeout` when nobody answers there. */
export async function connectXfs(
  uri: string,
  timers: Timers,
  timeouts: XfsTimeouts,
  listeners: XfsListeners,
): Promise<Result<XfsConnection, DeviceTrouble>> {
  if (!URL.canParse(uri) || !/^wss?:/.test(uri)) {
    return err(deviceTrouble('bad-address', 'the PIN pad address must start with ws:// or wss://'));
  }
  const socket = new WebSocket(uri, { maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false });
  const outcome = Promise.withResolvers<Result<XfsConnection, DeviceTrouble>>();
  socket.once('error', (error) => outcome.resolve(err(lost(error.message))));
  socket.once('open', () => outcome.resolve(ok(new XfsConnection(socket, timers, timeouts, listeners))));
  if (await deadline(timers, timeouts.connectMs, outcome.promise)) return outcome.promise;
  // terminate() before the handshake is done emits one more error.
  socket.on('error', () => undefined);
  socket.terminate();
  return err(deviceTrouble('timeout', `no connection within ${timeouts.connectMs} ms`));
}
