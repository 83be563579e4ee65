import { TOTP } from 'otpauth';
import { z } from 'zod';
import { operatorId, operatorLogin } from '../../src/contracts/console/access.ts';
import { operatorRole } from '../../src/contracts/console/roles.ts';
import { DEV_SESSION_COOKIE } from '../console-api/session-cookie.ts';
import type { Foundations } from '../foundations.ts';
import type { CentralApp } from '../http/app.ts';
import { HttpProblem } from '../http/problem.ts';
import { acceptInvitation, lookAtInvitation } from '../operators/invitations.ts';
import type { Operators } from '../operators/operators.ts';
import { sessionOfToken } from '../operators/sessions.ts';

/** Password of every made-up operator: no secret, and good for development alone. */
export const DEV_OPERATOR_PASSWORD = 'harbour-lantern-seventeen';

export const devOperator = z.strictObject({
  operatorId,
  login: operatorLogin,
  password: z.string(),
  /** Base32: makes the codes to sign in with. */
  totpSecret: z.string(),
  /** Signed in already: for tests that begin at the desk. */
  session: z.strictObject({ cookie: z.string(), csrf: z.string() }),
});
export type DevOperator = z.infer<typeof devOperator>;

/** POST /dev/operators: somebody who can sign in, made the way operators are made. In development alone, on loopback. */
export function devOperatorRoutes(
  app: CentralApp,
  { clock, queries }: Pick<Foundations, 'clock' | 'queries'>,
  { accounts, door }: Operators,
): void {
  app.post(
    '/dev/operators',
    {
      schema: {
        tags: ['development'],
        summary: 'Make an operator with a known password and authenticator',
        body: z.strictObject({
          login: operatorLogin,
          name: z.string().min(1).max(60).optional(),
          roles: z.array(operatorRole).min(1),
        }),
        response: { 200: devOperator },
      },
    },
    async ({ body: { login, name = login, roles } }) => {
      const made = await accounts.invite('system', { login, name, roles, oidcSubject: null });
      if (!made.ok) throw new HttpProblem(made.error);
      const invitation = made.value.invitation?.invitation ?? '';
      const seen = await lookAtInvitation(door, invitation);
      if (!seen.ok) throw new HttpProblem(seen.error);
      const { secret } = seen.value;
      const code = new TOTP({ secret }).generate({ timestamp: clock.now() });
      const accepted = await acceptInvitation(door, { invitation, password: DEV_OPERATOR_PASSWORD, code });
      if (!accepted.ok) throw new HttpProblem(accepted.error === 'busy' ? 'unavailable' : accepted.error);
      // A code opens once: so that the next may be used at once, this one is forgotten.
      await queries
        .updateTable('operator')
        .set({ totp_last_step: 0 })
        .where('operator_id', '=', made.value.operatorId)
        .execute();
      const session = await sessionOfToken({ queries, clock }, accepted.value.token);
      return {
        operatorId: made.value.operatorId,
        login,
        password: DEV_OPERATOR_PASSWORD,
        totpSecret: secret,
        session: { cookie: `${DEV_SESSION_COOKIE}=${accepted.value.token}`, csrf: session?.csrf ?? '' },
      };
    },
  );
}
