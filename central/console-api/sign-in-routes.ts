import {
  invitationAcceptance,
  invitationLook,
  invitationSeen,
  signedIn,
  signInOffer,
  signInRequest,
} from '../../src/contracts/console/access.ts';
import { HttpProblem } from '../http/problem.ts';
import { acceptInvitation, lookAtInvitation } from '../operators/invitations.ts';
import { type OperatorDoor, type SignInTrouble, signIn } from '../operators/sign-in.ts';
import type { ConsoleDoorApp } from './console-frame.ts';
import type { LetIn } from './let-in.ts';

/** What somebody at the door is told. */
export const signInProblem = (trouble: SignInTrouble): HttpProblem => {
  if (trouble.kind === 'wait') return new HttpProblem('rate-limited', trouble.seconds);
  return new HttpProblem(trouble.kind === 'busy' ? 'unavailable' : trouble.kind);
};

/** Local sign-in and the first one, with an invitation. Nobody is signed in yet. */
export function signInRoutes(
  app: ConsoleDoorApp,
  door: OperatorDoor,
  letIn: LetIn,
  organisation: boolean,
): void {
  app.add(
    {
      method: 'GET',
      path: 'sign-in',
      roles: 'open',
      schema: { summary: 'How one can sign in here', response: { 200: signInOffer } },
    },
    () => Promise.resolve({ local: true as const, organisation }),
  );
  app.add(
    {
      method: 'POST',
      path: 'sign-in',
      roles: 'open',
      schema: {
        summary: 'Sign in with login, password and code',
        body: signInRequest,
        response: { 200: signedIn },
      },
    },
    async ({ body }, request, reply) => {
      const result = await signIn(door, body, request.ip);
      if (!result.ok) throw signInProblem(result.error);
      return letIn(request, reply, result.value.token);
    },
  );
  app.add(
    {
      method: 'POST',
      path: 'invitations/looks',
      roles: 'open',
      schema: {
        summary: 'See whose invitation it is and set up an authenticator',
        body: invitationLook,
        response: { 200: invitationSeen },
      },
    },
    async ({ body }) => {
      const seen = await lookAtInvitation(door, body.invitation);
      if (!seen.ok) throw new HttpProblem(seen.error);
      return seen.value;
    },
  );
  app.add(
    {
      method: 'POST',
      path: 'invitations/acceptances',
      roles: 'open',
      schema: {
        summary: 'Set password and authenticator with an invitation, and sign in',
        body: invitationAcceptance,
        response: { 200: signedIn },
      },
    },
    async ({ body }, request, reply) => {
      const result = await acceptInvitation(door, body);
      if (!result.ok) throw new HttpProblem(result.error === 'busy' ? 'unavailable' : result.error);
      return letIn(request, reply, result.value.token);
    },
  );
}
