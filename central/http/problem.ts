import type { Problem } from '../../src/contracts/central/problem.ts';

/** Every problem this service can answer (RFC 9457). The code is stable; programs look at nothing else. */
const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The request does not have the agreed form' },
  'malformed-json': { status: 400, title: 'The body is not JSON' },
  'malformed-request': { status: 400, title: 'This is not an HTTP request' },
  unauthorised: { status: 401, title: 'Sign in first' },
  'assertion-invalid': { status: 401, title: 'The assertion proves no enrolled kiosk' },
  'enrolment-code-invalid': { status: 403, title: 'This enrolment code cannot be used' },
  'sign-in-refused': { status: 401, title: 'Login, password or code is wrong' },
  'invitation-invalid': { status: 403, title: 'This invitation cannot be used' },
  'not-allowed': { status: 403, title: 'The roles of this operator do not include this' },
  'not-from-this-page': { status: 403, title: 'Only a page of the console may ask this' },
  'kiosk-revoked': { status: 403, title: 'This kiosk was revoked: it counts for nothing any more' },
  'not-from-here': { status: 403, title: 'Only this machine may ask' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'challenge-unknown': { status: 404, title: 'No such SMS code was sent' },
  'operator-unknown': { status: 404, title: 'There is no such operator' },
  'login-taken': { status: 409, title: 'Another operator has this login or subject' },
  'own-account': { status: 409, title: 'Nobody changes their own account here: another administrator does' },
  'last-administrator': { status: 409, title: 'One administrator must stay' },
  'no-organisation': { status: 409, title: 'No organisation is connected to sign in at' },
  'signs-in-elsewhere': { status: 409, title: 'This operator signs in at the organisation' },
  'not-now': { status: 409, title: 'As it stands now, this cannot be done' },
  'own-proposal': { status: 409, title: 'Another person than the one who proposed it has to confirm' },
  'key-reused': { status: 409, title: 'This key belongs to another operation' },
  'audit-records-missing': {
    status: 409,
    title: 'Earlier records of this trail are not here: send them again',
  },
  'too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'Send application/json' },
  'code-wrong': { status: 422, title: 'The code of the authenticator is wrong' },
  'password-wrong': { status: 422, title: 'The password is wrong' },
  'password-too-easy': { status: 422, title: 'This password is easily guessed' },
  'account-unknown': { status: 422, title: 'The bank has no such account for this person' },
  'pin-block-unreadable': { status: 422, title: 'The bank cannot open this PIN block' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something is broken on our side' },
  unavailable: { status: 503, title: 'Out of service' },
  'no-root': { status: 503, title: 'No root of trust was installed: there is no configuration to hand out' },
  'sms-unavailable': { status: 503, title: 'No SMS gateway is connected' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;
export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** The document for a code. `detail` never repeats what was sent: it could be personal. */
export function problemDocument(code: ProblemCode, detail?: string): Problem {
  const { status, title } = PROBLEMS[code];
  return {
    type: `urn:yikatong:problem:${code}`,
    title,
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
  };
}

/** Thrown by route handlers alone, where a refused Result becomes an HTTP answer. */
export class HttpProblem extends Error {
  readonly code: ProblemCode;
  /** Seconds, for `Retry-After`. */
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, retryAfter?: number) {
    super(code);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}
