import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { CSRF_HEADER, REFRESH_HEADER } from '../../src/contracts/console/access.ts';
import type { Foundations } from '../foundations.ts';
import { HttpProblem } from '../http/problem.ts';
import { addressGroup } from '../operators/address-group.ts';
import { type OperatorSession, sessionOfToken, touchSession } from '../operators/sessions.ts';
import { OF_ADDRESS, OF_SESSION, requestBudget } from './request-budget.ts';
import { asksFromSamePage } from './same-page.ts';
import type { ConsoleCookies } from './session-cookie.ts';

/** Who asks, or a problem thrown: nobody (401), from elsewhere or without the role (403), too often (429). */
export type ConsoleDoor = (request: FastifyRequest) => Promise<OperatorSession | null>;

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD';

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Before anything of a request but its headers is read. */
export function consoleDoor(
  foundations: Pick<Foundations, 'queries' | 'clock'>,
  cookies: ConsoleCookies,
): ConsoleDoor {
  const ofSession = requestBudget(foundations.clock, OF_SESSION);
  const ofAddress = requestBudget(foundations.clock, OF_ADDRESS);
  const within = (wait: number | null): void => {
    if (wait !== null) throw new HttpProblem('rate-limited', wait);
  };
  return async (request) => {
    const { consoleRoles } = request.routeOptions.config;
    if (consoleRoles === undefined) return null;
    const changes = !isSafe(request.method);
    if (consoleRoles === 'open') {
      // Otherwise a page elsewhere could sign somebody in as another.
      if (changes && !asksFromSamePage(request)) throw new HttpProblem('not-from-this-page');
      within(ofAddress(addressGroup(request.ip)));
      return null;
    }
    const token = cookies.readSession(request);
    const session = token === null ? null : await sessionOfToken(foundations, token);
    if (session === null) throw new HttpProblem('unauthorised');
    within(ofSession(session.sessionHash));
    const csrf = request.headers[CSRF_HEADER];
    const fromHere = typeof csrf === 'string' && isSame(csrf, session.csrf) && asksFromSamePage(request);
    if (changes && !fromHere) throw new HttpProblem('not-from-this-page');
    if (!consoleRoles.some((role) => session.roles.includes(role))) throw new HttpProblem('not-allowed');
    return request.headers[REFRESH_HEADER] === undefined ? touchSession(foundations, session) : session;
  };
}
