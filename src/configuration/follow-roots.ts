import { calculateJwkThumbprint } from 'jose';
import {
  KEY_ROLES,
  type KeyRole,
  type SignedStatement,
  type TrustRoot,
  trustRoot,
} from '../contracts/configuration/keys.ts';
import type { ConfigurationTrouble } from '../contracts/configuration/poll.ts';
import { err, ok, type Result } from '../result.ts';
import { payloadOfTrusted, readEnvelope, signersOf, verifyStatement } from './verify-statement.ts';

/** A root that is trusted, and the text of its statement. */
export interface TrustedRoot {
  readonly root: TrustRoot;
  readonly statement: string;
}

/** How far a chain of roots could be followed; what was followed counts even where the rest could not be. */
export interface FollowedRoots {
  /** Oldest first; empty: no newer one. */
  readonly followed: readonly TrustedRoot[];
  readonly trouble: ConfigurationTrouble | null;
}

/**
 * A root whose origin is beyond doubt: shipped with the software, or followed before. It must still be signed by
 * itself, so that a damaged file is found.
 */
export async function openRoot(statement: string): Promise<Result<TrustedRoot, ConfigurationTrouble>> {
  const envelope = readEnvelope(statement);
  if (!envelope.ok) return envelope;
  const claimed = trustRoot.safeParse(payloadOfTrusted(envelope.value));
  if (!claimed.success) return err('content-invalid');
  const signed = await verifyStatement(envelope.value, [signersOf(claimed.data, 'root')]);
  if (!signed.ok) return signed;
  return (await keysAreTheirNames(claimed.data))
    ? ok({ root: claimed.data, statement })
    : err('content-invalid');
}

/**
 * Walks from the root that is known to the newest one of the chain: each is the next version, signed by enough root
 * keys of the one before it and of its own. Roots on the way may be over; whether the last one is, `rootStands` says.
 */
export async function followRoots(
  known: TrustedRoot,
  newer: readonly SignedStatement[],
): Promise<FollowedRoots> {
  const followed: TrustedRoot[] = [];
  for (const statement of newer) {
    const next = await nextRoot((followed.at(-1) ?? known).root, statement);
    if (next === null) return { followed, trouble: 'root-not-followed' };
    followed.push({ root: next, statement: JSON.stringify(statement) });
  }
  return { followed, trouble: null };
}

async function nextRoot(before: TrustRoot, statement: SignedStatement): Promise<TrustRoot | null> {
  const byBefore = await verifyStatement(statement, [signersOf(before, 'root')]);
  if (!byBefore.ok) return null;
  const next = trustRoot.safeParse(byBefore.value);
  if (!next.success || next.data.version !== before.version + 1) return null;
  const byItself = await verifyStatement(statement, [signersOf(next.data, 'root')]);
  return byItself.ok && (await keysAreTheirNames(next.data)) ? next.data : null;
}

/** Whether anything new may be trusted under it. `now`: milliseconds since the epoch. */
export const rootStands = ({ expiresAt }: TrustRoot, now: number): boolean => now < Date.parse(expiresAt);

/**
 * Roles of whose keys fewer stayed than have to sign: nothing that was signed before counts any more, so versions may
 * begin anew. It is how offices get over stolen keys that made versions up to the last number (fast-forward).
 */
export function renewedRoles(before: TrustRoot, after: TrustRoot): readonly KeyRole[] {
  return KEY_ROLES.filter((role) => {
    const stayed = before.roles[role].kids.filter((kid) => after.roles[role].kids.includes(kid));
    return stayed.length < after.roles[role].threshold;
  });
}

/** A key goes by its thumbprint, so one key never counts as two. */
async function keysAreTheirNames({ keys }: TrustRoot): Promise<boolean> {
  const names = await Promise.all(keys.map(({ kty, crv, x }) => calculateJwkThumbprint({ kty, crv, x })));
  return names.every((name, at) => name === keys[at]?.kid);
}
