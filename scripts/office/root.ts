import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { followRoots, openRoot } from '../../src/configuration/follow-roots.ts';
import { kidOf, payloadOf } from '../../src/configuration/sign-statement.ts';
import {
  type KeyRole,
  signedStatement,
  signingKey,
  type TrustRoot,
} from '../../src/contracts/configuration/keys.ts';
import { readJson, readPublicKey } from './key-files.ts';
import { OfficeError } from './office-error.ts';
import { firstRoot, nextRoot, type RoleKeys } from './root-content.ts';
import { readToSign } from './statement-file.ts';

const USAGE = `root --first --root-keys A,B,C --policy-keys D,E,F --configuration-keys G --centre FILE --out FILE
root --next PRESENT [--root-keys …] [--policy-keys …] [--configuration-keys …] [--centre FILE] --out FILE
root --check FILE [--after PRESENT]
  A, B …: public key files. FILE of --centre: what the centre prints of its own keys.
  [--root-threshold 2] [--policy-threshold 2] [--configuration-threshold 1] [--years 2]`;

const OPTIONS = {
  first: { type: 'boolean', default: false },
  next: { type: 'string' },
  check: { type: 'string' },
  after: { type: 'string' },
  'root-keys': { type: 'string' },
  'policy-keys': { type: 'string' },
  'configuration-keys': { type: 'string' },
  'root-threshold': { type: 'string' },
  'policy-threshold': { type: 'string' },
  'configuration-threshold': { type: 'string' },
  centre: { type: 'string' },
  years: { type: 'string', default: '2' },
  out: { type: 'string' },
} as const;
type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

const centreKeys = z.object({ director: signingKey, certificates: signingKey });
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** Makes a root for the root keys to sign, or says whether one is complete. */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args, options: OPTIONS });
  if (values.check !== undefined) return check(values.check, values.after);
  if (values.out === undefined || values.first === (values.next !== undefined))
    throw new OfficeError('usage', USAGE);
  const now = Date.now();
  const issuedAt = new Date(now).toISOString();
  const days = { issuedAt, expiresAt: new Date(now + Number(values.years) * YEAR_MS).toISOString() };
  const given = rolesOf(values);
  const root = values.next === undefined ? firstOf(given, days) : nextRoot(rootIn(values.next), given, days);
  writeFileSync(values.out, `${JSON.stringify({ payload: payloadOf(root), signatures: [] })}\n`, {
    flag: 'wx',
  });
  return { version: root.version, expiresAt: root.expiresAt, file: values.out, signatures: 0 };
}

function rolesOf(values: Values): Partial<Record<KeyRole, RoleKeys>> {
  const roles: Partial<Record<KeyRole, RoleKeys>> = {};
  for (const role of ['root', 'policy', 'configuration'] as const) {
    const files = values[`${role}-keys`];
    const threshold = values[`${role}-threshold`];
    if (files === undefined) continue;
    const keys = files.split(',').map(readPublicKey);
    roles[role] = { keys, threshold: threshold === undefined ? null : Number(threshold) };
  }
  if (values.centre !== undefined) {
    const centre = centreKeys.safeParse(readJson(values.centre));
    if (!centre.success)
      throw new OfficeError('no-centre-keys', `${values.centre} holds no keys of the centre.`);
    roles.director = { keys: [centre.data.director], threshold: 1 };
    roles.certificates = { keys: [centre.data.certificates], threshold: 1 };
  }
  return roles;
}

function firstOf(
  { root, policy, configuration, director, certificates }: Partial<Record<KeyRole, RoleKeys>>,
  days: { readonly issuedAt: string; readonly expiresAt: string },
): TrustRoot {
  if (!root || !policy || !configuration || !director || !certificates) throw new OfficeError('usage', USAGE);
  return firstRoot({ root, policy, configuration, director, certificates }, days);
}

function rootIn(path: string): TrustRoot {
  const read = readToSign(readFileSync(path, 'utf8'));
  if (read.what !== 'root') throw new OfficeError('no-root', `${path} is no root.`);
  return read.root;
}

/** Whether enough root keys have signed; after a present root: of both. */
async function check(path: string, after: string | undefined): Promise<Record<string, unknown>> {
  const text = readFileSync(path, 'utf8').trim();
  const read = readToSign(text);
  if (read.what !== 'root') throw new OfficeError('no-root', `${path} is no root.`);
  const offices = new Map(read.root.keys.map(({ kid, office }) => [kid, office]));
  const signedBy = read.signatures.map((one) => offices.get(kidOf(one) ?? '') ?? kidOf(one));
  const complete =
    after === undefined ? (await openRoot(text)).ok : await follows(readFileSync(after, 'utf8').trim(), text);
  return { version: read.root.version, expiresAt: read.root.expiresAt, signedBy, complete };
}

async function follows(before: string, next: string): Promise<boolean> {
  const present = await openRoot(before);
  const statement = signedStatement.safeParse(JSON.parse(next));
  if (!present.ok || !statement.success) return false;
  return (await followRoots(present.value, [statement.data])).followed.length === 1;
}
