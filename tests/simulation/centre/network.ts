import type { Fetch, Received, Sent } from '../../../main/core/sync/http-exchange.ts';
import type { Timers } from '../../../src/ports/clock.ts';
import type { Chance } from '../chance.ts';
import type { Weather } from '../plan.ts';
import type { CentreAnswer, SimulatedCentre } from './centre-contract.ts';
import type { CentreState, NetworkPhase, Sender } from './network-contract.ts';

/** Nothing goes wrong. */
export const CALM: Weather = {
  requestLost: 0,
  answerLost: 0,
  duplicated: 0,
  delayMs: [20, 80],
  down: false,
  lies: 0,
};

/** How long a slow centre thinks, milliseconds: on both sides of what a kiosk waits. */
const SLOW_MS = [1_000, 14_000] as const;
/** A copy of a request comes this much later at most, milliseconds. */
const COPY_LATER_MS = 30_000;
/** What proxies, captive portals and overloaded gateways say in the centre's place. */
const LIES: readonly CentreAnswer[] = [
  { status: 200, text: '<!doctype html><title>Welcome to this network</title>' },
  { status: 200, text: '{}' },
  { status: 503, text: '<html><body>503 Service Temporarily Unavailable</body></html>' },
  { status: 503, text: '{"type":"about:blank","title":"Unavailable","status":503,"code":"unavailable"}' },
];

interface Message {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface NetworkOptions {
  /** The world's time, which goes on when a kiosk's life is over. */
  readonly time: Timers;
  readonly centre: Pick<SimulatedCentre, 'answer'>;
  readonly chance: Chance;
  /** `request`: method and path. */
  readonly onRequest?: (request: string, phase: NetworkPhase) => void;
}

/** Everything between a kiosk and the centre's services. What is on its way goes on when the kiosk has no power. */
export class Network {
  readonly #options: NetworkOptions;
  #underWay = 0;
  weather: Weather = CALM;
  centre: CentreState = 'up';

  constructor(options: NetworkOptions) {
    this.#options = options;
  }

  /** Messages that may still have an effect or an answer. */
  get underWay(): number {
    return this.#underWay;
  }

  /** What a kiosk's software calls `fetch` in one of its lives. */
  fetchOf(life: Sender): Fetch {
    return (url, init) => {
      if (life.over) return never();
      const message = messageOf(url, init);
      this.#note(message, 'sent');
      return new Promise((resolve, reject) => {
        const { signal } = init;
        const gaveUp = () => {
          if (life.over) return;
          this.#note(message, 'given-up');
          reject(signal?.reason);
        };
        if (signal?.aborted) return gaveUp();
        signal?.addEventListener('abort', gaveUp, { once: true });
        const ended = (end: () => void) => {
          signal?.removeEventListener('abort', gaveUp);
          if (!life.over) end();
        };
        this.#exchange(message).then(
          (answer) => ended(() => resolve(this.#delivered(message, answer))),
          (error: unknown) => ended(() => reject(error)),
        );
      });
    };
  }

  #delivered(message: Message, { status, text }: CentreAnswer): Received {
    this.#note(message, 'answered');
    return { status, text: () => Promise.resolve(text) };
  }

  /** Answers, or rejects with what a real `fetch` would say. */
  async #exchange(message: Message): Promise<CentreAnswer> {
    const { chance } = this.#options;
    this.#underWay += 1;
    try {
      if (this.weather.down) throw this.#broken(message, 'no-route', 'ECONNREFUSED');
      const { requestLost, duplicated, lies } = this.weather;
      const lied = chance.happens(lies);
      const lost = chance.happens(requestLost);
      if (!lied && chance.happens(duplicated)) void this.#copy(message);
      await this.#travel();
      if (lied) {
        this.#note(message, 'lied');
        return chance.pick(LIES);
      }
      if (lost || this.weather.down) throw this.#broken(message, 'request-lost', 'ECONNRESET');
      const answer = await this.#arrive(message);
      const answerLost = chance.happens(this.weather.answerLost);
      await this.#travel();
      // Cut while the answer was on its way.
      if (answerLost || this.weather.down) throw this.#broken(message, 'answer-lost', 'UND_ERR_SOCKET');
      return answer;
    } finally {
      this.#underWay -= 1;
    }
  }

  /** The same request once more, later; nobody waits for its answer. */
  async #copy(message: Message): Promise<void> {
    const { chance, time } = this.#options;
    this.#underWay += 1;
    this.#note(message, 'duplicated');
    await time.sleep(chance.between(0, COPY_LATER_MS));
    await this.#travel();
    if (!this.weather.down && this.centre !== 'down') await this.#arrive(message).catch(() => undefined);
    this.#underWay -= 1;
  }

  async #arrive(message: Message): Promise<CentreAnswer> {
    const { centre, chance, time } = this.#options;
    if (this.centre === 'down') throw this.#broken(message, 'unavailable', 'ECONNRESET');
    // Half of a slow centre's time passes before it acts, half after it.
    if (this.centre === 'slow') await time.sleep(chance.between(...SLOW_MS) / 2);
    this.#note(message, 'arrived');
    const answer = await centre.answer(message.method, message.path, message.headers, message.body);
    if (this.centre === 'slow') await time.sleep(chance.between(...SLOW_MS) / 2);
    return answer;
  }

  #travel(): Promise<void> {
    const [least, most] = this.weather.delayMs;
    return this.#options.time.sleep(this.#options.chance.between(least, most));
  }

  /** As `fetch` throws: the reason is in the cause. */
  #broken(message: Message, phase: NetworkPhase, code: string): Error {
    this.#note(message, phase);
    return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
  }

  #note({ method, path }: Message, phase: NetworkPhase): void {
    this.#options.onRequest?.(`${method} ${path}`, phase);
  }
}

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

function messageOf(url: string, { method, headers, body }: Sent): Message {
  const { pathname, search } = new URL(url);
  return { method, path: pathname + search, headers, body: body ?? null };
}
