import type { Entropy, Timers } from '../../../src/ports/clock.ts';
import { err, type Result } from '../../../src/result.ts';
import type { KioskIdentity } from '../store/kiosk-identity-store.ts';
import type { CallTrouble } from './call-trouble.ts';
import { exchange, type Fetch, type HttpRequest } from './http-exchange.ts';
import type { LinkState } from './link-state.ts';
import { type SignAssertion, SignIn } from './sign-in.ts';

export interface CentralClientOptions {
  /** e.g. `https://central.example`, without a slash at the end. */
  readonly baseUrl: string;
  readonly identity: () => KioskIdentity;
  readonly link: LinkState;
  readonly timers: Timers;
  readonly entropy: Entropy;
  readonly fetch?: Fetch;
  readonly signAssertion?: SignAssertion;
  /** Absent: nobody keeps whether this kiosk was revoked. */
  readonly standing?: Standing;
}

/** Whether the centre still knows this kiosk, as it says itself. */
export interface Standing {
  readonly revoked: boolean;
  refused(): void;
  letIn(): void;
}

/** Every request to the central service goes through here: signed in, with a deadline, its answer checked. */
export class CentralClient {
  readonly #options: CentralClientOptions;
  readonly #signIn: SignIn;

  constructor(options: CentralClientOptions) {
    this.#options = options;
    this.#signIn = new SignIn(
      (request) => this.open(request),
      options.identity,
      options.timers,
      options.entropy,
      options.signAssertion,
    );
  }

  /** Without a token: enrolment and sign-in. */
  async open<T>(request: HttpRequest<T>): Promise<Result<T, CallTrouble>> {
    const { fetch: fetchAnswer = fetch, timers, baseUrl, link } = this.#options;
    const answer = await exchange(fetchAnswer, timers, baseUrl, request);
    if (isRevoked(answer)) this.#options.standing?.refused();
    // A 401 is about who asks: whether the kiosk is let in shows at the sign-in that follows.
    if (isUnauthorised(answer)) return answer;
    if (answer.ok || answer.error.kind === 'problem') link.report(true);
    // A caller who gave up says nothing about the link.
    else if (!request.signal?.aborted && !request.saysNothingOfLink) link.report(false);
    return answer;
  }

  /** With a token. A 401 means sign in again, once per request: the first try had no effect. */
  async call<T>(request: HttpRequest<T>): Promise<Result<T, CallTrouble>> {
    const { standing } = this.#options;
    // A revoked kiosk knocks, and sends nothing of what it has.
    if (standing?.revoked) this.#signIn.forget();
    const first = await this.#signIn.token();
    if (!first.ok) return this.#notLetIn(first.error);
    standing?.letIn();
    if (standing?.revoked) return err({ kind: 'problem', status: 403, code: REVOKED });
    const answer = await this.open({ ...request, accessToken: first.value });
    if (!isUnauthorised(answer)) return answer;
    this.#signIn.forget(first.value);
    const second = await this.#signIn.token();
    if (!second.ok) return this.#notLetIn(second.error);
    return this.open({ ...request, accessToken: second.value });
  }

  /** A kiosk that is not let in, for its clock perhaps, can do nothing online: its tiles say so (INV-8). */
  #notLetIn<T>(trouble: CallTrouble): Result<T, CallTrouble> {
    if (trouble.kind === 'problem') this.#options.link.report(false);
    return notSent(trouble);
  }
}

const REVOKED = 'kiosk-revoked';

const isRevoked = <T>(answer: Result<T, CallTrouble>): boolean =>
  !answer.ok && answer.error.kind === 'problem' && answer.error.code === REVOKED;

const isUnauthorised = <T>(answer: Result<T, CallTrouble>): boolean =>
  !answer.ok && answer.error.kind === 'problem' && answer.error.status === 401;

/** The sign-in failed, so the request itself never left. */
function notSent<T>(trouble: CallTrouble): Result<T, CallTrouble> {
  return err(trouble.kind === 'link-down' ? { ...trouble, sent: false } : trouble);
}
