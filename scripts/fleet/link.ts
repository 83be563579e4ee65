import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { Tally } from './tally.ts';

export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  /** What it is counted as. */
  readonly kind: string;
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly deadlineMs: number;
  /**
   * When this answer was due (`performance.now()`): a poll is held until its moment. null: it is news, which is measured
   * from the event. Absent: at once.
   */
  readonly dueAt?: (body: unknown) => number | null;
}

/** `gone`: no connection, or none any more. `ended`: the kiosk itself gave up. */
export type Answered =
  | { readonly status: number; readonly body: unknown }
  | { readonly trouble: 'gone' | 'ended' };

/** A request that is under way. */
export interface UnderWay {
  readonly answer: Promise<Answered>;
  /** The kiosk does not want the answer any more: its connection is closed. */
  end(): void;
}

/** Sockets that nobody uses and that are kept for the next kiosk. */
const MOST_FREE = 4_000;

/** HTTP from one process for all of its kiosks: what a thousand network cards would do, as cheaply as it can be had. */
export class FleetLink {
  readonly #agent = new Agent({
    keepAlive: true,
    maxSockets: Number.POSITIVE_INFINITY,
    maxFreeSockets: MOST_FREE,
  });
  readonly #centres: readonly URL[];
  readonly #tally: Tally;
  /** False while the centre is known to be dead: what fails then is no error. */
  expected = true;

  constructor(centres: readonly string[], tally: Tally) {
    this.#centres = centres.map((address) => new URL(address));
    this.#tally = tally;
  }

  /** `place` chooses the centre: a kiosk always asks the same one. */
  ask(place: number, asked: Asked): UnderWay {
    const { hostname, port } = this.#centres[place % this.#centres.length] ?? new URL('http://127.0.0.1');
    const { method, path, token, deadlineMs } = asked;
    const body = asked.body === undefined ? null : Buffer.from(JSON.stringify(asked.body));
    const sentAt = performance.now();
    let ended = false;
    let sending: ClientRequest | null = null;
    const answer = new Promise<Answered>((resolve) => {
      const lost = (why: string) => {
        if (!ended && this.expected) this.#tally.failed(`${asked.kind}: ${why}`);
        resolve({ trouble: ended ? 'ended' : 'gone' });
      };
      const headers: Record<string, string | number> = { 'content-length': body?.length ?? 0 };
      if (body !== null) headers['content-type'] = 'application/json';
      if (token !== undefined) headers.authorization = `Bearer ${token}`;
      sending = request({ hostname, port, method, path, headers, agent: this.#agent }, (response) => {
        readBody(
          response,
          (text) => {
            resolve(this.#heard(asked, response.statusCode ?? 0, text, sentAt));
          },
          lost,
        );
      });
      sending.once('error', (error) => lost('code' in error ? String(error.code) : error.name));
      sending.setTimeout(deadlineMs, () => sending?.destroy(new Error('late')));
      sending.end(body ?? undefined);
    });
    if (this.expected) this.#tally.sent(sentAt);
    return {
      answer,
      end: () => {
        ended = true;
        sending?.destroy();
      },
    };
  }

  close(): void {
    this.#agent.destroy();
  }

  #heard({ kind, dueAt }: Asked, status: number, text: string, sentAt: number): Answered {
    const answer = { status, body: bodyOf(text) };
    if ((status >= 400 || answer.body === undefined) && this.expected)
      this.#tally.failed(`${kind}: ${status}`);
    const due = dueAt && status < 400 ? dueAt(answer.body) : sentAt;
    if (due !== null) this.#tally.answered(kind, performance.now() - due);
    return answer;
  }
}

/** undefined where it is no JSON. */
function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function readBody(
  response: IncomingMessage,
  whole: (text: string) => void,
  lost: (why: string) => void,
): void {
  let text = '';
  response.setEncoding('utf8');
  response.on('data', (part: string) => {
    text += part;
  });
  response.once('end', () => (response.complete ? whole(text) : lost('cut')));
  response.once('error', () => lost('cut'));
}
