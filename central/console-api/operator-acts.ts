import type { Clock } from '../../src/ports/clock.ts';
import type { Queries } from '../database/tables.ts';
import { instantNow } from '../moments.ts';
import { sha256 } from '../secrets.ts';

/** One thing an operator did. `detail`: codes, versions, amounts; nobody's name but operators' ids. */
export interface OperatorAct {
  /** `system` where a gate or the clock did it. */
  readonly operatorId: string;
  /** `release-approved` */
  readonly act: string;
  /** What it was done to: release, rollout, kiosk, reference. */
  readonly subject: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** Records it in the same commit as what it changes; each line carries on the hash of the one before. */
export async function recordAct(queries: Queries, clock: Clock, act: OperatorAct): Promise<void> {
  const last = await queries
    .selectFrom('operator_act')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const line = {
    sequence: (last?.sequence ?? 0) + 1,
    at: instantNow(clock),
    operator_id: act.operatorId,
    act: act.act,
    subject: act.subject,
    detail: JSON.stringify(act.detail),
  };
  await queries
    .insertInto('operator_act')
    .values({ ...line, hash: sha256(`${last?.hash ?? ''}${JSON.stringify(line)}`) })
    .execute();
}
