import { type CryptoKey, compactDecrypt, importJWK } from 'jose';
import { z } from 'zod';
import type { SigningKey } from '../../../src/contracts/configuration/keys.ts';
import { officeKeyFile } from '../../../src/contracts/console/signing.ts';
import { err, ok, type Result } from '../../../src/result.ts';

/** An office's key, open for as long as the page keeps it. It cannot be taken out again. */
export interface OpenOfficeKey {
  readonly publicKey: SigningKey;
  readonly key: CryptoKey;
}

/** A slow derivation is what makes a passphrase worth something; more than this is meant to hang the page. */
const MOST_ROUNDS = 5_000_000;

const privateKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  d: z.string(),
});

/** JSON text, or nothing. */
function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Opens a key file in this browser. Nothing of it is sent anywhere. */
export async function openOfficeKey(
  fileText: string,
  passphrase: string,
): Promise<Result<OpenOfficeKey, 'not-a-key' | 'wrong-passphrase'>> {
  const file = officeKeyFile.safeParse(read(fileText));
  if (!file.success) return err('not-a-key');
  const { publicKey, sealed } = file.data;
  const plain = await compactDecrypt(sealed, new TextEncoder().encode(passphrase), {
    keyManagementAlgorithms: ['PBES2-HS512+A256KW'],
    contentEncryptionAlgorithms: ['A256GCM'],
    maxPBES2Count: MOST_ROUNDS,
  }).catch(() => null);
  if (plain === null) return err('wrong-passphrase');
  const jwk = privateKey.safeParse(read(new TextDecoder().decode(plain.plaintext)));
  if (!jwk.success || jwk.data.x !== publicKey.x) return err('not-a-key');
  const key = await importJWK(jwk.data, 'EdDSA', { extractable: false });
  return key instanceof Uint8Array ? err('not-a-key') : ok({ publicKey, key });
}
