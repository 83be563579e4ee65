import {
  KEY_ROLES,
  type KeyRole,
  type SigningKey,
  type TrustRoot,
  trustRoot,
} from '../../src/contracts/configuration/keys.ts';
import { OfficeError } from './office-error.ts';

/** Keys of a role, and how many of them must sign; null: so many as its number asks for. */
export interface RoleKeys {
  readonly keys: readonly SigningKey[];
  readonly threshold: number | null;
}

/** Two of three or more, otherwise one. */
const thresholdOf = ({ keys, threshold }: RoleKeys): number => threshold ?? (keys.length >= 3 ? 2 : 1);

/** The first root: every role has its keys. */
export function firstRoot(
  roles: Readonly<Record<KeyRole, RoleKeys>>,
  days: { readonly issuedAt: string; readonly expiresAt: string },
): TrustRoot {
  return checked({ type: 'yikatong-root', version: 1, ...days, ...named(roles) });
}

/** The next root: roles that are not given stay as they were. */
export function nextRoot(
  before: TrustRoot,
  changed: Readonly<Partial<Record<KeyRole, RoleKeys>>>,
  days: { readonly issuedAt: string; readonly expiresAt: string },
): TrustRoot {
  const roleOf = (role: KeyRole): RoleKeys => {
    const { kids, threshold } = before.roles[role];
    return changed[role] ?? { keys: before.keys.filter(({ kid }) => kids.includes(kid)), threshold };
  };
  const roles = {
    root: roleOf('root'),
    policy: roleOf('policy'),
    configuration: roleOf('configuration'),
    director: roleOf('director'),
    certificates: roleOf('certificates'),
  };
  return checked({ type: 'yikatong-root', version: before.version + 1, ...days, ...named(roles) });
}

function named(roles: Readonly<Record<KeyRole, RoleKeys>>): Pick<TrustRoot, 'keys' | 'roles'> {
  const keys = new Map(KEY_ROLES.flatMap((role) => roles[role].keys).map((key) => [key.kid, key]));
  const roleOf = (role: KeyRole) => ({
    kids: roles[role].keys.map(({ kid }) => kid),
    threshold: thresholdOf(roles[role]),
  });
  return {
    keys: [...keys.values()],
    roles: {
      root: roleOf('root'),
      policy: roleOf('policy'),
      configuration: roleOf('configuration'),
      director: roleOf('director'),
      certificates: roleOf('certificates'),
    },
  };
}

function checked(root: TrustRoot): TrustRoot {
  const parsed = trustRoot.safeParse(root);
  if (parsed.success) return parsed.data;
  throw new OfficeError('root-wrong', parsed.error.issues.map(({ message }) => message).join('; '));
}
