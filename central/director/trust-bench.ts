import { createHash, createPrivateKey } from 'node:crypto';
import { statementText } from '../../src/configuration/sign-statement.ts';
import type { DocumentHeader, DocumentPayload } from '../../src/contracts/configuration/document.ts';
import type { SigningKey, TrustRoot } from '../../src/contracts/configuration/keys.ts';
import type { Tables } from '../database/tables.ts';
import { type CentreKey, type CentreKeys, centreKey } from './centre-keys.ts';
import { signStatement } from './sign-statement.ts';

/** PKCS #8 of an Ed25519 key (RFC 8410) up to its 32 bytes. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key of a test's, always the same for the same number. */
const keyOf = (number: number, office: string): CentreKey =>
  centreKey(
    createPrivateKey({
      key: Buffer.concat([PKCS8_HEAD, Buffer.alloc(32, number)]),
      format: 'der',
      type: 'pkcs8',
    }),
    office,
  );

const root = keyOf(1, '根');
const office = keyOf(2, '省社保卡中心');
export const BENCH_CENTRE_KEYS: CentreKeys = { director: keyOf(3, '中心'), certificates: keyOf(4, '中心') };

const alone = ({ kid }: SigningKey) => ({ kids: [kid], threshold: 1 });

/** Root number `version`, signed by the one key of it. */
export const benchRoot = (version: number): string => {
  const { director, certificates } = BENCH_CENTRE_KEYS;
  const payload: TrustRoot = {
    type: 'yikatong-root',
    version,
    issuedAt: '2026-11-01T00:00:00.000Z',
    expiresAt: '2036-11-01T00:00:00.000Z',
    keys: [root, office, director, certificates].map(({ publicKey }) => publicKey),
    roles: {
      root: alone(root.publicKey),
      policy: alone(office.publicKey),
      configuration: alone(office.publicKey),
      director: alone(director.publicKey),
      certificates: alone(certificates.publicKey),
    },
  };
  return statementText(signStatement(root, payload));
};

/** A signed document as the releases put it into the database. */
export function benchDocument(
  header: Pick<DocumentHeader, 'kind' | 'line' | 'version'>,
  content: unknown,
): Tables['configuration_document'] {
  const payload: DocumentPayload = {
    type: 'yikatong-document',
    ...header,
    issuedAt: '2026-11-20T00:00:00.000Z',
    effectiveFrom: '2026-11-20T00:00:00.000Z',
    expiresAt: '2028-11-20T00:00:00.000Z',
    regions: null,
    models: null,
    release: 'R-BENCH',
    reason: '测试',
    content,
  };
  const statement = statementText(signStatement(office, payload));
  return {
    ...header,
    sha256: createHash('sha256').update(statement).digest('hex'),
    statement,
    length: statement.length,
    effective_from: payload.effectiveFrom,
    expires_at: payload.expiresAt,
    release_id: payload.release,
    added_at: payload.issuedAt,
  };
}
