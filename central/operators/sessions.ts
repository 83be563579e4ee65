import type { OperatorRole } from '../../src/contracts/console/roles.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantIn, instantNow } from '../moments.ts';
import { randomToken, sha256 } from '../secrets.ts';
import { rolesOf } from './operator.ts';

/** A desk is left for a coffee; whoever comes by after that finds it closed (15 minutes). */
export const IDLE_SECONDS = 15 * 60;
/** A working day: nobody stays signed in over night, whatever their page asks. */
export const WHOLE_SECONDS = 8 * 60 * 60;
/** `seen_at` is written no more often, so that looking costs no write. */
const SEEN_EVERY_SECONDS = 30;

export interface OperatorSession {
  /** What the table holds of the token. */
  readonly sessionHash: string;
  readonly operatorId: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly OperatorRole[];
  readonly csrf: string;
  readonly seenAt: string;
  readonly endsAt: string;
}

type Door = Pick<Foundations, 'queries' | 'clock' | 'entropy'>;

/** Opens a session. The token is told once, to the browser that signed in; the table has its hash. */
export async function openSession(
  q: Queries,
  { clock, entropy }: Omit<Door, 'queries'>,
  operatorId: string,
): Promise<string> {
  const token = randomToken(entropy);
  const now = instantNow(clock);
  await q.deleteFrom('operator_session').where('expires_at', '<=', now).execute();
  await q.deleteFrom('operator_session').where('seen_at', '<=', instantIn(clock, -IDLE_SECONDS)).execute();
  await q
    .insertInto('operator_session')
    .values({
      session_hash: sha256(token),
      operator_id: operatorId,
      csrf: randomToken(entropy),
      created_at: now,
      seen_at: now,
      expires_at: instantIn(clock, WHOLE_SECONDS),
    })
    .execute();
  return token;
}

/** The session behind a token, or null: unknown, ended, left alone too long, its operator disabled. */
export const sessionOfToken = (door: Omit<Door, 'entropy'>, token: string): Promise<OperatorSession | null> =>
  sessionOfHash(door, sha256(token));

/** The same by what the table holds: for an answer that goes on while the session may end. */
export async function sessionOfHash(
  { queries, clock }: Omit<Door, 'entropy'>,
  sessionHash: string,
): Promise<OperatorSession | null> {
  const row = await queries
    .selectFrom('operator_session')
    .innerJoin('operator', 'operator.operator_id', 'operator_session.operator_id')
    .select([
      'operator.operator_id',
      'operator.login',
      'operator.name',
      'operator.roles',
      'operator_session.csrf',
      'operator_session.seen_at',
      'operator_session.expires_at',
    ])
    .where('session_hash', '=', sessionHash)
    .where('expires_at', '>', instantNow(clock))
    .where('seen_at', '>', instantIn(clock, -IDLE_SECONDS))
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    sessionHash,
    operatorId: row.operator_id,
    login: row.login,
    name: row.name,
    roles: rolesOf(row.roles),
    csrf: row.csrf,
    seenAt: row.seen_at,
    endsAt: row.expires_at,
  };
}

/** Notes that its operator did something. Answers the session as it is from now on. */
export async function touchSession(
  { queries, clock }: Omit<Door, 'entropy'>,
  session: OperatorSession,
): Promise<OperatorSession> {
  if (session.seenAt > instantIn(clock, -SEEN_EVERY_SECONDS)) return session;
  const seenAt = instantNow(clock);
  await queries
    .updateTable('operator_session')
    .set({ seen_at: seenAt })
    .where('session_hash', '=', session.sessionHash)
    .execute();
  return { ...session, seenAt };
}

export async function endSession(q: Queries, sessionHash: string): Promise<void> {
  await q.deleteFrom('operator_session').where('session_hash', '=', sessionHash).execute();
}

/** All of an operator's, or all but the one they are in. */
export async function endSessionsOf(
  q: Queries,
  operatorId: string,
  but: string | null = null,
): Promise<void> {
  const all = q.deleteFrom('operator_session').where('operator_id', '=', operatorId);
  await (but === null ? all : all.where('session_hash', '!=', but)).execute();
}
