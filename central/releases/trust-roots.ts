import { followRoots, openRoot, rootStands, type TrustedRoot } from '../../src/configuration/follow-roots.ts';
import { statementText } from '../../src/configuration/sign-statement.ts';
import { KEY_ROLES, type SignedStatement, type TrustRoot } from '../../src/contracts/configuration/keys.ts';
import type { ReleaseRefusal } from '../../src/contracts/console/releases.ts';
import type { TrustState } from '../../src/contracts/console/signing.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { recordAct } from '../console-api/operator-acts.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';

/** The newest root of the chain; null before the first one. A damaged one is a broken database, and throws. */
export async function newestRoot(q: Queries): Promise<TrustedRoot | null> {
  const row = await q
    .selectFrom('trust_root')
    .select('statement')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const opened = await openRoot(row.statement);
  if (!opened.ok) throw new Error(`the newest root of trust cannot be read: ${opened.error}`);
  return opened.value;
}

/** The root under which something may be signed today. */
export async function standingRoot(q: Queries, now: number): Promise<Result<TrustRoot, ReleaseRefusal>> {
  const newest = await newestRoot(q);
  if (newest === null) return err('no-root');
  return rootStands(newest.root, now) ? ok(newest.root) : err('root-over');
}

/**
 * Takes in the next root: signed by enough root keys of the present one and of its own. The first one comes with the
 * service's start, as every kiosk has it from its installation.
 */
export async function addRoot(
  { queries, clock, changes }: Foundations,
  operatorId: string,
  statement: SignedStatement,
): Promise<Result<TrustRoot, ReleaseRefusal>> {
  const added = await inTransaction(queries, async (q): Promise<Result<TrustRoot, ReleaseRefusal>> => {
    const newest = await newestRoot(q);
    if (newest === null) return err('no-root');
    const { followed } = await followRoots(newest, [statement]);
    const next = followed[0];
    if (next === undefined) return err('root-not-followed');
    // Whoever adds a root that is over already would stop everything.
    if (!rootStands(next.root, clock.now())) return err('root-over');
    const { version } = next.root;
    await q
      .insertInto('trust_root')
      .values({ version, statement: statementText(statement), added_at: instantNow(clock) })
      .execute();
    await recordAct(q, clock, { operatorId, act: 'trust-root-added', subject: null, detail: { version } });
    return ok(next.root);
  });
  if (added.ok) {
    await changes.announce({ about: 'every-kiosk' });
    await changes.announce({ about: 'console', what: 'releases' });
  }
  return added;
}

/** Who may sign what, for the console. */
export function shownRoot(root: TrustRoot, now: number): NonNullable<TrustState['root']> {
  const offices = new Map(root.keys.map(({ kid, office }) => [kid, office]));
  return {
    version: root.version,
    issuedAt: root.issuedAt,
    expiresAt: root.expiresAt,
    over: !rootStands(root, now),
    roles: KEY_ROLES.map((role) => ({
      role,
      threshold: root.roles[role].threshold,
      keys: root.roles[role].kids.map((kid) => ({ kid, office: offices.get(kid) ?? '' })),
    })),
  };
}
