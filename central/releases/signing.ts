import { kidOf, statementOf, statementText } from '../../src/configuration/sign-statement.ts';
import { signersOf, verifyStatement } from '../../src/configuration/verify-statement.ts';
import { ROLE_OF_KIND } from '../../src/contracts/configuration/document.ts';
import type { TrustRoot } from '../../src/contracts/configuration/keys.ts';
import type { RefusedAct, ReleaseAnswer, ReleaseRefusal } from '../../src/contracts/console/releases.ts';
import type { OfficeSignature, SigningPayload } from '../../src/contracts/console/signing.ts';
import { refused } from '../../src/releases/refusals.ts';
import type { Queries } from '../database/tables.ts';
import { instantNow } from '../moments.ts';
import { sha256 } from '../secrets.ts';
import {
  documentsOf,
  findDocument,
  findRelease,
  type ReleaseDesk,
  type ReleaseDocumentRow,
  type Step,
  takeStep,
} from './release-desk.ts';
import { draftHeader } from './release-view.ts';
import { standingRoot } from './trust-roots.ts';

/** What the offices are to sign, and which of them have. */
export async function payloadsToSign(
  { foundations: { queries, clock } }: ReleaseDesk,
  releaseId: string,
): Promise<RefusedAct | { done: true; payloads: SigningPayload[] }> {
  const release = await findRelease(queries, releaseId);
  if (release === undefined) return refused('no-such-release');
  if (release.state !== 'approved') return refused('not-now');
  const root = await standingRoot(queries, clock.now());
  if (!root.ok) return refused(root.error);
  const signatures = await queries
    .selectFrom('release_signature')
    .select(['kind', 'line', 'kid'])
    .where('release_id', '=', releaseId)
    .execute();
  const payloads = (await documentsOf(queries, releaseId)).flatMap((row): SigningPayload[] => {
    const { kind, line, version, payload } = row;
    if (payload === null || row.sha256 !== null) return [];
    const role = ROLE_OF_KIND[kind];
    const { keys, threshold } = signersOf(root.value, role);
    const has = (kid: string) =>
      signatures.some((one) => one.kind === kind && one.line === line && one.kid === kid);
    const offices = keys.map(({ kid, office }) => ({ kid, office, signed: has(kid) }));
    return [{ kind, line, version, payload, payloadSha256: sha256(payload), role, threshold, offices }];
  });
  return { done: true, payloads };
}

/**
 * Takes in one office's signature over what was approved (INV-7). With enough of them the document is signed and may be
 * handed out; with all of its documents signed, the release is ready for a rollout.
 */
export const addSignature = (
  desk: ReleaseDesk,
  step: Omit<Step, 'revision'>,
  given: OfficeSignature,
): Promise<ReleaseAnswer> =>
  takeStep(desk, { ...step, revision: null }, ['approved'], async (q, release) => {
    const { clock } = desk.foundations;
    const row = await findDocument(q, release.release_id, given.kind, given.line);
    if (row === undefined || row.payload === null) return refused('no-such-document');
    if (row.sha256 !== null) return refused('not-now');
    if (given.payloadSha256 !== sha256(row.payload)) return refused('payload-differs');
    const root = await standingRoot(q, clock.now());
    if (!root.ok) return refused(root.error);
    const kid = kidOf(given);
    if (kid === null) return refused('signature-malformed');
    const trouble = await signatureTrouble(q, root.value, row, row.payload, kid, given);
    if (trouble !== null) return refused(trouble);
    await q
      .insertInto('release_signature')
      .values({
        ...{ release_id: row.release_id, kind: row.kind, line: row.line, kid },
        ...{ protected: given.protected, signature: given.signature },
        ...{ operator_id: step.operatorId, signed_at: instantNow(clock) },
      })
      .execute();
    const isSigned = await closeDocument(q, root.value, row, row.payload, instantNow(clock));
    const left = (await documentsOf(q, row.release_id)).filter((one) => one.sha256 === null);
    if (left.length === 0) {
      await q
        .updateTable('release')
        .set({ state: 'signed' })
        .where('release_id', '=', row.release_id)
        .execute();
    }
    return {
      act: 'release-signature-added',
      detail: { kind: row.kind, line: row.line, version: row.version, kid, signed: isSigned },
    };
  });

async function signatureTrouble(
  q: Queries,
  root: TrustRoot,
  row: ReleaseDocumentRow,
  payload: string,
  kid: string,
  given: OfficeSignature,
): Promise<ReleaseRefusal | null> {
  const key = root.keys.find((one) => one.kid === kid);
  if (key === undefined) return 'key-unknown';
  if (!root.roles[ROLE_OF_KIND[row.kind]].kids.includes(kid)) return 'key-of-another-role';
  const already = (await signaturesOf(q, row)).some((one) => one.kid === kid);
  if (already) return 'office-signed-already';
  const checked = await verifyStatement(statementOf(payload, [given]), [{ keys: [key], threshold: 1 }]);
  if (checked.ok) return null;
  return checked.error === 'signature-wrong' ? 'signature-wrong' : 'signature-malformed';
}

const signaturesOf = (q: Queries, row: ReleaseDocumentRow) =>
  q
    .selectFrom('release_signature')
    .selectAll()
    .where('release_id', '=', row.release_id)
    .where('kind', '=', row.kind)
    .where('line', '=', row.line)
    .execute();

/**
 * Keeps the signed document once enough offices have signed; false before. Signatures of keys that the root no longer
 * names stay outside: they would count for nothing.
 */
async function closeDocument(
  q: Queries,
  root: TrustRoot,
  row: ReleaseDocumentRow,
  payload: string,
  at: string,
): Promise<boolean> {
  const signers = signersOf(root, ROLE_OF_KIND[row.kind]);
  const counting = (await signaturesOf(q, row)).filter((one) =>
    signers.keys.some(({ kid }) => kid === one.kid),
  );
  const statement = statementOf(payload, counting);
  if (counting.length === 0 || !(await verifyStatement(statement, [signers])).ok) return false;
  const text = statementText(statement);
  const digest = sha256(text);
  const { effectiveFrom, expiresAt } = draftHeader.parse(JSON.parse(row.header));
  await q
    .insertInto('configuration_document')
    .values({
      ...{ sha256: digest, kind: row.kind, line: row.line, version: row.version },
      ...{ statement: text, length: text.length, effective_from: effectiveFrom, expires_at: expiresAt },
      ...{ release_id: row.release_id, added_at: at },
    })
    .execute();
  await q
    .updateTable('release_document')
    .set({ sha256: digest })
    .where('release_id', '=', row.release_id)
    .where('kind', '=', row.kind)
    .where('line', '=', row.line)
    .execute();
  return true;
}
