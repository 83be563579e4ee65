import {
  type Operation,
  type OperationOutcome,
  operation,
} from '../../../src/contracts/central/operations.ts';
import { personalisationStart } from '../../../src/contracts/central/queries.ts';
import type { Fetch } from './http-exchange.ts';
import { ModelAuthority } from './model-authority.ts';
import { ModelPersonalisation } from './model-personalisation.ts';

/** What the wire or the centre does wrong with one request. */
export type Fault =
  | 'none'
  /** Lost before it arrived. */
  | 'drop-before'
  /** Carried out, the answer lost. */
  | 'drop-after'
  | 'refused-connection'
  | 'unauthorised'
  | 'server-error'
  | 'portal-page'
  /** Has it, decides at the next question. */
  | 'in-progress';

/** A small model of the centre for tests: real answers of the contract, effects counted, faults on demand. */
export class ModelCentral {
  /** Keys in the order their effect happened. */
  readonly effects: { readonly key: string; readonly operation: Operation }[] = [];
  readonly requests: string[] = [];
  readonly authority = new ModelAuthority();
  readonly personalisation = new ModelPersonalisation();
  /** Bodies this centre says no to. */
  refuses: (operation: Operation) => 'has-card' | 'problem' | null = () => null;
  nextFault: (method: string, path: string) => Fault = () => 'none';
  /** null: a centre from before it told. */
  upSince: string | null = '2026-01-05T00:00:00Z';
  #ledger = new Map<string, OperationOutcome>();
  #undecided = new Set<string>();
  #tokens = new Set<string>();
  #issued = 0;
  /** false: it was restored to before this kiosk's enrolment. */
  knowsKiosk = true;

  /** How far it has the kiosk's audit trail. */
  get auditUpTo(): number {
    const numbers = this.effects.flatMap(({ operation }) =>
      operation.kind === 'audit.append' ? operation.records.map(({ sequence }) => sequence) : [],
    );
    return Math.max(0, ...numbers);
  }

  /** Restoring forgets everything since, and the service starts anew at `upSince`. */
  backUp(): (upSince: string) => void {
    const effects = [...this.effects];
    const ledger = new Map(this.#ledger);
    return (upSince) => {
      this.effects.splice(0, Number.POSITIVE_INFINITY, ...effects);
      this.#ledger = new Map(ledger);
      this.#undecided.clear();
      this.#tokens.clear();
      this.upSince = upSince;
    };
  }

  readonly fetch: Fetch = async (url, init) => {
    const { pathname } = new URL(url);
    const path = decodeURIComponent(pathname);
    const method = init.method ?? 'GET';
    const fault =
      !path.startsWith('/v1/tokens') && !/heartbeats|enrolments/.test(path)
        ? this.nextFault(method, path)
        : 'none';
    this.requests.push(`${method} ${path}`);
    if (fault === 'refused-connection') throw broken('ECONNREFUSED');
    if (fault === 'drop-before') throw broken('ECONNRESET');
    if (fault === 'server-error') return problemAnswer(500, 'internal');
    if (fault === 'portal-page') return new Response('<html>sign in to the guest network</html>');
    if (fault === 'unauthorised') this.#tokens.clear();
    const answer = this.#answer(method, path, init, fault);
    if (fault === 'drop-after') throw broken('UND_ERR_SOCKET');
    return answer;
  };

  #answer(method: string, path: string, init: RequestInit, fault: Fault): Response {
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    if (path === '/v1/enrolments') {
      const again = !this.knowsKiosk;
      this.knowsKiosk = true;
      return json({ kioskId: again ? 'kiosk-2' : 'kiosk-1' });
    }
    if (path === '/v1/tokens') {
      if (!this.knowsKiosk) return problemAnswer(401, 'assertion-invalid');
      this.#issued += 1;
      this.#tokens.add(`token-${this.#issued}`);
      return json({ accessToken: `token-${this.#issued}`, expiresInSeconds: 300 });
    }
    const token = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? '';
    if (!this.#tokens.has(token)) return problemAnswer(401, 'unauthorised');
    if (path === '/v1/heartbeats') {
      const { upSince, auditUpTo } = this;
      const memory = upSince === null ? {} : { upSince, auditUpTo };
      return json({ serverTime: '2026-01-05T01:00:00Z', ...memory });
    }
    const key = path.split('/')[3] ?? '';
    if (path.startsWith('/v1/payments/')) return json(this.authority.paymentStatus(key));
    if (path === '/v1/personalisations') {
      return json(this.personalisation.start(personalisationStart.parse(body).request));
    }
    if (path.startsWith('/v1/personalisations/')) return json(this.personalisation.answers(key));
    if (method === 'POST') return json(this.#void(key));
    if (method === 'GET') return json(this.#ask(key));
    return this.#put(key, operation.parse(body), fault);
  }

  #put(key: string, wanted: Operation, fault: Fault): Response {
    const before = this.#ledger.get(key);
    if (before) return json(before);
    if (wanted.kind === 'audit.append' && (wanted.after ?? 0) > this.auditUpTo)
      return problemAnswer(409, 'audit-records-missing');
    const refusal = this.refuses(wanted);
    if (refusal === 'problem') return problemAnswer(422, 'pin-block-unreadable');
    if (refusal === null) this.effects.push({ key, operation: wanted });
    const outcome: OperationOutcome =
      refusal === null ? this.authority.decide(key, wanted) : { state: 'refused', code: refusal };
    this.#ledger.set(key, outcome);
    if (fault !== 'in-progress') return json(outcome);
    this.#undecided.add(key);
    return json({ state: 'in-progress' });
  }

  #ask(key: string): OperationOutcome {
    if (this.#undecided.delete(key)) return { state: 'in-progress' };
    return this.#ledger.get(key) ?? { state: 'never-received' };
  }

  #void(key: string): OperationOutcome {
    const outcome = this.#ledger.get(key) ?? { state: 'void' };
    this.#ledger.set(key, outcome);
    return outcome;
  }
}

const json = (content: unknown) => new Response(JSON.stringify(content));
const problemAnswer = (status: number, code: string) =>
  new Response(JSON.stringify({ type: 'about:blank', title: code, status, code }), { status });

/** As `fetch` throws: the reason is in the cause. */
function broken(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}
