import { type DocumentKind, ROLE_OF_KIND } from '../../src/contracts/configuration/document.ts';
import type { TrustRoot } from '../../src/contracts/configuration/keys.ts';
import {
  draftDocument,
  type ReleaseDetail,
  type ReleaseDetailDocument,
  type ReleaseState,
  type ReleaseSummary,
} from '../../src/contracts/console/releases.ts';
import { differences } from '../../src/releases/differences.ts';
import { documentFaults } from '../../src/releases/faults.ts';
import { withoutSecrets } from '../../src/releases/kept-secrets.ts';
import type { Queries, Tables } from '../database/tables.ts';
import { newestDocument } from './approved-documents.ts';
import type { ShippedDocuments } from './shipped-documents.ts';
import { newestRoot } from './trust-roots.ts';

/** Most releases in one list. */
const MOST_LISTED = 500;
/** How many sign a pack and the rest before there is a root that says it. */
const THRESHOLDS = { policy: 2, configuration: 1 } as const;

/** What is kept of a draft's header; more of it comes with the approval. */
export const draftHeader = draftDocument.omit({ content: true }).strip();

const thresholdOf = (root: TrustRoot | null, kind: DocumentKind): number => {
  const role = ROLE_OF_KIND[kind];
  return root === null ? THRESHOLDS[role] : root.roles[role].threshold;
};

type SignatureRow = Tables['release_signature'];
type NamedRow = Pick<Tables['release_document'], 'release_id' | 'kind' | 'line' | 'version'>;
const isOf =
  (document: NamedRow) =>
  (signature: Pick<SignatureRow, 'release_id' | 'kind' | 'line'>): boolean =>
    signature.release_id === document.release_id &&
    signature.kind === document.kind &&
    signature.line === document.line;

const summaryOf = (row: Tables['release']): Omit<ReleaseSummary, 'documents'> => ({
  releaseId: row.release_id,
  title: row.title,
  reason: row.reason,
  state: row.state,
  draftedBy: row.drafted_by,
  draftedAt: row.drafted_at,
  submittedAt: row.submitted_at,
  approvedBy: row.approved_by,
  approvedAt: row.approved_at,
  note: row.note,
  revision: row.revision,
});

const documentSummaryOf = (
  root: TrustRoot | null,
  release: Tables['release'],
  row: NamedRow,
  signatures: readonly Pick<SignatureRow, 'release_id' | 'kind' | 'line'>[],
): ReleaseSummary['documents'][number] => ({
  kind: row.kind,
  line: row.line,
  version: release.approved_at === null ? null : row.version,
  signatures: signatures.filter(isOf(row)).length,
  threshold: thresholdOf(root, row.kind),
});

/** Newest first. */
export async function releaseSummaries(q: Queries, state?: ReleaseState): Promise<ReleaseSummary[]> {
  let question = q.selectFrom('release').selectAll();
  if (state !== undefined) question = question.where('state', '=', state);
  const rows = await question
    .orderBy('drafted_at', 'desc')
    .orderBy('release_id', 'desc')
    .limit(MOST_LISTED)
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.release_id);
  const documents = await q
    .selectFrom('release_document')
    .select(['release_id', 'kind', 'line', 'version'])
    .where('release_id', 'in', ids)
    .orderBy('kind')
    .orderBy('line')
    .execute();
  const signatures = await q
    .selectFrom('release_signature')
    .select(['release_id', 'kind', 'line'])
    .where('release_id', 'in', ids)
    .execute();
  const root = (await newestRoot(q))?.root ?? null;
  return rows.map((row) => ({
    ...summaryOf(row),
    documents: documents
      .filter((document) => document.release_id === row.release_id)
      .map((document) => documentSummaryOf(root, row, document, signatures)),
  }));
}

/** A release whole: contents, what they change and who signed; null where there is none. */
export async function releaseDetailOf(
  q: Queries,
  shipped: ShippedDocuments,
  now: number,
  releaseId: string,
): Promise<ReleaseDetail | null> {
  const row = await q
    .selectFrom('release')
    .selectAll()
    .where('release_id', '=', releaseId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const rows = await q
    .selectFrom('release_document')
    .selectAll()
    .where('release_id', '=', releaseId)
    .orderBy('kind')
    .orderBy('line')
    .execute();
  const signatures = await q
    .selectFrom('release_signature')
    .selectAll()
    .where('release_id', '=', releaseId)
    .orderBy('signed_at')
    .execute();
  const root = (await newestRoot(q))?.root ?? null;
  const documents: ReleaseDetailDocument[] = [];
  for (const document of rows) {
    const before = await comparedWith(q, shipped, document);
    const content: unknown = JSON.parse(document.content);
    const draft = { ...draftHeader.parse(JSON.parse(document.header)), content };
    const offices = new Map(root?.keys.map(({ kid, office }) => [kid, office]));
    documents.push({
      ...documentSummaryOf(root, row, document, signatures),
      ...draft,
      content: withoutSecrets(document.kind, content),
      comparedWith: before?.version ?? null,
      differences: before ? [...differences(document.kind, before.content, content)] : [],
      // What is approved is fixed: only a draft can still be mended.
      faults: document.payload === null ? [...documentFaults(document.kind, document.line, draft, now)] : [],
      sha256: document.sha256,
      signedBy: signatures.filter(isOf(document)).map((signature) => ({
        kid: signature.kid,
        office: offices.get(signature.kid) ?? '',
        operatorId: signature.operator_id,
        signedAt: signature.signed_at,
      })),
    });
  }
  return { ...summaryOf(row), documents };
}

/** What a document was approved against, or is to be. */
async function comparedWith(q: Queries, shipped: ShippedDocuments, document: Tables['release_document']) {
  const below = document.payload === null ? undefined : document.version;
  return newestDocument(q, shipped, document.kind, document.line, { below });
}
