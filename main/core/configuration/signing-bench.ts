import { createHash } from 'node:crypto';
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import {
  payloadOf,
  signPayload,
  statementOf,
  statementText,
} from '../../../src/configuration/sign-statement.ts';
import {
  type DocumentContent,
  type DocumentHeader,
  type DocumentKind,
  ROLE_OF_KIND,
} from '../../../src/contracts/configuration/document.ts';
import {
  KEY_ROLES,
  type KeyRole,
  type SigningKey,
  signingKey,
} from '../../../src/contracts/configuration/keys.ts';
import type { StoredDocument } from '../store/configuration-document-store.ts';

interface OfficeKey {
  readonly key: CryptoKey;
  readonly named: SigningKey;
}

async function officeKey(office: string): Promise<OfficeKey> {
  const { privateKey, publicKey } = await generateKeyPair('Ed25519', { extractable: true });
  const { kty, crv, x } = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint({ kty, crv, x } as never);
  return { key: privateKey, named: signingKey.parse({ kty, crv, x, kid, office }) };
}

const DAY = (offset: number) => new Date(Date.UTC(2026, 10, 22 + offset)).toISOString();

/** Offices that sign: three for packs, one for everything else; the tests' own. */
export class SigningBench {
  readonly #keys: Readonly<Record<KeyRole, readonly OfficeKey[]>>;
  /** Text of the root's statement. */
  readonly root: string;

  constructor(keys: Readonly<Record<KeyRole, readonly OfficeKey[]>>, root: string) {
    this.#keys = keys;
    this.root = root;
  }

  static async open(): Promise<SigningBench> {
    const make = (role: KeyRole, count: number) =>
      Promise.all(Array.from({ length: count }, (_, at) => officeKey(`${role} ${at + 1}`)));
    const keys = {
      root: await make('root', 1),
      policy: await make('policy', 3),
      configuration: await make('configuration', 1),
      director: await make('director', 1),
      certificates: await make('certificates', 1),
    };
    const roles = Object.fromEntries(
      KEY_ROLES.map((role) => [
        role,
        { kids: keys[role].map(({ named }) => named.kid), threshold: role === 'policy' ? 2 : 1 },
      ]),
    );
    const root = {
      type: 'yikatong-root',
      version: 1,
      issuedAt: DAY(-30),
      expiresAt: DAY(365),
      keys: KEY_ROLES.flatMap((role) => keys[role].map(({ named }) => named)),
      roles,
    };
    return new SigningBench(keys, await signed(root, keys.root));
  }

  /** A document as the kiosk keeps it once it was checked. */
  async document<K extends DocumentKind>(
    kind: K,
    version: number,
    content: DocumentContent<K>,
    header: Partial<DocumentHeader> = {},
  ): Promise<StoredDocument> {
    const line = header.line ?? 'hainan';
    const said = {
      type: 'yikatong-document',
      kind,
      line,
      version,
      issuedAt: DAY(-1),
      effectiveFrom: DAY(-1),
      expiresAt: DAY(90),
      regions: null,
      models: null,
      release: `R-${version}`,
      reason: 'a test',
      ...header,
      content,
    };
    const text = await signed(said, this.#keys[ROLE_OF_KIND[kind]].slice(0, 2));
    const sha256 = createHash('sha256').update(text).digest('hex');
    return { named: { kind, line, version, sha256, length: text.length }, rootVersion: 1, text };
  }
}

async function signed(said: object, keys: readonly OfficeKey[]): Promise<string> {
  const payload = payloadOf(said);
  const signatures = await Promise.all(keys.map(({ key, named }) => signPayload(payload, key, named.kid)));
  return statementText(statementOf(payload, signatures));
}
