import { err, ok, type Result } from '../../src/result.ts';
import { recordAct } from '../console-api/operator-acts.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import type { Authenticators } from './authenticator.ts';
import { NOBODYS_PASSWORD, type Passwords } from './passwords.ts';
import { openSession } from './sessions.ts';
import type { SignInLimits } from './sign-in-limits.ts';

/** What the door of the console works with. */
export interface OperatorDoor {
  readonly foundations: Foundations;
  readonly passwords: Passwords;
  readonly authenticators: Authenticators;
  readonly limits: SignInLimits;
}

export interface Credentials {
  readonly login: string;
  readonly password: string;
  readonly code: string;
}

/** `busy`: too many are at the door. */
export type SignInTrouble =
  | { readonly kind: 'sign-in-refused' | 'busy' }
  | { readonly kind: 'wait'; readonly seconds: number };

/**
 * Signs in with what the operator knows and what they have. One answer, after the same work, for an unknown login, a
 * wrong password, a wrong code, one that was used already, and an account that is disabled or has no authenticator.
 */
export async function signIn(
  door: OperatorDoor,
  { login: typed, password, code }: Credentials,
  address: string,
): Promise<Result<{ readonly token: string }, SignInTrouble>> {
  const { foundations, passwords, limits } = door;
  const login = typed.trim().toLowerCase();
  const wait = await limits.begin(login, address);
  if (wait !== null) return err({ kind: 'wait', seconds: wait });

  const row = await foundations.queries
    .selectFrom('operator')
    .select(['operator_id', 'password', 'totp_sealed', 'disabled_at'])
    .where('login', '=', login)
    .executeTakeFirst();
  const matches = await passwords.matches(password, row?.password ?? NOBODYS_PASSWORD);
  if (matches === 'busy') return err({ kind: 'busy' });
  if (!matches || row === undefined || row.disabled_at !== null || row.totp_sealed === null) {
    return err({ kind: 'sign-in-refused' });
  }
  const { operator_id: operatorId, totp_sealed: sealed } = row;
  const token = await inTransaction(foundations.queries, async (q) => {
    if (!(await takeCode(q, door, operatorId, sealed, code))) return null;
    if (!(await isStillPassword(q, operatorId, row.password))) return null;
    await recordAct(q, foundations.clock, { operatorId, act: 'signed-in', subject: operatorId, detail: {} });
    return openSession(q, foundations, operatorId);
  });
  if (token === null) return err({ kind: 'sign-in-refused' });
  await limits.succeeded(login, address);
  return ok({ token });
}

/** Whoever changed their password because somebody else knows it lets nobody in who was at the door already. */
const isStillPassword = async (q: Queries, operatorId: string, password: string | null): Promise<boolean> =>
  (await q.selectFrom('operator').select('password').where('operator_id', '=', operatorId).executeTakeFirst())
    ?.password === password;

/**
 * Takes a code of the authenticator; false where it is wrong, or was taken before (RFC 6238, 5.2), and where the account
 * was disabled or its authenticator made void while the password was computed.
 */
export async function takeCode(
  q: Queries,
  { authenticators, foundations }: Pick<OperatorDoor, 'authenticators' | 'foundations'>,
  operatorId: string,
  sealed: string,
  code: string,
): Promise<boolean> {
  const step = authenticators.stepOf(operatorId, sealed, code, foundations.clock.now());
  if (step === null) return false;
  const taken = await q
    .updateTable('operator')
    .set({ totp_last_step: step })
    .where('operator_id', '=', operatorId)
    .where('totp_last_step', '<', step)
    .where('totp_sealed', '=', sealed)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return Number(taken.numUpdatedRows) === 1;
}
