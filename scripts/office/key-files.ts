import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import {
  CompactEncrypt,
  type CryptoKey,
  calculateJwkThumbprint,
  compactDecrypt,
  exportJWK,
  generateKeyPair,
  importJWK,
} from 'jose';
import { z } from 'zod';
import { type SigningKey, signingKey } from '../../src/contracts/configuration/keys.ts';
import { type OfficeKeyFile, officeKeyFile } from '../../src/contracts/console/signing.ts';
import { OfficeError } from './office-error.ts';

/** Rounds of PBKDF2 (OWASP 2023 asks for 210,000 with SHA-512): half a second for each guess of a passphrase. */
const ROUNDS = 600_000;
/** More than this is meant to hang whoever opens the file. */
const MOST_ROUNDS = 5_000_000;
const SHORTEST_PASSPHRASE = 12;

const privateJwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: signingKey.shape.x,
  d: signingKey.shape.x,
});

const secret = (passphrase: string): Uint8Array => new TextEncoder().encode(passphrase);

/** A new Ed25519 key of an office; its private half leaves this function only enciphered under the passphrase. */
export async function newOfficeKey(
  office: string,
  passphrase: string,
  rounds = ROUNDS,
): Promise<OfficeKeyFile> {
  if (passphrase.length < SHORTEST_PASSPHRASE)
    throw new OfficeError(
      'passphrase-short',
      `The passphrase needs ${SHORTEST_PASSPHRASE} characters at least.`,
    );
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const { x = '' } = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x });
  const { d = '' } = await exportJWK(privateKey);
  const sealed = await new CompactEncrypt(secret(JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x, d })))
    .setProtectedHeader({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM' })
    .setKeyManagementParameters({ p2c: rounds })
    .encrypt(secret(passphrase));
  return {
    type: 'yikatong-office-key',
    publicKey: signingKey.parse({ kty: 'OKP', crv: 'Ed25519', x, kid, office }),
    sealed,
  };
}

/** Opens a key for signing; it cannot be taken out again. */
export async function openOfficeKey(file: OfficeKeyFile, passphrase: string): Promise<CryptoKey> {
  const opened = await compactDecrypt(file.sealed, secret(passphrase), {
    keyManagementAlgorithms: ['PBES2-HS512+A256KW'],
    contentEncryptionAlgorithms: ['A256GCM'],
    maxPBES2Count: MOST_ROUNDS,
  }).catch(() => null);
  if (opened === null)
    throw new OfficeError(
      'passphrase-wrong',
      'The passphrase does not open this key, or the file is damaged.',
    );
  const jwk = privateJwk.parse(JSON.parse(new TextDecoder().decode(opened.plaintext)));
  if (jwk.x !== file.publicKey.x)
    throw new OfficeError('key-damaged', 'The two halves of this key do not belong together.');
  const key = await importJWK(jwk, 'EdDSA', { extractable: false });
  if (key instanceof Uint8Array) throw new OfficeError('key-damaged', 'This is no Ed25519 key.');
  return key;
}

/** JSON of a file; a sentence where it is not there or no JSON. */
export function readJson(path: string): unknown {
  if (!existsSync(path)) throw new OfficeError('no-file', `There is no file ${path}.`);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new OfficeError('not-json', `${path} is not JSON.`);
    throw error;
  }
}

export function readKeyFile(path: string): OfficeKeyFile {
  const file = officeKeyFile.safeParse(readJson(path));
  if (!file.success) throw new OfficeError('no-key-file', `${path} is no key file of an office.`);
  return file.data;
}

/** The public half: from a key file, or from the `.public.json` beside it that offices send around. */
export function readPublicKey(path: string): SigningKey {
  const value = readJson(path);
  const file = officeKeyFile.safeParse(value);
  if (file.success) return file.data.publicKey;
  const key = signingKey.safeParse(value);
  if (!key.success) throw new OfficeError('no-public-key', `${path} holds no public key of an office.`);
  return key.data;
}

/** For this account alone, and never over a key that is there. */
export function writeKeyFile(path: string, file: OfficeKeyFile): void {
  if (existsSync(path))
    throw new OfficeError('file-there', `${path} is there already: a key is never overwritten.`);
  writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  writeFileSync(publicFileOf(path), `${JSON.stringify(file.publicKey, null, 2)}\n`);
}

export const publicFileOf = (path: string): string => path.replace(/(\.json)?$/, '.public.json');
