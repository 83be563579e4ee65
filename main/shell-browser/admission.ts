import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { err, ok, type Result } from '../../src/result.ts';

/** The page proves itself by offering this subprotocol: the one thing a WebSocket of a page can carry. */
export const subprotocol = (token: string): string => `kiosk.${token}`;

/** An HTTP status for the handshake, and a code for the log. */
export interface Refusal {
  readonly status: 401 | 403 | 404 | 409 | 503;
  readonly code: 'wrong-path' | 'wrong-origin' | 'wrong-token' | 'screen-taken' | 'core-down';
}

export interface Door {
  readonly origin: string;
  readonly token: string;
}

/** Whether this handshake comes from our own page: path, host, origin and the token of this boot. */
export function admit(request: IncomingMessage, door: Door): Result<void, Refusal> {
  if (request.url !== '/kiosk') return err({ status: 404, code: 'wrong-path' });
  const { host, origin } = request.headers;
  // Any page of any origin may open a WebSocket to loopback; browsers only promise to say who asks.
  if (origin !== door.origin || `http://${host}` !== door.origin)
    return err({ status: 403, code: 'wrong-origin' });
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim());
  const known = offered.length === 1 && sameText(offered[0] ?? '', subprotocol(door.token));
  return known ? ok(undefined) : err({ status: 401, code: 'wrong-token' });
}

/** In constant time, whatever the lengths: both are hashed first. */
function sameText(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
