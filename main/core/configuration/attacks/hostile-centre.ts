import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConfigurationAnswer, DocumentAnswer } from '../../../../src/contracts/configuration/poll.ts';

/** What stands in the answer to one poll, or what is done to the line instead. */
export type Told = Partial<ConfigurationAnswer> | ((response: ServerResponse) => void);
export type Handed = DocumentAnswer | ((response: ServerResponse) => void);

const NOTHING: ConfigurationAnswer = {
  roots: [],
  assignment: null,
  orders: null,
  certificate: null,
  pollAfterSeconds: 0,
};

/** A central service in an attacker's hands: what it says to each poll is written down before, word by word. */
export class HostileCentre {
  /** By digest. */
  readonly documents = new Map<string, Handed>();
  /** Every byte it said, for whoever listens on the line. */
  overheard = '';
  /** Times a document was asked for. */
  asked = 0;
  #script: Told[] = [];
  #usedUp: () => void = () => undefined;
  readonly #held = new Set<ServerResponse>();
  readonly #server = createServer((request, response) => {
    request.resume();
    request.on('end', () => this.#answer(request.url ?? '', response));
  });

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Says these to the next polls; resolves when the kiosk, having heard all of them, asks once more. */
  says(script: readonly Told[]): Promise<void> {
    this.#script = [...script];
    return new Promise((resolve) => {
      this.#usedUp = resolve;
    });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(url: string, response: ServerResponse): void {
    if (url === '/v1/tokens') this.#say(response, { accessToken: 't', expiresInSeconds: 300 });
    else if (url === '/v1/configuration/polls') this.#tell(response);
    else this.#hand(this.documents.get(url.split('/').at(-1) ?? ''), response);
  }

  #hand(handed: Handed | undefined, response: ServerResponse): void {
    this.asked += 1;
    if (typeof handed === 'function') handed(response);
    else if (handed) this.#say(response, handed);
    else this.#say(response, { type: 'about:blank', title: 'x', status: 404, code: 'not-found' }, 404);
  }

  #tell(response: ServerResponse): void {
    const told = this.#script.shift();
    if (told === undefined) {
      // Held open, as long as the kiosk likes.
      this.#held.add(response);
      this.#usedUp();
    } else if (typeof told === 'function') told(response);
    else this.#say(response, { ...NOTHING, ...told });
  }

  #say(response: ServerResponse, value: unknown, status = 200): void {
    const text = JSON.stringify(value);
    this.overheard += text;
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  }
}
