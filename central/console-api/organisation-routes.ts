import { z } from 'zod';
import { HttpProblem } from '../http/problem.ts';
import { FLOW_SECONDS, type Organisation } from '../operators/organisation.ts';
import type { ConsoleDoorApp } from './console-frame.ts';
import type { LetIn } from './let-in.ts';
import type { ConsoleCookies } from './session-cookie.ts';

/** What a provider may send a browser back with (OpenID Connect Core 3.1.2.5, RFC 9207, session management). */
const part = z.string().max(4000).optional();
const callbackQuery = z.strictObject({
  code: part,
  state: part,
  iss: part,
  scope: part,
  session_state: part,
  error: part,
  error_description: part,
  error_uri: part,
});

/** Where the page tells that it did not work, and offers to try again. */
const REFUSED = '/console/?sign-in=refused';
const UNREACHABLE = '/console/?sign-in=unreachable';

/** Sign-in at the organisation: away to its provider, and back. Addresses for a browser, not for a page's script. */
export function organisationRoutes(
  app: ConsoleDoorApp,
  organisation: Organisation | null,
  cookies: ConsoleCookies,
  letIn: LetIn,
): void {
  app.add(
    {
      method: 'GET',
      path: 'organisation/start',
      roles: 'open',
      schema: { summary: 'Go to the organisation to sign in', response: { 200: z.unknown() } },
    },
    async (_asked, _request, reply) => {
      if (organisation === null) throw new HttpProblem('no-organisation');
      const begun = await organisation.begin();
      if (!begun.ok) return reply.redirect(UNREACHABLE);
      cookies.setFlow(reply, begun.value.state, FLOW_SECONDS);
      return reply.redirect(begun.value.url);
    },
  );
  app.add(
    {
      method: 'GET',
      path: 'organisation/callback',
      roles: 'open',
      schema: {
        summary: 'Come back from the organisation',
        querystring: callbackQuery,
        response: { 200: z.unknown() },
      },
    },
    async ({ query }, request, reply) => {
      if (organisation === null) throw new HttpProblem('no-organisation');
      const came = new URLSearchParams(
        Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      );
      const finished = await organisation.finish(came, cookies.readFlow(request));
      cookies.clearFlow(reply);
      if (!finished.ok) return reply.redirect(finished.error === 'unreachable' ? UNREACHABLE : REFUSED);
      await letIn(request, reply, finished.value.token);
      return reply.redirect('/console/');
    },
  );
}
