import { tokenAnswer } from '../../src/contracts/central/enrolment.ts';
import type { KioskKey } from './identity.ts';
import type { Answered, Asked, FleetLink, UnderWay } from './link.ts';

/** As main/core/sync/sign-in.ts renews it, milliseconds before it ends. */
const RENEW_BEFORE_MS = 30_000;
const DEADLINE_MS = 10_000;

/** One kiosk's way to the centre: it signs in by itself, with its own key, and once for all who ask meanwhile. */
export class Caller {
  readonly #link: FleetLink;
  readonly #place: number;
  readonly #key: KioskKey;
  readonly kioskId: string;
  #token: { readonly value: string; readonly until: number } | null = null;
  #signingIn: Promise<string | null> | null = null;

  constructor(link: FleetLink, place: number, key: KioskKey, kioskId: string) {
    this.#link = link;
    this.#place = place;
    this.#key = key;
    this.kioskId = kioskId;
  }

  /** `started` hears of the request itself, which may be ended then. */
  async ask(asked: Omit<Asked, 'token'>, started?: (underWay: UnderWay) => void): Promise<Answered> {
    const token = await this.#goodToken();
    if (token === null) return { trouble: 'gone' };
    const underWay = this.#link.ask(this.#place, { ...asked, token });
    started?.(underWay);
    const answer = await underWay.answer;
    if ('status' in answer && answer.status === 401) this.forgetToken();
    return answer;
  }

  /** As after an outage that was longer than tokens live. */
  forgetToken(): void {
    this.#token = null;
  }

  #goodToken(): Promise<string | null> {
    if (this.#token && this.#token.until > performance.now()) return Promise.resolve(this.#token.value);
    this.#signingIn ??= this.#signIn().finally(() => {
      this.#signingIn = null;
    });
    return this.#signingIn;
  }

  async #signIn(): Promise<string | null> {
    const asked = {
      method: 'POST' as const,
      path: '/v1/tokens',
      kind: 'sign-in',
      body: { assertion: this.#key.assertion(this.kioskId, Date.now()) },
      deadlineMs: DEADLINE_MS,
    };
    const answer = await this.#link.ask(this.#place, asked).answer;
    const read = 'status' in answer ? tokenAnswer.safeParse(answer.body) : null;
    if (!read?.success) return null;
    const { accessToken, expiresInSeconds } = read.data;
    this.#token = {
      value: accessToken,
      until: performance.now() + expiresInSeconds * 1_000 - RENEW_BEFORE_MS,
    };
    return accessToken;
  }
}
