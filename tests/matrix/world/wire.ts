import type { Fetch } from '../../../main/core/sync/http-exchange.ts';
import type { SimulatedTime } from './simulated-time.ts';

/** What can go wrong between kiosk and centre. */
export const WIRE_FAULTS = [
  /** No route: not one byte leaves the kiosk. */
  'down',
  /** Sent, and lost before it arrived. */
  'request-lost',
  /** Carried out, and the answer lost. */
  'answer-lost',
  /** Nothing comes back until nobody waits any more; it was never carried out. */
  'mute',
  /** 503 and no effect. */
  'unavailable',
  /** Carried out; the centre says that it has not decided. */
  'undecided',
] as const;
export type WireFault = (typeof WIRE_FAULTS)[number];

/** One way, milliseconds. */
const ONE_WAY_MS = 60;
/** The kiosk's own business: no resident waits for it, and a fault that strikes once is not used up by it. */
const OWN_BUSINESS = /^\/v1\/(heartbeats|tokens)$/;

export type CarryOut = (method: string, path: string, init: RequestInit) => Promise<Response>;

/** An operation that reached the centre. */
export interface Arrived {
  readonly kind: string;
  readonly reference: string | null;
}

/** The network between kiosk and centre, with latency and one fault at a time. */
export class Wire {
  readonly #time: SimulatedTime;
  readonly #carryOut: CarryOut;
  #fault: { readonly kind: WireFault; readonly times: number | null } | null = null;
  readonly #operations = new Map<string, WireFault>();
  #hits = 0;
  /** Every operation that reached the centre, as often as it did. */
  readonly arrived: Arrived[] = [];
  /** Told of every request that somebody waits for. */
  onRequest: (request: string, begins: boolean) => void = () => undefined;

  constructor(time: SimulatedTime, carryOut: CarryOut) {
    this.#time = time;
    this.#carryOut = carryOut;
  }

  /** `times` null: until it is healed. */
  strike(kind: WireFault, times: number | null): void {
    this.#fault = { kind, times };
    this.#hits = 0;
  }

  /** Every operation of this kind, until it is healed. */
  strikeOperation(kind: string, fault: 'request-lost' | 'answer-lost'): void {
    this.#operations.set(kind, fault);
  }

  heal(): void {
    this.#fault = null;
    this.#hits = 0;
    this.#operations.clear();
  }

  /** How many requests the present fault has hit. */
  get hits(): number {
    return this.#hits;
  }

  readonly fetch: Fetch = async (url, init) => {
    const path = decodeURIComponent(new URL(url).pathname);
    const method = init.method ?? 'GET';
    const operation = operationIn(init);
    const own = OWN_BUSINESS.test(path) || operation?.kind === 'audit.append';
    if (!own) this.onRequest(`${method} ${path}`, true);
    try {
      return await unlessAborted(this.#exchange(method, path, init, operation, own), init.signal ?? null);
    } finally {
      if (!own) this.onRequest(`${method} ${path}`, false);
    }
  };

  async #exchange(
    method: string,
    path: string,
    init: RequestInit,
    operation: Arrived | null,
    own: boolean,
  ): Promise<Response> {
    if (this.#isDown()) {
      this.#take(own);
      throw broken('ECONNREFUSED');
    }
    await this.#time.sleep(ONE_WAY_MS);
    const fault = this.#take(own) ?? this.#operations.get(operation?.kind ?? '') ?? null;
    if (fault === 'down' || fault === 'request-lost') throw broken('ECONNRESET');
    if (fault === 'mute') return new Promise<Response>(() => undefined);
    if (fault === 'unavailable') return problem(503, 'unavailable');
    if (operation && !own) this.arrived.push(operation);
    const answer = await this.#time.during(() => this.#carryOut(method, path, init));
    if (fault === 'answer-lost') throw broken('UND_ERR_SOCKET');
    await this.#time.sleep(ONE_WAY_MS);
    // Cut while the answer was on its way.
    if (this.#isDown()) {
      this.#take(own);
      throw broken('UND_ERR_SOCKET');
    }
    if (fault === 'undecided' && path.startsWith('/v1/operations/')) return json({ state: 'in-progress' });
    return answer;
  }

  #isDown(): boolean {
    return this.#fault?.kind === 'down';
  }

  #take(own: boolean): WireFault | null {
    const fault = this.#fault;
    if (fault === null || (own && (fault.times !== null || fault.kind === 'undecided'))) return null;
    this.#hits += 1;
    if (fault.times !== null && this.#hits >= fault.times) this.#fault = null;
    return fault.kind;
  }
}

/** Kind and receipt of an operation; null for anything else. */
function operationIn({ body }: RequestInit): Arrived | null {
  if (typeof body !== 'string') return null;
  const { kind, receiptReference } = JSON.parse(body) as { kind?: string; receiptReference?: string };
  return kind === undefined ? null : { kind, reference: receiptReference ?? null };
}

const json = (content: unknown, status = 200) => new Response(JSON.stringify(content), { status });
const problem = (status: number, code: string) =>
  json({ type: 'about:blank', title: code, status, code }, status);

/** As `fetch` throws: the reason is in the cause. */
const broken = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal | null): Promise<T> {
  if (signal === null) return answer;
  return new Promise((resolve, reject) => {
    const gaveUp = () => reject(signal.reason);
    if (signal.aborted) gaveUp();
    signal.addEventListener('abort', gaveUp, { once: true });
    answer.then(resolve, reject);
  });
}
