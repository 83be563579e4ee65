import { randomBytes } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import {
  payloadOf,
  signPayload,
  statementOf,
  statementText,
} from '../../src/configuration/sign-statement.ts';
import type { DocumentKind } from '../../src/contracts/configuration/document.ts';
import type { SignedStatement, SigningKey, TrustRoot } from '../../src/contracts/configuration/keys.ts';
import type { DraftDocument, ReleaseAnswer, ReleaseDetail } from '../../src/contracts/console/releases.ts';
import { openBenchDatabase } from '../bench-database.ts';
import { type Change, changesInProcess } from '../changes/change-signal.ts';
import { migrate } from '../database/migrations.ts';
import type { Foundations } from '../foundations.ts';
import { keyedDigest } from '../secrets.ts';
import { draftRelease, putDocument } from './drafts.ts';
import type { ReleaseDesk } from './release-desk.ts';
import { approveRelease, submitRelease } from './review.ts';
import { shippedDocuments } from './shipped-documents.ts';
import { addSignature, payloadsToSign } from './signing.ts';

/** Sunday noon in Shanghai. */
export const RELEASE_NOW = Date.parse('2026-11-22T04:00:00.000Z');
export const EDITOR = 'O-0001';
export const APPROVER = 'O-0002';
export const SIGNER = 'O-0003';

/** An office with its key, as it is outside of the centre. */
export async function benchOffice(office: string) {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const { x = '' } = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x });
  const key: SigningKey = { kty: 'OKP', crv: 'Ed25519', x, kid, office };
  return { key, kid, sign: (payload: string) => signPayload(payload, privateKey, kid) };
}
export type BenchOffice = Awaited<ReturnType<typeof benchOffice>>;

/** Everybody of a province who signs: two of three root keys, two of three offices for packs. */
export async function benchOffices() {
  const [rootA, rootB, rootC, officeA, officeB, officeC, configuration, director, certificates] =
    await Promise.all(
      ['根甲', '根乙', '根丙', '省社保卡中心', '省人社厅', '省信息中心', '运维', '派发', '证书'].map(
        benchOffice,
      ),
    );
  if (!rootA || !rootB || !rootC || !officeA || !officeB || !officeC) throw new Error('no offices');
  if (!configuration || !director || !certificates) throw new Error('no offices');
  const root = (change: Partial<TrustRoot> = {}): TrustRoot => ({
    type: 'yikatong-root',
    version: 1,
    issuedAt: '2026-01-01T00:00:00.000Z',
    expiresAt: '2028-01-01T00:00:00.000Z',
    keys: [rootA, rootB, rootC, officeA, officeB, officeC, configuration, director, certificates].map(
      ({ key }) => key,
    ),
    roles: {
      root: { kids: [rootA.kid, rootB.kid, rootC.kid], threshold: 2 },
      policy: { kids: [officeA.kid, officeB.kid, officeC.kid], threshold: 2 },
      configuration: { kids: [configuration.kid], threshold: 1 },
      director: { kids: [director.kid], threshold: 1 },
      certificates: { kids: [certificates.kid], threshold: 1 },
    },
    ...change,
  });
  return { rootA, rootB, rootC, officeA, officeB, officeC, configuration, root };
}

export async function signedBy(said: object, signers: readonly BenchOffice[]): Promise<SignedStatement> {
  const payload = payloadOf(said);
  return statementOf(payload, await Promise.all(signers.map(({ sign }) => sign(payload))));
}

const allowed = (answer: ReleaseAnswer): ReleaseDetail => {
  if (!answer.done)
    throw new Error(`${answer.refusal}: ${answer.faults.map(({ says }) => says.zh).join('; ')}`);
  return answer.release;
};

/** Releases over a database of their own, a clock of the test's, and a root that is taken in already. */
export async function releaseBench(options: { readonly withoutRoot?: boolean } = {}) {
  let now = RELEASE_NOW;
  const heard: Change[] = [];
  const foundations: Foundations = {
    queries: await openBenchDatabase(),
    clock: { now: () => now },
    entropy: { bytes: (length) => randomBytes(length) },
    digest: keyedDigest(Buffer.alloc(32, 7)),
    changes: changesInProcess(),
  };
  foundations.changes.subscribe((change) => heard.push(change));
  await migrate(foundations.queries);
  const desk: ReleaseDesk = { foundations, shipped: shippedDocuments() };
  const offices = await benchOffices();
  if (options.withoutRoot !== true) {
    const statement = statementText(await signedBy(offices.root(), [offices.rootA, offices.rootB]));
    await foundations.queries
      .insertInto('trust_root')
      .values({ version: 1, statement, added_at: '2026-01-01T00:00:00.000Z' })
      .execute();
  }
  const draftOf = (content: unknown): DraftDocument => ({
    effectiveFrom: '2026-12-01T00:00:00Z',
    expiresAt: '2027-12-01T00:00:00Z',
    regions: null,
    models: null,
    content,
  });
  /** A draft by the editor with one document in it. */
  async function drafted(kind: DocumentKind, line: string, content: unknown): Promise<ReleaseDetail> {
    const { releaseId, revision } = allowed(
      await draftRelease(desk, EDITOR, { title: '调整', reason: '省厅通知' }),
    );
    const step = { operatorId: EDITOR, releaseId, revision };
    return allowed(await putDocument(desk, step, { kind, line }, draftOf(content)));
  }
  async function approved(kind: DocumentKind, line: string, content: unknown): Promise<ReleaseDetail> {
    const { releaseId, revision } = await drafted(kind, line, content);
    const review = allowed(await submitRelease(desk, { operatorId: EDITOR, releaseId, revision }));
    return allowed(
      await approveRelease(desk, { operatorId: APPROVER, releaseId, revision: review.revision }),
    );
  }
  /** What one office's signature is answered with. */
  async function sign(
    releaseId: string,
    office: BenchOffice,
    change: Partial<Parameters<typeof addSignature>[2]> = {},
  ): Promise<ReleaseAnswer> {
    const asked = await payloadsToSign(desk, releaseId);
    if (!asked.done) return asked;
    const [first] = asked.payloads;
    if (first === undefined) throw new Error('nothing to sign');
    const { kind, line, payload, payloadSha256 } = first;
    const signature = { kind, line, payloadSha256, ...(await office.sign(payload)), ...change };
    return addSignature(desk, { operatorId: SIGNER, releaseId }, signature);
  }
  return {
    desk,
    foundations,
    offices,
    heard,
    draftOf,
    drafted,
    approved,
    sign,
    allowed,
    advance: (ms: number) => {
      now += ms;
    },
    [Symbol.asyncDispose]: () => foundations.queries.destroy(),
  };
}
