import type { OperatorRow } from '../../src/contracts/console/access.ts';
import type { Foundations } from '../foundations.ts';
import { instantIn, instantNow } from '../moments.ts';
import { rolesOf } from './operator.ts';
import { IDLE_SECONDS } from './sessions.ts';

/** Everybody with an account, and who of them is signed in now. */
export async function listOperators({
  queries,
  clock,
}: Pick<Foundations, 'queries' | 'clock'>): Promise<readonly OperatorRow[]> {
  const operators = await queries.selectFrom('operator').selectAll().orderBy('operator_id').execute();
  const open = await queries
    .selectFrom('operator_session')
    .select(['operator_id', 'seen_at'])
    .where('expires_at', '>', instantNow(clock))
    .where('seen_at', '>', instantIn(clock, -IDLE_SECONDS))
    .orderBy('seen_at')
    .execute();
  return operators.map((row) => {
    const sessions = open.filter(({ operator_id }) => operator_id === row.operator_id);
    const organisation = row.oidc_subject !== null;
    const invited = !organisation && row.totp_sealed === null;
    return {
      operatorId: row.operator_id,
      login: row.login,
      name: row.name,
      roles: [...rolesOf(row.roles)],
      state: row.disabled_at !== null ? 'disabled' : invited ? 'invited' : 'active',
      organisation,
      createdAt: row.created_at,
      seenAt: sessions.at(-1)?.seen_at ?? null,
      sessions: sessions.length,
    };
  });
}
