/** Why a call to the centre brought no answer that can be used. */
export type CallTrouble =
  /**
   * No answer. `sent: false` only where it is certain that not one byte of the request left this machine: then
   * nothing can have happened. In every other case the act may have been done.
   */
  | { readonly kind: 'link-down'; readonly sent: boolean; readonly code: string }
  /** It answered with a problem document (RFC 9457). */
  | { readonly kind: 'problem'; readonly status: number; readonly code: string }
  /** It answered something else than the contract says: a proxy, a portal, other software. */
  | { readonly kind: 'unreadable-answer'; readonly status: number };

/** Codes with which a connection fails before anything is sent. */
const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Names what `fetch` threw. */
export function linkTrouble(error: unknown): CallTrouble {
  const code = errorCode(error);
  return { kind: 'link-down', sent: !BEFORE_SENDING.has(code), code };
}

function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  // Several addresses were tried: the first one's reason stands for all of them only if all have one of the set.
  if (error instanceof AggregateError) {
    const codes = error.errors.map(errorCode);
    return codes.find((code) => !BEFORE_SENDING.has(code)) ?? codes[0] ?? 'unknown';
  }
  if (error.cause !== undefined) return errorCode(error.cause);
  return error.name;
}

/** The centre does not know this kiosk, or not any more, or its clock is wrong: no request is at fault. */
export const isNotLetIn = (trouble: CallTrouble): boolean =>
  trouble.kind === 'problem' && trouble.status === 401;

/** Refused for good after one answer: sending the same bytes again can never help. */
export function isPermanent(trouble: CallTrouble): boolean {
  return trouble.kind === 'problem' && [400, 409, 413, 422].includes(trouble.status);
}
