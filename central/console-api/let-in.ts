import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedIn } from '../../src/contracts/console/access.ts';
import type { Foundations } from '../foundations.ts';
import { HttpProblem } from '../http/problem.ts';
import { endSession, sessionOfToken } from '../operators/sessions.ts';
import { sha256 } from '../secrets.ts';
import type { ConsoleCookies } from './session-cookie.ts';
import { tellSession } from './session-routes.ts';

/** Gives a browser the session that was opened, however its operator proved who they are. */
export type LetIn = (request: FastifyRequest, reply: FastifyReply, token: string) => Promise<SignedIn>;

export const letInWith =
  (foundations: Pick<Foundations, 'queries' | 'clock'>, cookies: ConsoleCookies): LetIn =>
  async (request, reply, token) => {
    const session = await sessionOfToken(foundations, token);
    if (session === null) throw new HttpProblem('sign-in-refused');
    // Whoever was signed in at this browser before no longer is: nobody carries on another person's session.
    const before = cookies.readSession(request);
    if (before !== null) await endSession(foundations.queries, sha256(before));
    cookies.setSession(reply, token);
    return tellSession(session);
  };
