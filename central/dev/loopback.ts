import type { HttpApp } from '../http/http-app.ts';
import { HttpProblem } from '../http/problem.ts';

const LOOPBACK_ADDRESSES = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const LOOPBACK_NAMES = new Set(['127.0.0.1', '[::1]', 'localhost']);

export const isLoopbackHost = (host: string): boolean =>
  LOOPBACK_NAMES.has(host) || LOOPBACK_ADDRESSES.has(host);

/** Host name of an origin or of a `Host` header; empty where it is neither. */
const hostName = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : '');

/**
 * The development routes answer this machine alone: its address, its name in `Host` (a page elsewhere may have
 * bound a name of its own to 127.0.0.1), and no page of another origin.
 */
export function loopbackOnly(app: HttpApp): void {
  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/dev')) return;
    const { host = '', origin } = request.headers;
    const fromHere =
      LOOPBACK_ADDRESSES.has(request.ip) &&
      LOOPBACK_NAMES.has(hostName(`http://${host}`)) &&
      (origin === undefined || LOOPBACK_NAMES.has(hostName(origin)));
    if (!fromHere) throw new HttpProblem('not-from-here');
  });
}
