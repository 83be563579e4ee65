import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRoot } from '../../src/configuration/follow-roots.ts';
import {
  payloadOf,
  type StatementSignature,
  signPayload,
  statementOf,
  statementText,
} from '../../src/configuration/sign-statement.ts';
import type { SigningKey, TrustRoot } from '../../src/contracts/configuration/keys.ts';
import type { OfficeKeyFile } from '../../src/contracts/console/signing.ts';
import { newOfficeKey, openOfficeKey, publicFileOf, readKeyFile, writeKeyFile } from '../office/key-files.ts';
import { firstRoot } from '../office/root-content.ts';

/** Opens every key of the made-up offices: they sign nothing that any real kiosk takes in. */
export const DEV_OFFICE_PASSPHRASE = 'development-only';
/** A real office's key takes half a second to open; these are opened in every test. */
const DEV_ROUNDS = 10_000;
/** Ten years: nobody rotates what protects nothing. */
const LASTS_MS = 10 * 365 * 24 * 60 * 60 * 1000;

const OFFICES = {
  'root-1': '厅领导',
  'root-2': '信息中心主任',
  'root-3': '纪检监察',
  'office-1': '省社保卡中心',
  'office-2': '省人社厅基金处',
  'office-3': '省信息中心',
  configuration: '运维中心',
} as const;
export type DevOfficeName = keyof typeof OFFICES;
const NAMES = Object.keys(OFFICES) as DevOfficeName[];

export interface DevOffices {
  /** Root v1, for kiosks and the centre: the text of its statement. */
  readonly root: string;
  readonly rootFile: string;
  /** File of an office's key, opened with `DEV_OFFICE_PASSPHRASE`. */
  keyFile(name: DevOfficeName): string;
  publicKey(name: DevOfficeName): SigningKey;
  sign(name: DevOfficeName, payload: string): Promise<StatementSignature>;
}

/**
 * The offices of a made-up province: made once in a folder, and found there again. `centre`: public halves of the keys
 * that the centre holds itself; where those are others, everything is made anew. `now`: milliseconds since the epoch.
 */
export async function devOffices(
  folder: string,
  centre: { readonly director: SigningKey; readonly certificates: SigningKey },
  now: number = Date.now(),
): Promise<DevOffices> {
  const keyFile = (name: DevOfficeName): string => join(folder, `${name}.json`);
  const rootFile = join(folder, 'first-root.json');
  const root = (await rootThatNames(rootFile, centre)) ?? (await makeOffices(folder, keyFile, centre, now));
  writeFileSync(rootFile, `${root}\n`);
  const files = new Map(
    NAMES.map((name): [DevOfficeName, OfficeKeyFile] => [name, readKeyFile(keyFile(name))]),
  );
  const fileOf = (name: DevOfficeName): OfficeKeyFile => files.get(name) ?? readKeyFile(keyFile(name));
  return {
    root,
    rootFile,
    keyFile,
    publicKey: (name) => fileOf(name).publicKey,
    sign: async (name, payload) => {
      const file = fileOf(name);
      return signPayload(payload, await openOfficeKey(file, DEV_OFFICE_PASSPHRASE), file.publicKey.kid);
    },
  };
}

/** The root of an earlier start, if it names the centre's present keys. */
async function rootThatNames(
  rootFile: string,
  centre: { readonly director: SigningKey; readonly certificates: SigningKey },
): Promise<string | null> {
  if (!existsSync(rootFile)) return null;
  const text = readFileSync(rootFile, 'utf8').trim();
  const opened = await openRoot(text);
  if (!opened.ok) return null;
  const { director, certificates } = opened.value.root.roles;
  const names =
    director.kids.includes(centre.director.kid) && certificates.kids.includes(centre.certificates.kid);
  return names ? text : null;
}

async function makeOffices(
  folder: string,
  keyFile: (name: DevOfficeName) => string,
  centre: { readonly director: SigningKey; readonly certificates: SigningKey },
  now: number,
): Promise<string> {
  for (const name of NAMES) {
    for (const path of [keyFile(name), publicFileOf(keyFile(name))]) rmSync(path, { force: true });
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = new Map<DevOfficeName, OfficeKeyFile>();
  for (const name of NAMES) {
    const file = await newOfficeKey(OFFICES[name], DEV_OFFICE_PASSPHRASE, DEV_ROUNDS);
    writeKeyFile(keyFile(name), file);
    files.set(name, file);
  }
  const keysOf = (...names: readonly DevOfficeName[]): SigningKey[] =>
    names.flatMap((name) => files.get(name)?.publicKey ?? []);
  const root: TrustRoot = firstRoot(
    {
      root: { keys: keysOf('root-1', 'root-2', 'root-3'), threshold: 2 },
      policy: { keys: keysOf('office-1', 'office-2', 'office-3'), threshold: 2 },
      configuration: { keys: keysOf('configuration'), threshold: 1 },
      director: { keys: [centre.director], threshold: 1 },
      certificates: { keys: [centre.certificates], threshold: 1 },
    },
    {
      issuedAt: new Date(now).toISOString(),
      expiresAt: new Date(now + LASTS_MS).toISOString(),
    },
  );
  const payload = payloadOf(root);
  const signatures: StatementSignature[] = [];
  for (const name of ['root-1', 'root-2'] as const) {
    const file = files.get(name);
    if (file) {
      const key = await openOfficeKey(file, DEV_OFFICE_PASSPHRASE);
      signatures.push(await signPayload(payload, key, file.publicKey.kid));
    }
  }
  return statementText(statementOf(payload, signatures));
}
