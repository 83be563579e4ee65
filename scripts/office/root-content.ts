import {
  KEY_ROLES,
  type KeyRole,
  type SigningKey,
  type TrustRoot,
  trustRoot,
} from '../../src/contracts/configuration/keys.ts';
import { OfficeError } from './office-error.ts';

/** Keys of a role, and how many of them must sign; null: as before, or what the role asks for. */
export interface RoleKeys {
  readonly keys: readonly SigningKey[];
  readonly threshold: number | null;
}

/** Nobody alone decides what a policy is, or who may sign. */
const THRESHOLDS: Readonly<Record<KeyRole, number>> = {
  root: 2,
  policy: 2,
  configuration: 1,
  director: 1,
  certificates: 1,
};

const thresholdOf = (role: KeyRole, { keys, threshold }: RoleKeys): number =>
  threshold ?? Math.min(THRESHOLDS[role], keys.length);

/** The first root: every role has its keys. */
export function firstRoot(
  roles: Readonly<Record<KeyRole, RoleKeys>>,
  days: { readonly issuedAt: string; readonly expiresAt: string },
): TrustRoot {
  return checked({ type: 'yikatong-root', version: 1, ...days, ...named(roles) });
}

/** The next root: roles that are not given stay as they were, and others keep how many must sign. */
export function nextRoot(
  before: TrustRoot,
  changed: Readonly<Partial<Record<KeyRole, RoleKeys>>>,
  days: { readonly issuedAt: string; readonly expiresAt: string },
): TrustRoot {
  const roleOf = (role: KeyRole): RoleKeys => {
    const { kids, threshold } = before.roles[role];
    const next = changed[role];
    if (next === undefined) return { keys: before.keys.filter(({ kid }) => kids.includes(kid)), threshold };
    return { keys: next.keys, threshold: next.threshold ?? threshold };
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
    threshold: thresholdOf(role, roles[role]),
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
