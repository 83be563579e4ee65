import { ok, type Result } from '../../src/result.ts';
import { recordAct } from '../console-api/operator-acts.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Foundations } from '../foundations.ts';
import type { OperatorAccounts } from './accounts.ts';
import { type AccountTrouble, type NewAccount, type NewOperator, operatorAccounts } from './accounts.ts';
import { authenticators } from './authenticator.ts';
import { makeInvitation } from './invitations.ts';
import { passwordsInWorker } from './passwords.ts';
import type { OperatorDoor } from './sign-in.ts';
import { signInLimits } from './sign-in-limits.ts';

/** Everything about the people at the desk. */
export interface Operators {
  readonly door: OperatorDoor;
  readonly accounts: OperatorAccounts;
  /**
   * From the service's own shell, which has the database anyway: the first administrator, and whoever lost their
   * authenticator when no administrator is left. An account that is there already gets a new invitation.
   */
  inviteAtService(operator: Omit<NewOperator, 'oidcSubject'>): Promise<Result<NewAccount, AccountTrouble>>;
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
    inviteAtService: async (operator) => {
      const { queries, clock, entropy } = foundations;
      const known = await queries
        .selectFrom('operator')
        .select('operator_id')
        .where('login', '=', operator.login)
        .where('oidc_subject', 'is', null)
        .executeTakeFirst();
      if (known === undefined) return accounts.invite('system', { ...operator, oidcSubject: null });
      const operatorId = known.operator_id;
      const invitation = await inTransaction(queries, async (q) => {
        const act = { operatorId: 'system', act: 'operator-invited-again', subject: operatorId, detail: {} };
        await recordAct(q, clock, act);
        return makeInvitation(q, clock, entropy, operatorId);
      });
      return ok({ operatorId, invitation });
    },
    close: () => passwords.close(),
  };
}
