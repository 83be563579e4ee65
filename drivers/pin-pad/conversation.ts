import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { XfsCompletion, XfsReply } from './xfs-message.ts';

/** What the other end did that the rules do not allow, though nothing was lost by it. For logs. */
export type XfsAnomaly =
  | 'bad-message'
  | 'bad-event-payload'
  | 'duplicate-acknowledge'
  | 'unacknowledged-reply'
  | 'name-mismatch'
  | 'unknown-request'
  | 'unexpected-command'
  | 'unreadable-status';

/**
 * One request and everything that belongs to it (protocols.md 5.4): one acknowledge, events, one completion.
 * A pad that answers out of order is understood and reported; the conversation ends once, whatever comes.
 */
export class Conversation {
  readonly requestId: number;
  readonly name: string;
  readonly acknowledged: Promise<void>;
  readonly ended: Promise<Result<XfsCompletion, DeviceTrouble>>;
  readonly #onEvent: (name: string, payload: unknown) => void;
  readonly #onAnomaly: (anomaly: XfsAnomaly) => void;
  readonly #acknowledge: () => void;
  readonly #end: (outcome: Result<XfsCompletion, DeviceTrouble>) => void;
  #isAcknowledged = false;

  constructor(
    requestId: number,
    name: string,
    onEvent: (name: string, payload: unknown) => void,
    onAnomaly: (anomaly: XfsAnomaly) => void,
  ) {
    this.requestId = requestId;
    this.name = name;
    this.#onEvent = onEvent;
    this.#onAnomaly = onAnomaly;
    const acknowledged = Promise.withResolvers<void>();
    this.acknowledged = acknowledged.promise;
    this.#acknowledge = acknowledged.resolve;
    const ended = Promise.withResolvers<Result<XfsCompletion, DeviceTrouble>>();
    this.ended = ended.promise;
    this.#end = ended.resolve;
  }

  /** Takes one reply that carries this request's id. */
  receive(reply: XfsReply): void {
    if (reply.type === 'event') {
      this.#noteUnacknowledged();
      this.#onEvent(reply.name, reply.payload);
      return;
    }
    if (reply.name !== this.name) {
      this.#onAnomaly('name-mismatch');
      return;
    }
    if (reply.type === 'acknowledge') {
      if (this.#isAcknowledged) this.#onAnomaly('duplicate-acknowledge');
      this.#isAcknowledged = true;
      this.#acknowledge();
      return;
    }
    this.#noteUnacknowledged();
    this.#end(ok(reply));
  }

  /** Ends with trouble: the link broke, or nobody answered in time. */
  fail(code: string, message: string): void {
    this.#acknowledge();
    this.#end(err(deviceTrouble(code, message)));
  }

  /** An event or completion is as good as the acknowledge that should have come before it. */
  #noteUnacknowledged(): void {
    if (this.#isAcknowledged) return;
    this.#isAcknowledged = true;
    this.#onAnomaly('unacknowledged-reply');
    this.#acknowledge();
  }
}
