import type { FastifyReply, FastifyRequest } from 'fastify';

/** Its name in development; `__Host-console` everywhere else. */
export const DEV_SESSION_COOKIE = 'console';

/** Cookies of the console, and how they are kept. */
export interface ConsoleCookies {
  readSession(request: FastifyRequest): string | null;
  setSession(reply: FastifyReply, token: string): void;
  clearSession(reply: FastifyReply): void;
  readFlow(request: FastifyRequest): string | null;
  setFlow(reply: FastifyReply, state: string, seconds: number): void;
  clearFlow(reply: FastifyReply): void;
}

/**
 * `__Host-`: over TLS only, for this host alone, so no neighbour's page can put one there. Development on loopback has
 * no TLS and plain names. The session goes with requests of its own pages alone (Strict); what ties a sign-in at the
 * organisation to this browser must come along when the organisation sends the browser back (Lax).
 */
export function consoleCookies(secure: boolean): ConsoleCookies {
  const prefix = secure ? '__Host-' : '';
  const session = `${prefix}${DEV_SESSION_COOKIE}`;
  const flow = `${prefix}console-oidc`;
  const kept = { path: '/', httpOnly: true, secure } as const;
  const own = { ...kept, sameSite: 'strict' } as const;
  const back = { ...kept, sameSite: 'lax' } as const;
  return {
    readSession: (request) => request.cookies[session] ?? null,
    setSession: (reply, token) => {
      reply.setCookie(session, token, own);
    },
    clearSession: (reply) => {
      reply.clearCookie(session, own);
    },
    readFlow: (request) => request.cookies[flow] ?? null,
    setFlow: (reply, state, seconds) => {
      reply.setCookie(flow, state, { ...back, maxAge: seconds });
    },
    clearFlow: (reply) => {
      reply.clearCookie(flow, back);
    },
  };
}
