import type { FastifyRequest } from 'fastify';

/**
 * Whether a page of the console itself asks: the browser says so (Fetch metadata), and the origin is the host that
 * was asked. One of the two must be there: a browser sends `Origin` with everything that changes something.
 */
export function asksFromSamePage({ headers, host }: Pick<FastifyRequest, 'headers' | 'host'>): boolean {
  const site = headers['sec-fetch-site'];
  const { origin } = headers;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return site === 'same-origin';
  return URL.canParse(origin) && new URL(origin).host === host;
}
