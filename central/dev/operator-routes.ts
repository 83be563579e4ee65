import { TOTP } from 'otpauth';
import { z } from 'zod';
import { operatorId, operatorLogin } from '../../src/contracts/console/access.ts';
import { operatorRole } from '../../src/contracts/console/roles.ts';
import { DEV_SESSION_COOKIE } from '../console-api/session-cookie.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Foundations } from '../foundations.ts';
import type { CentralApp } from '../http/app.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Operators } from '../operators/operators.ts';
import { openSession, sessionOfToken } from '../operators/sessions.ts';

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

/** POST /dev/operators: somebody who can sign in, with a session that is open. In development alone, on loopback. */
export function devOperatorRoutes(
  app: CentralApp,
  foundations: Pick<Foundations, 'clock' | 'entropy' | 'queries'>,
  { accounts, door: { passwords, authenticators } }: Operators,
): void {
  const { queries, clock } = foundations;
  /** One for all of them: a hash takes a fifth of a second. */
  let hashed: Promise<string> | null = null;
  app.post(
    '/dev/operators',
    {
      config: { withoutCards: true },
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
      hashed ??= passwords.hash(DEV_OPERATOR_PASSWORD);
      const password = await hashed;
      const made = await accounts.invite('system', { login, name, roles, oidcSubject: null });
      if (!made.ok) throw new HttpProblem(made.error);
      const { operatorId } = made.value;
      const sealed = authenticators.fresh(operatorId);
      const token = await inTransaction(queries, async (q) => {
        await q.deleteFrom('operator_invitation').where('operator_id', '=', operatorId).execute();
        await q
          .updateTable('operator')
          .set({ password, totp_sealed: sealed })
          .where('operator_id', '=', operatorId)
          .execute();
        return openSession(q, foundations, operatorId);
      });
      const session = await sessionOfToken({ queries, clock }, token);
      return {
        operatorId,
        login,
        password: DEV_OPERATOR_PASSWORD,
        totpSecret: authenticators.shown(operatorId, login, sealed).secret,
        session: { cookie: `${DEV_SESSION_COOKIE}=${token}`, csrf: session?.csrf ?? '' },
      };
    },
  );
  app.get(
    '/dev/operators/:login',
    {
      config: { withoutCards: true },
      schema: {
        tags: ['development'],
        summary: 'What an operator’s authenticator shows now',
        params: z.strictObject({ login: operatorLogin }),
        response: { 200: z.strictObject({ operatorId, code: z.string() }) },
      },
    },
    async ({ params: { login } }) => {
      const row = await queries
        .selectFrom('operator')
        .select(['operator_id', 'totp_sealed'])
        .where('login', '=', login)
        .executeTakeFirst();
      if (row === undefined || row.totp_sealed === null) throw new HttpProblem('operator-unknown');
      const { secret } = authenticators.shown(row.operator_id, login, row.totp_sealed);
      const code = new TOTP({ secret }).generate({ timestamp: clock.now() });
      return { operatorId: row.operator_id, code };
    },
  );
}
