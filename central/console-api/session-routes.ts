import { done, passwordChange, type SignedIn, signedIn } from '../../src/contracts/console/access.ts';
import { EVERYBODY } from '../../src/contracts/console/roles.ts';
import { HttpProblem } from '../http/problem.ts';
import { changeOwnPassword } from '../operators/own-password.ts';
import { endSession, IDLE_SECONDS, type OperatorSession } from '../operators/sessions.ts';
import type { OperatorDoor } from '../operators/sign-in.ts';
import type { ConsoleDoorApp } from './console-frame.ts';
import type { ConsoleCookies } from './session-cookie.ts';
import { signInProblem } from './sign-in-routes.ts';

/** What a page is told of its session. */
export function tellSession(session: OperatorSession): SignedIn {
  const idleUntil = Math.min(Date.parse(session.seenAt) + IDLE_SECONDS * 1000, Date.parse(session.endsAt));
  return {
    operatorId: session.operatorId,
    login: session.login,
    name: session.name,
    roles: [...session.roles],
    csrf: session.csrf,
    idleSeconds: IDLE_SECONDS,
    idleUntil: new Date(idleUntil).toISOString(),
    endsAt: session.endsAt,
  };
}

/** What everybody who is signed in may do with their own session and password. */
export function sessionRoutes(app: ConsoleDoorApp, door: OperatorDoor, cookies: ConsoleCookies): void {
  const mine = (session: OperatorSession | null): OperatorSession => {
    if (session === null) throw new HttpProblem('unauthorised');
    return session;
  };
  app.add(
    {
      method: 'GET',
      path: 'me',
      roles: EVERYBODY,
      schema: { summary: 'Who is signed in, and until when', response: { 200: signedIn } },
    },
    (_asked, request) => Promise.resolve(tellSession(mine(request.consoleSession))),
  );
  app.add(
    {
      method: 'POST',
      path: 'sign-out',
      roles: EVERYBODY,
      schema: { summary: 'End this session', response: { 200: done } },
    },
    async (_asked, request, reply) => {
      await endSession(door.foundations.queries, mine(request.consoleSession).sessionHash);
      cookies.clearSession(reply);
      await door.foundations.changes.announce({ about: 'console', what: 'access' });
      return { done: true as const };
    },
  );
  app.add(
    {
      method: 'PUT',
      path: 'me/password',
      roles: EVERYBODY,
      schema: { summary: 'Change one’s own password', body: passwordChange, response: { 200: done } },
    },
    async ({ body }, request) => {
      const changed = await changeOwnPassword(door, mine(request.consoleSession), body, request.ip);
      if (changed.ok) return { done: true as const };
      const { error } = changed;
      switch (error.kind) {
        case 'password-wrong':
        case 'password-too-easy':
        case 'signs-in-elsewhere':
          throw new HttpProblem(error.kind);
        case 'wait':
          throw signInProblem(error);
        default:
          throw signInProblem({ kind: error.kind });
      }
    },
  );
}
