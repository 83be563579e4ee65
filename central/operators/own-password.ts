import { err, ok, type Result } from '../../src/result.ts';
import { recordAct } from '../console-api/operator-acts.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { isEasyPassword } from './easy-passwords.ts';
import { endSessionsOf, type OperatorSession } from './sessions.ts';
import { type OperatorDoor, type SignInTrouble, takeCode } from './sign-in.ts';

export type PasswordTrouble =
  | SignInTrouble
  | { readonly kind: 'password-wrong' | 'password-too-easy' | 'signs-in-elsewhere' };

/** Changes one's own password, proven anew like a sign-in and counted like one. Every other session of theirs ends. */
export async function changeOwnPassword(
  door: OperatorDoor,
  { operatorId, login, sessionHash }: OperatorSession,
  asked: { readonly password: string; readonly code: string; readonly newPassword: string },
  address: string,
): Promise<Result<null, PasswordTrouble>> {
  const { foundations, passwords, limits } = door;
  const wait = await limits.begin(login, address);
  if (wait !== null) return err({ kind: 'wait', seconds: wait });
  const row = await foundations.queries
    .selectFrom('operator')
    .select(['password', 'totp_sealed'])
    .where('operator_id', '=', operatorId)
    .executeTakeFirst();
  if (!row || row.password === null || row.totp_sealed === null) return err({ kind: 'signs-in-elsewhere' });
  if (isEasyPassword(asked.newPassword, login)) return err({ kind: 'password-too-easy' });
  const { password: before, totp_sealed: sealed } = row;
  const matches = await passwords.matches(asked.password, before);
  const password = matches === true ? await passwords.hash(asked.newPassword) : null;
  if (matches === 'busy' || password === 'busy') return err({ kind: 'busy' });
  if (password === null) return err({ kind: 'password-wrong' });
  const changed = await inTransaction(foundations.queries, async (q) => {
    if (!(await takeCode(q, door, operatorId, sealed, asked.code))) return false;
    await q.updateTable('operator').set({ password }).where('operator_id', '=', operatorId).execute();
    await endSessionsOf(q, operatorId, sessionHash);
    const act = { operatorId, act: 'own-password-changed', subject: operatorId, detail: {} };
    await recordAct(q, foundations.clock, act);
    return true;
  });
  if (!changed) return err({ kind: 'password-wrong' });
  await limits.succeeded(login, address);
  await foundations.changes.announce({ about: 'console', what: 'access' });
  return ok(null);
}
