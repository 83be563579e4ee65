import type { OperatorRole } from '../../src/contracts/console/roles.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { recordAct } from '../console-api/operator-acts.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import { type Invitation, makeInvitation } from './invitations.ts';
import { nextOperatorId, rolesColumn, rolesOf } from './operator.ts';
import { endSessionsOf } from './sessions.ts';

export type AccountTrouble =
  | 'operator-unknown'
  | 'login-taken'
  | 'own-account'
  | 'last-administrator'
  | 'signs-in-elsewhere';

export interface NewOperator {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly OperatorRole[];
  /** As the table keeps it, issuer and subject; null: a local account. */
  readonly oidcSubject: string | null;
}

export interface NewAccount {
  readonly operatorId: string;
  /** null where they sign in at the organisation. */
  readonly invitation: Invitation | null;
}

/** `system` for what is done at the service itself. */
type By = string;

/** What administrators do to the accounts of others; each change with its act in one commit. */
export interface OperatorAccounts {
  invite(by: By, operator: NewOperator): Promise<Result<NewAccount, AccountTrouble>>;
  changeRoles(by: By, id: string, roles: readonly OperatorRole[]): Promise<Result<null, AccountTrouble>>;
  setDisabled(by: By, id: string, disabled: boolean): Promise<Result<null, AccountTrouble>>;
  /** Password and authenticator are void; a new invitation sets both. */
  resetSecondFactor(by: By, id: string): Promise<Result<Invitation, AccountTrouble>>;
  endSessions(by: By, id: string): Promise<Result<null, AccountTrouble>>;
}

export function operatorAccounts(foundations: Foundations): OperatorAccounts {
  const { queries, clock, entropy, changes } = foundations;

  /** One change to somebody else's account: looked up, changed, noted, and their open pages told. */
  async function change<T>(
    {
      by,
      id,
      act,
      detail = {},
    }: { by: By; id: string; act: string; detail?: Record<string, string | boolean> },
    carryOut: (q: Queries) => Promise<Result<T, AccountTrouble>>,
  ): Promise<Result<T, AccountTrouble>> {
    if (by === id) return err('own-account');
    const done = await undoneOnTrouble(queries, async (q) => {
      const known = await q
        .selectFrom('operator')
        .select('operator_id')
        .where('operator_id', '=', id)
        .executeTakeFirst();
      if (known === undefined) return err<AccountTrouble>('operator-unknown');
      const result = await carryOut(q);
      if (result.ok) await recordAct(q, clock, { operatorId: by, act, subject: id, detail });
      return result;
    });
    if (done.ok) await changes.announce({ about: 'console', what: 'access' });
    return done;
  }

  return {
    invite: async (by, { login, name, roles, oidcSubject }) => {
      const made = await inTransaction(queries, async (q) => {
        const taken = await q
          .selectFrom('operator')
          .select('operator_id')
          .where((eb) =>
            eb.or([
              eb('login', '=', login),
              ...(oidcSubject === null ? [] : [eb('oidc_subject', '=', oidcSubject)]),
            ]),
          )
          .executeTakeFirst();
        if (taken !== undefined) return err<AccountTrouble>('login-taken');
        const operatorId = await nextOperatorId(q);
        await q
          .insertInto('operator')
          .values({
            operator_id: operatorId,
            login,
            name,
            roles: rolesColumn(roles),
            password: null,
            totp_sealed: null,
            totp_last_step: 0,
            oidc_subject: oidcSubject,
            created_at: instantNow(clock),
            disabled_at: null,
          })
          .execute();
        const invitation = oidcSubject === null ? await makeInvitation(q, clock, entropy, operatorId) : null;
        const detail = { roles: rolesColumn(roles), organisation: oidcSubject !== null };
        await recordAct(q, clock, { operatorId: by, act: 'operator-invited', subject: operatorId, detail });
        return ok({ operatorId, invitation });
      });
      if (made.ok) await changes.announce({ about: 'console', what: 'access' });
      return made;
    },
    changeRoles: (by, id, roles) =>
      change({ by, id, act: 'operator-roles-changed', detail: { roles: rolesColumn(roles) } }, async (q) => {
        await q
          .updateTable('operator')
          .set({ roles: rolesColumn(roles) })
          .where('operator_id', '=', id)
          .execute();
        await endSessionsOf(q, id);
        return administratorStays(q);
      }),
    setDisabled: (by, id, disabled) =>
      change({ by, id, act: disabled ? 'operator-disabled' : 'operator-enabled' }, async (q) => {
        await q
          .updateTable('operator')
          .set({ disabled_at: disabled ? instantNow(clock) : null })
          .where('operator_id', '=', id)
          .execute();
        await endSessionsOf(q, id);
        return administratorStays(q);
      }),
    resetSecondFactor: (by, id) =>
      change({ by, id, act: 'operator-second-factor-reset' }, async (q) => {
        const reset = await q
          .updateTable('operator')
          .set({ password: null, totp_sealed: null })
          .where('operator_id', '=', id)
          .where('oidc_subject', 'is', null)
          .executeTakeFirst();
        if (Number(reset.numUpdatedRows) !== 1) return err('signs-in-elsewhere');
        await endSessionsOf(q, id);
        const stays = by === 'system' ? ok(null) : await administratorStays(q);
        return stays.ok ? ok(await makeInvitation(q, clock, entropy, id)) : stays;
      }),
    endSessions: (by, id) =>
      change({ by, id, act: 'operator-sessions-ended' }, async (q) => {
        await endSessionsOf(q, id);
        return ok(null);
      }),
  };
}

/** Somebody who can sign in must be able to let others in. Of two who disable each other, the second finds this. */
async function administratorStays(q: Queries): Promise<Result<null, AccountTrouble>> {
  const rows = await q
    .selectFrom('operator')
    .select(['roles', 'totp_sealed', 'oidc_subject'])
    .where('disabled_at', 'is', null)
    .execute();
  const stays = rows.some(
    ({ roles, totp_sealed, oidc_subject }) =>
      (totp_sealed !== null || oidc_subject !== null) && rolesOf(roles).includes('administrator'),
  );
  return stays ? ok(null) : err('last-administrator');
}

/** Carries the trouble out of a transaction that must leave nothing behind. */
class Undone extends Error {
  readonly trouble: AccountTrouble;

  constructor(trouble: AccountTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

async function undoneOnTrouble<T>(
  queries: Queries,
  act: (q: Queries) => Promise<Result<T, AccountTrouble>>,
): Promise<Result<T, AccountTrouble>> {
  try {
    return await inTransaction(queries, async (q) => {
      const result = await act(q);
      if (!result.ok) throw new Undone(result.error);
      return result;
    });
  } catch (error) {
    if (error instanceof Undone) return err(error.trouble);
    throw error;
  }
}
