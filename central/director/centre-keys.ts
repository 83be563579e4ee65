import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type SigningKey, signingKey } from '../../src/contracts/configuration/keys.ts';
import { writeOnce } from '../write-once.ts';

/** One of the keys the centre holds itself, on line. */
export interface CentreKey {
  readonly publicKey: SigningKey;
  /** Ed25519 over UTF-8 text, base64url. At once and in this thread: a signature takes less than handing it over. */
  sign(text: string): string;
}

/** What the centre signs with: it says which kiosk runs what, and vouches for kiosks' keys. It signs no document. */
export interface CentreKeys {
  readonly director: CentreKey;
  readonly certificates: CentreKey;
}

/** Whose they are, as operators read it in the root. */
const OFFICES = { director: '中心（派发）', certificates: '中心（终端证书）' } as const;

const privateKeyFile = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: signingKey.shape.x,
  d: signingKey.shape.x,
});

/**
 * Opens the centre's own keys beside `service.key`, or makes them, once. Several processes over one database need the
 * same two files: what one signs the others hand out.
 */
export function openCentreKeys(dataDirectory: string): CentreKeys {
  const open = (role: keyof CentreKeys): CentreKey => {
    const path = join(dataDirectory, `${role}.key.json`);
    const { privateKey } = generateKeyPairSync('ed25519');
    writeOnce(path, Buffer.from(`${JSON.stringify(privateKey.export({ format: 'jwk' }))}\n`));
    const jwk = privateKeyFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (!jwk.success) {
      throw new Error(`${path} is damaged: restore it from a backup, or have the offices sign a new root.`);
    }
    return centreKey(createPrivateKey({ key: jwk.data, format: 'jwk' }), OFFICES[role]);
  };
  return { director: open('director'), certificates: open('certificates') };
}

export function centreKey(privateKey: KeyObject, office: string): CentreKey {
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return {
    publicKey: { kty: 'OKP', crv: 'Ed25519', x, kid: keyIdOf(x), office },
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  };
}

/** The public halves, which the offices name in the root. */
export const publicCentreKeys = (keys: CentreKeys): Readonly<Record<keyof CentreKeys, SigningKey>> => ({
  director: keys.director.publicKey,
  certificates: keys.certificates.publicKey,
});

/** RFC 7638 over RFC 8037: thumbprint of an Ed25519 public key. */
const keyIdOf = (x: string): string =>
  createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url');
