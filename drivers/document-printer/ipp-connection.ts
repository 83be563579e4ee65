import { type IncomingMessage, request } from 'node:http';
import type { Timers } from '../../src/ports/clock.ts';
import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { linkLost, openTrouble } from '../transport/transport-trouble.ts';
import { type IppAddress, parseIppAddress } from './ipp-address.ts';
import { type IppMessage, parseIppMessage } from './ipp-message.ts';
import { encodeRequest, type IppOperation } from './ipp-request.ts';

/** A printer on the kiosk's own network answers in milliseconds; an old one wakes up first. */
export const ANSWER_MS = 5_000;
/** Some printers answer Print-Job only when they have read the whole document. */
export const SUBMIT_MS = 20_000;
/** All that is asked for fits into 2 kB. */
const LONGEST_ANSWER = 256 * 1_024;

/** IPP over HTTP (RFC 8010 §4): one connection per question, each with a deadline. */
export class IppConnection {
  readonly #address: Result<IppAddress, DeviceTrouble>;
  readonly #user: string;
  readonly #timers: Timers;
  #lastId = 0;

  /** @param user owner of this kiosk's jobs; another kiosk at the same queue has another name */
  constructor(address: string, user: string, timers: Timers) {
    this.#address = parseIppAddress(address);
    this.#user = user;
    this.#timers = timers;
  }

  get user(): string {
    return this.#user;
  }

  /** The printer's answer whatever its status, or why there is none. */
  async ask(operation: IppOperation): Promise<Result<IppMessage, DeviceTrouble>> {
    if (!this.#address.ok) return this.#address;
    const address = this.#address.value;
    this.#lastId += 1;
    const id = this.#lastId;
    const body = encodeRequest(operation, { address, user: this.#user, id });
    const answer = await this.#post(address, body, operation.name === 'Print-Job' ? SUBMIT_MS : ANSWER_MS);
    if (!answer.ok) return answer;
    const message = parseIppMessage(answer.value);
    if (message.ok && message.value.requestId !== id) {
      return err(deviceTrouble('bad-answer', `${address.uri}: the answer is to another request`));
    }
    return message;
  }

  async #post(address: IppAddress, body: Uint8Array, ms: number): Promise<Result<Uint8Array, DeviceTrouble>> {
    const { host, port, path, uri } = address;
    const sent = request({
      host,
      port,
      path,
      method: 'POST',
      agent: false,
      headers: { 'Content-Type': 'application/ipp', 'Content-Length': body.length },
    });
    const done = new AbortController();
    try {
      return await new Promise<Result<Uint8Array, DeviceTrouble>>((resolve) => {
        let connected = false;
        sent.on('socket', (socket) => {
          socket.once('connect', () => {
            connected = true;
          });
        });
        sent.on('error', (cause) => {
          resolve(err(connected ? brokenAnswer(uri, cause) : openTrouble(uri, cause)));
        });
        sent.on('response', (answer) => {
          readAnswer(uri, answer).then(resolve, (cause: unknown) => resolve(err(linkLost(uri, cause))));
        });
        void this.#timers.sleep(ms, done.signal).then(() => {
          resolve(err(deviceTrouble('timeout', `${uri}: no answer within ${ms} ms`)));
        });
        sent.end(body);
      });
    } finally {
      done.abort();
      sent.destroy();
    }
  }
}

/** What came and was no HTTP is nonsense; what did not come is a lost link. */
function brokenAnswer(uri: string, cause: Error): DeviceTrouble {
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return code.startsWith('HPE_') ? deviceTrouble('bad-answer', `${uri}: ${code}`) : linkLost(uri, cause);
}

async function readAnswer(uri: string, answer: IncomingMessage): Promise<Result<Uint8Array, DeviceTrouble>> {
  if (answer.statusCode !== 200) {
    const refused = answer.statusCode === 401 || answer.statusCode === 403;
    return err(deviceTrouble(refused ? 'queue-denied' : 'bad-answer', `${uri}: HTTP ${answer.statusCode}`));
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > LONGEST_ANSWER) return err(deviceTrouble('bad-answer', `${uri}: the answer does not end`));
    parts.push(part);
  }
  return ok(Buffer.concat(parts));
}
