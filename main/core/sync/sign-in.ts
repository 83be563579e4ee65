import { SignJWT } from 'jose';
import { ASSERTION_AUDIENCE, tokenAnswer } from '../../../src/contracts/central/enrolment.ts';
import type { Entropy, Timers } from '../../../src/ports/clock.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import type { KioskIdentity } from '../store/kiosk-identity-store.ts';
import type { CallTrouble } from './call-trouble.ts';
import type { HttpRequest } from './http-exchange.ts';

/** An assertion lives this long (contract: at most 60 s). */
export const ASSERTION_SECONDS = 55;
/** A token is renewed this long before it ends, so that it does not end on its way. */
const RENEW_BEFORE_MS = 30_000;
const DEADLINE_MS = 10_000;

/** Makes the assertion; `now` is in seconds. Unit tests on a virtual clock put their own in this place. */
export type SignAssertion = (identity: KioskIdentity, jti: string, now: number) => Promise<string>;

/** The kiosk's signed word that it is itself (contract: audience, issuer and subject, 60 s, `jti` once). */
export const signAssertion: SignAssertion = ({ kioskId, privateKey }, jti, now) =>
  new SignJWT()
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(kioskId ?? '')
    .setSubject(kioskId ?? '')
    .setAudience(ASSERTION_AUDIENCE)
    .setIssuedAt(now)
    .setExpirationTime(now + ASSERTION_SECONDS)
    .setJti(jti)
    .sign(privateKey);

type Send = <T>(request: HttpRequest<T>) => Promise<Result<T, CallTrouble>>;

/** Signs in with the kiosk's own key and keeps the short-lived token in memory only. */
export class SignIn {
  readonly #send: Send;
  readonly #sign: SignAssertion;
  readonly #identity: () => KioskIdentity;
  readonly #timers: Timers;
  readonly #entropy: Entropy;
  #token: { readonly value: string; readonly until: number } | null = null;
  #underWay: Promise<Result<string, CallTrouble>> | null = null;

  constructor(
    send: Send,
    identity: () => KioskIdentity,
    timers: Timers,
    entropy: Entropy,
    sign: SignAssertion = signAssertion,
  ) {
    this.#send = send;
    this.#sign = sign;
    this.#identity = identity;
    this.#timers = timers;
    this.#entropy = entropy;
  }

  /** A token that is still good, or a new one. Callers at the same moment share one sign-in. */
  token(): Promise<Result<string, CallTrouble>> {
    if (this.#token && this.#token.until > this.#timers.elapsed())
      return Promise.resolve(ok(this.#token.value));
    this.#underWay ??= this.#signIn().finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  /** The centre did not take `token`: the next call signs in again. A newer token stays. Without one: whatever there is. */
  forget(token?: string): void {
    if (token === undefined || this.#token?.value === token) this.#token = null;
  }

  async #signIn(): Promise<Result<string, CallTrouble>> {
    const identity = this.#identity();
    if (identity.kioskId === null) return err({ kind: 'problem', status: 401, code: 'not-enrolled' });
    const jti = Buffer.from(this.#entropy.bytes(16)).toString('hex');
    const assertion = await this.#sign(identity, jti, Math.floor(this.#timers.now() / 1000));
    const answer = await this.#send({
      method: 'POST',
      path: '/v1/tokens',
      body: { assertion },
      answer: tokenAnswer,
      deadlineMs: DEADLINE_MS,
    });
    if (!answer.ok) return answer;
    const lifetimeMs = answer.value.expiresInSeconds * 1000;
    this.#token = {
      value: answer.value.accessToken,
      until: this.#timers.elapsed() + Math.max(lifetimeMs - RENEW_BEFORE_MS, lifetimeMs / 2),
    };
    return ok(answer.value.accessToken);
  }
}
