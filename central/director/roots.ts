import {
  type SignedStatement,
  signedStatement,
  type TrustRoot,
  trustRoot,
} from '../../src/contracts/configuration/keys.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { Queries } from '../database/tables.ts';
import { instantNow } from '../moments.ts';

/** Roots in one answer (src/contracts/configuration/poll.ts). */
const MOST_ROOTS = 10;

/**
 * What a root statement says. Its signatures are not looked at: the first root is the one that this service was started
 * with, and every kiosk checks the chain for itself.
 */
export function readRoot(statement: string): Result<TrustRoot, 'no-root-statement'> {
  try {
    const { payload } = signedStatement.parse(JSON.parse(statement));
    return ok(trustRoot.parse(JSON.parse(Buffer.from(payload, 'base64url').toString())));
  } catch {
    // Not JSON, not the agreed form: whichever it is, it is no root.
    return err('no-root-statement');
  }
}

/** Keeps the root a service is started with; one that is there already stays as it is. */
export async function keepFirstRoot(q: Queries, clock: Clock, statement: string): Promise<void> {
  const root = readRoot(statement);
  if (!root.ok) throw new Error('the first root is no root statement');
  await q
    .insertInto('trust_root')
    .values({ version: root.value.version, statement, added_at: instantNow(clock) })
    .onConflict((conflict) => conflict.column('version').doNothing())
    .execute();
}

/** Roots after the one a kiosk has, oldest first. */
export async function rootsAfter(q: Queries, version: number): Promise<SignedStatement[]> {
  const rows = await q
    .selectFrom('trust_root')
    .select('statement')
    .where('version', '>', version)
    .orderBy('version')
    .limit(MOST_ROOTS)
    .execute();
  return rows.map(({ statement }) => signedStatement.parse(JSON.parse(statement)));
}
