import { base64url, calculateJwkThumbprint } from 'jose';
import type { AssignedDocument, Assignment } from '../../contracts/configuration/assignment.ts';
import type { DocumentKind, DocumentPayload } from '../../contracts/configuration/document.ts';
import {
  type KeyRole,
  type SignedStatement,
  type SigningKey,
  STATEMENT_TYPE,
  type TrustRoot,
} from '../../contracts/configuration/keys.ts';
import { sha256Hex } from '../check-document.ts';

/** A key with its private half, as an office keeps it. */
export interface OfficeKey {
  readonly key: SigningKey;
  readonly privateKey: CryptoKey;
}
export type OfficeKeys = Readonly<Record<KeyRole, readonly OfficeKey[]>>;
export interface NamedDocument {
  readonly text: string;
  readonly named: AssignedDocument;
}

const THRESHOLDS: Readonly<Record<KeyRole, number>> = {
  root: 2,
  policy: 2,
  configuration: 1,
  director: 1,
  certificates: 1,
};
const FROM = '2026-01-01T00:00:00Z';
const UNTIL = '2027-01-01T00:00:00Z';

export async function newKey(office: string): Promise<OfficeKey> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('no key pair was made');
  const { x = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const jwk = { kty: 'OKP', crv: 'Ed25519', x } as const;
  return { key: { ...jwk, kid: await calculateJwkThumbprint(jwk), office }, privateKey: pair.privateKey };
}

/** As many keys of each role as offices have: three for root and policy, one for the others. */
export async function newOfficeKeys(): Promise<OfficeKeys> {
  const some = (role: KeyRole, count: number) =>
    Promise.all(Array.from({ length: count }, (_, at) => newKey(`${role} ${at + 1}`)));
  return {
    root: await some('root', 3),
    policy: await some('policy', 3),
    configuration: await some('configuration', 1),
    director: await some('director', 1),
    certificates: await some('certificates', 1),
  };
}

/** Any value as a signed statement, by whoever wants to sign it. */
export async function signed(value: unknown, signers: readonly OfficeKey[]): Promise<SignedStatement> {
  const encode = (text: string) => base64url.encode(new TextEncoder().encode(text));
  const payload = encode(JSON.stringify(value));
  const signatures = await Promise.all(
    signers.map(async ({ key, privateKey }) => {
      const header = encode(JSON.stringify({ alg: 'EdDSA', kid: key.kid, typ: STATEMENT_TYPE }));
      const bytes = new TextEncoder().encode(`${header}.${payload}`);
      const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, bytes));
      return { protected: header, signature: base64url.encode(signature) };
    }),
  );
  return { payload, signatures };
}

export function rootOf(keys: OfficeKeys, version: number, own: Partial<TrustRoot> = {}): TrustRoot {
  const role = (name: KeyRole) => ({
    kids: keys[name].map(({ key }) => key.kid),
    threshold: THRESHOLDS[name],
  });
  const all = Object.values(keys).flatMap((list: readonly OfficeKey[]) => list.map(({ key }) => key));
  return {
    type: 'yikatong-root',
    version,
    issuedAt: FROM,
    expiresAt: UNTIL,
    keys: [...new Map(all.map((key) => [key.kid, key])).values()],
    roles: {
      root: role('root'),
      policy: role('policy'),
      configuration: role('configuration'),
      director: role('director'),
      certificates: role('certificates'),
    },
    ...own,
  };
}

/** A notice board with one notice: the smallest document there is. */
export const noticesSaying = (word: string) => ({
  notices: [
    {
      id: 'one',
      title: { zh: word, en: word },
      text: { zh: word, en: word },
      level: 'notice',
      from: FROM,
      until: UNTIL,
      services: [],
    },
  ],
});

/** A signed document and how an assignment names it. */
export async function document(
  kind: DocumentKind,
  version: number,
  content: unknown,
  signers: readonly OfficeKey[],
  own: Partial<DocumentPayload> = {},
): Promise<NamedDocument> {
  const payload: DocumentPayload = {
    type: 'yikatong-document',
    kind,
    line: 'hainan',
    version,
    issuedAt: FROM,
    effectiveFrom: FROM,
    expiresAt: UNTIL,
    regions: null,
    models: null,
    release: `release of ${kind} ${version}`,
    reason: 'test',
    ...own,
    content,
  };
  const text = JSON.stringify(await signed(payload, signers));
  const { line } = payload;
  return { text, named: { kind, line, version, sha256: await sha256Hex(text), length: text.length } };
}

export function assignmentOf(
  version: number,
  documents: readonly NamedDocument[],
  own: Partial<Assignment> = {},
): Assignment {
  return {
    type: 'yikatong-assignment',
    kioskId: 'kiosk-1',
    version,
    issuedAt: '2026-01-05T00:00:00Z',
    expiresAt: '2026-01-08T00:00:00Z',
    documents: documents.map(({ named }) => named),
    back: [],
    closedServices: [],
    revokedKiosks: [],
    ...own,
  };
}
