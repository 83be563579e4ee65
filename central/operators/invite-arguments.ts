import { z } from 'zod';
import { operatorInvitation } from '../../src/contracts/console/access.ts';
import type { OperatorRole } from '../../src/contracts/console/roles.ts';
import { err, ok, type Result } from '../../src/result.ts';

/** Whom `--invite-operator` invites. */
export interface InviteArguments {
  readonly login: string;
  readonly name: string;
  /** null: not given; administrator for a new account, as they are for one that is there. */
  readonly roles: readonly OperatorRole[] | null;
}

const { login: ofLogin, name: ofName, roles: ofRoles } = operatorInvitation.shape;
const invited = z.strictObject({ login: ofLogin, name: ofName, roles: ofRoles.nullable() });

/** Reads `--invite-operator LOGIN --name NAME --roles a,b`; null where nobody is invited. The error is one sentence. */
export function inviteArguments(values: {
  readonly 'invite-operator'?: string;
  readonly name?: string;
  readonly roles?: string;
}): Result<InviteArguments | null, string> {
  const { 'invite-operator': login, name = login, roles } = values;
  if (login === undefined) return ok(null);
  const read = invited.safeParse({
    login,
    name,
    roles: roles?.split(',').map((role) => role.trim()) ?? null,
  });
  if (read.success) return ok(read.data);
  const [field = ''] = read.error.issues[0]?.path ?? [];
  switch (field) {
    case 'login':
      return err('The login has 3 to 40 small letters, digits, dots and dashes, and begins with a letter.');
    case 'roles':
      return err('--roles takes viewer, fleet, editor, approver, signer, money, administrator, with commas.');
    default:
      return err('--name takes the operator’s name, 60 characters at most.');
  }
}
