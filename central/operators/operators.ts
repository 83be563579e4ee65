import { ok, type Result } from '../../src/result.ts';
import { recordAct } from '../console-api/operator-acts.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Foundations } from '../foundations.ts';
import type { OperatorAccounts } from './accounts.ts';
import { type AccountTrouble, type NewAccount, operatorAccounts } from './accounts.ts';
import { authenticators } from './authenticator.ts';
import { makeInvitation } from './invitations.ts';
import type { InviteArguments } from './invite-arguments.ts';
import { rolesColumn } from './operator.ts';
import { passwordsInWorker } from './passwords.ts';
import { endSessionsOf } from './sessions.ts';
import type { OperatorDoor } from './sign-in.ts';
import { signInLimits } from './sign-in-limits.ts';

/** Everything about the people at the desk. */
export interface Operators {
  readonly door: OperatorDoor;
  readonly accounts: OperatorAccounts;
  /**
   * From the service's own shell, which has the database anyway: the first administrator, and whoever lost their
   * authenticator when no administrator is left. An account that is there already is opened again and gets a new
   * invitation; its password stays good until that is accepted.
   */
  inviteAtService(operator: InviteArguments): Promise<Result<NewAccount, AccountTrouble>>;
  close(): Promise<void>;
}

export function operatorsOf(foundations: Foundations, serviceKey: Uint8Array): Operators {
  const passwords = passwordsInWorker(foundations.entropy);
  const accounts = operatorAccounts(foundations);
  return {
    door: {
      foundations,
      passwords,
      authenticators: authenticators(serviceKey, foundations.entropy),
      limits: signInLimits(foundations),
    },
    accounts,
    inviteAtService: async ({ login, name, roles }) => {
      const { queries, clock, entropy, changes } = foundations;
      const known = await queries
        .selectFrom('operator')
        .select(['operator_id', 'roles'])
        .where('login', '=', login)
        .where('oidc_subject', 'is', null)
        .executeTakeFirst();
      if (known === undefined)
        return accounts.invite('system', {
          login,
          name,
          roles: roles ?? ['administrator'],
          oidcSubject: null,
        });
      const operatorId = known.operator_id;
      const kept = roles === null ? known.roles : rolesColumn(roles);
      const invitation = await inTransaction(queries, async (q) => {
        await q
          .updateTable('operator')
          .set({ roles: kept, disabled_at: null })
          .where('operator_id', '=', operatorId)
          .execute();
        await endSessionsOf(q, operatorId);
        const detail = { roles: kept };
        await recordAct(q, clock, {
          operatorId: 'system',
          act: 'operator-invited-again',
          subject: operatorId,
          detail,
        });
        return makeInvitation(q, clock, entropy, operatorId);
      });
      await changes.announce({ about: 'console', what: 'access' });
      return ok({ operatorId, invitation });
    },
    close: () => passwords.close(),
  };
}
