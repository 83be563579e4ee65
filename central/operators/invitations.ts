import type { Clock, Entropy } from '../../src/ports/clock.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { recordAct } from '../console-api/operator-acts.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries } from '../database/tables.ts';
import { instantIn, instantNow } from '../moments.ts';
import { sha256 } from '../secrets.ts';
import { isEasyPassword } from './easy-passwords.ts';
import { endSessionsOf, openSession } from './sessions.ts';
import { type OperatorDoor, takeCode } from './sign-in.ts';

/** Without letters and digits that are mistaken for one another (Crockford's base 32): it may be read out. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 24 characters of 5 bits: 120 bits, so guessing needs no limit. */
const CHARACTERS = 24;
/** Over a weekend. */
const VALID_SECONDS = 3 * 24 * 60 * 60;

export interface Invitation {
  /** `XXXX-XXXX-…`, six groups; shown once, kept nowhere. */
  readonly invitation: string;
  readonly expiresAt: string;
}

const hashOf = (typed: string): string => sha256(typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''));

/** Makes an operator's invitation; one that was made before is good for nothing any more. */
export async function makeInvitation(
  q: Queries,
  clock: Clock,
  entropy: Entropy,
  operatorId: string,
): Promise<Invitation> {
  const characters = Array.from(entropy.bytes(CHARACTERS), (byte) => ALPHABET.charAt(byte & 31)).join('');
  const invitation = characters.replaceAll(/.{4}(?=.)/g, '$&-');
  const made = {
    invitation_hash: hashOf(invitation),
    totp_sealed: null,
    created_at: instantNow(clock),
    expires_at: instantIn(clock, VALID_SECONDS),
  };
  await q
    .insertInto('operator_invitation')
    .values({ operator_id: operatorId, ...made })
    .onConflict((conflict) => conflict.column('operator_id').doUpdateSet(made))
    .execute();
  return { invitation, expiresAt: made.expires_at };
}

/** Whose invitation it is; null: unknown, used, over, or of somebody disabled. */
const invited = (q: Queries, clock: Clock, typed: string) =>
  q
    .selectFrom('operator_invitation')
    .innerJoin('operator', 'operator.operator_id', 'operator_invitation.operator_id')
    .select(['operator.operator_id', 'operator.login', 'operator.name', 'operator_invitation.totp_sealed'])
    .where('invitation_hash', '=', hashOf(typed))
    .where('expires_at', '>', instantNow(clock))
    .where('disabled_at', 'is', null)
    .executeTakeFirst();

/** Shows a fresh secret for the authenticator. Each look replaces it: what somebody saw before opens nothing. */
export const lookAtInvitation = (
  { foundations: { queries, clock }, authenticators }: OperatorDoor,
  typed: string,
): Promise<
  Result<{ login: string; name: string; otpauthUri: string; secret: string }, 'invitation-invalid'>
> =>
  inTransaction(queries, async (q) => {
    const row = await invited(q, clock, typed);
    if (row === undefined) return err('invitation-invalid');
    const sealed = authenticators.fresh(row.operator_id);
    await q
      .updateTable('operator_invitation')
      .set({ totp_sealed: sealed })
      .where('operator_id', '=', row.operator_id)
      .execute();
    const { login, name } = row;
    return ok({ login, name, ...authenticators.shown(row.operator_id, login, sealed) });
  });

export type AcceptanceTrouble = 'invitation-invalid' | 'password-too-easy' | 'code-wrong' | 'busy';

/** Sets password and authenticator and signs in. The invitation is used up; a wrong code leaves it as it was. */
export async function acceptInvitation(
  door: OperatorDoor,
  asked: { readonly invitation: string; readonly password: string; readonly code: string },
): Promise<Result<{ readonly token: string }, AcceptanceTrouble>> {
  const { foundations, passwords } = door;
  const { queries, clock } = foundations;
  const row = await invited(queries, clock, asked.invitation);
  if (row === undefined || row.totp_sealed === null) return err('invitation-invalid');
  const { operator_id: operatorId, totp_sealed: sealed } = row;
  if (isEasyPassword(asked.password, row.login)) return err('password-too-easy');
  if (door.authenticators.stepOf(operatorId, sealed, asked.code, clock.now()) === null)
    return err('code-wrong');
  const password = await passwords.hash(asked.password);
  if (password === 'busy') return err('busy');

  return inTransaction(queries, async (q) => {
    const used = await q
      .deleteFrom('operator_invitation')
      .where('invitation_hash', '=', hashOf(asked.invitation))
      .where('totp_sealed', '=', sealed)
      .executeTakeFirst();
    if (Number(used.numDeletedRows) !== 1) return err('invitation-invalid');
    await q
      .updateTable('operator')
      .set({ password, totp_sealed: sealed, totp_last_step: 0 })
      .where('operator_id', '=', operatorId)
      .execute();
    await takeCode(q, door, operatorId, sealed, asked.code);
    await endSessionsOf(q, operatorId);
    const act = { operatorId, act: 'invitation-accepted', subject: operatorId, detail: {} };
    await recordAct(q, clock, act);
    return ok({ token: await openSession(q, foundations, operatorId) });
  });
}
