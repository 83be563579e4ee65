import { type Assignment, assignment } from '../contracts/configuration/assignment.ts';
import type { SignedStatement, TrustRoot } from '../contracts/configuration/keys.ts';
import type { ConfigurationTrouble } from '../contracts/configuration/poll.ts';
import { err, ok, type Result } from '../result.ts';
import { signersOf, verifyStatement } from './verify-statement.ts';

export interface AssignmentGround {
  readonly root: TrustRoot;
  readonly kioskId: string;
  /** The newest one that was taken in; null: none. */
  readonly newest: {
    readonly version: number;
    /** Milliseconds since the epoch. */
    readonly issuedAt: number;
    readonly statement: string;
  } | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** INV-7: what the director says this kiosk runs, where it is said to this kiosk, now, and not before what was said last. */
export async function checkAssignment(
  statement: SignedStatement,
  { root, kioskId, newest, now }: AssignmentGround,
): Promise<Result<Assignment, ConfigurationTrouble>> {
  const said = await verifyStatement(statement, [signersOf(root, 'director')]);
  if (!said.ok) return said;
  const read = assignment.safeParse(said.value);
  if (!read.success) return err('content-invalid');
  const { documents, ...about } = read.data;
  if (about.kioskId !== kioskId) return err('not-for-this-kiosk');
  const again = newest !== null && newest.statement === JSON.stringify(statement);
  if (newest !== null && !again && about.version <= newest.version) return err('assignment-older');
  // A clock that was set far back must not bring back what is over.
  if (newest !== null && Date.parse(about.issuedAt) < newest.issuedAt) return err('assignment-older');
  if (now >= Date.parse(about.expiresAt)) return err('assignment-expired');
  if (new Set(documents.map(({ kind }) => kind)).size < documents.length) return err('content-invalid');
  return ok(read.data);
}
