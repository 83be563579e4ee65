import type { DocumentKind } from '../../src/contracts/configuration/document.ts';
import {
  type CurrentDocument,
  type DocumentCheck,
  type DraftDocument,
  documentCheckRequest,
  type ReleaseAnswer,
} from '../../src/contracts/console/releases.ts';
import { differences } from '../../src/releases/differences.ts';
import { documentFaults } from '../../src/releases/faults.ts';
import { withKeptSecrets, withoutSecrets } from '../../src/releases/kept-secrets.ts';
import { refused } from '../../src/releases/refusals.ts';
import { recordAct } from '../console-api/operator-acts.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries } from '../database/tables.ts';
import { instantNow } from '../moments.ts';
import { newestDocument, nextVersion } from './approved-documents.ts';
import { findDocument, type ReleaseDesk, type Step, takeStep } from './release-desk.ts';
import { draftHeader, releaseDetailOf } from './release-view.ts';
import { settledContent } from './settled-content.ts';
import { emptyContent } from './shipped-documents.ts';

interface DocumentName {
  readonly kind: DocumentKind;
  readonly line: string;
}

/** Begins an empty draft; releases are numbered within their year. */
export async function draftRelease(
  desk: ReleaseDesk,
  operatorId: string,
  words: { readonly title: string; readonly reason: string },
): Promise<ReleaseAnswer> {
  const { queries, clock, changes } = desk.foundations;
  const releaseId = await inTransaction(queries, async (q) => {
    const at = instantNow(clock);
    const year = at.slice(0, 4);
    const { count } = await q
      .selectFrom('release')
      .select((e) => e.fn.countAll().as('count'))
      .where('release_id', 'like', `R-${year}-%`)
      .executeTakeFirstOrThrow();
    const id = `R-${year}-${String(Number(count) + 1).padStart(4, '0')}`;
    await q
      .insertInto('release')
      .values({
        ...{ release_id: id, title: words.title, reason: words.reason, state: 'draft' },
        ...{ drafted_by: operatorId, drafted_at: at, submitted_at: null },
        ...{ approved_by: null, approved_at: null, note: null, revision: 0 },
      })
      .execute();
    await recordAct(q, clock, { operatorId, act: 'release-drafted', subject: id, detail: {} });
    return id;
  });
  await changes.announce({ about: 'console', what: 'releases' });
  const release = await releaseDetailOf(queries, desk.shipped, clock.now(), releaseId);
  return release === null ? refused('no-such-release') : { done: true, release };
}

export const changeWords = (
  desk: ReleaseDesk,
  step: Step,
  { title, reason }: { readonly title: string; readonly reason: string },
): Promise<ReleaseAnswer> =>
  takeStep(desk, step, ['draft'], async (q, { release_id }) => {
    await q.updateTable('release').set({ title, reason }).where('release_id', '=', release_id).execute();
    return { act: 'release-words-changed', detail: {} };
  });

/** The draft as it would be saved: secrets that were only shown as kept put back, version and first day set. */
async function settled(
  q: Queries,
  desk: ReleaseDesk,
  { kind, line }: DocumentName,
  draft: DraftDocument,
  saved: unknown,
): Promise<{ readonly draft: DraftDocument; readonly version: number }> {
  const version = await nextVersion(q, desk.shipped, kind, line);
  const newest = saved === undefined ? (await newestDocument(q, desk.shipped, kind, line))?.content : saved;
  const issuedAt = instantNow(desk.foundations.clock);
  const { effectiveFrom } = draft;
  const content = settledContent(kind, withKeptSecrets(kind, draft.content, newest), {
    ...{ version, effectiveFrom, issuedAt },
  });
  return { draft: { ...draft, content }, version };
}

/** Puts a document into a draft, or in place of the one that was there; anything wrong in it, and nothing is saved. */
export const putDocument = (
  desk: ReleaseDesk,
  step: Step,
  name: DocumentName,
  given: DraftDocument,
): Promise<ReleaseAnswer> =>
  takeStep(desk, step, ['draft'], async (q, { release_id }) => {
    const before = await findDocument(q, release_id, name.kind, name.line);
    const saved: unknown = before && JSON.parse(before.content);
    const { draft, version } = await settled(q, desk, name, given, saved);
    const faults = documentFaults(name.kind, name.line, draft, desk.foundations.clock.now());
    if (faults.length > 0) return refused('document-faulty', faults);
    const columns = {
      version,
      header: JSON.stringify(draftHeader.parse(draft)),
      content: JSON.stringify(draft.content),
    };
    await q
      .insertInto('release_document')
      .values({ release_id, kind: name.kind, line: name.line, ...columns, payload: null, sha256: null })
      .onConflict((conflict) => conflict.columns(['release_id', 'kind', 'line']).doUpdateSet(columns))
      .execute();
    return { act: 'release-document-put', detail: { kind: name.kind, line: name.line } };
  });

export const removeDocument = (
  desk: ReleaseDesk,
  step: Step,
  { kind, line }: DocumentName,
): Promise<ReleaseAnswer> =>
  takeStep(desk, step, ['draft'], async (q, { release_id }) => {
    const there = await findDocument(q, release_id, kind, line);
    if (there === undefined) return refused('no-such-document');
    await q
      .deleteFrom('release_document')
      .where('release_id', '=', release_id)
      .where('kind', '=', kind)
      .where('line', '=', line)
      .execute();
    return { act: 'release-document-removed', detail: { kind, line } };
  });

/** What would be wrong with a document, and what it would change; nothing is saved. */
export async function checkDocument(desk: ReleaseDesk, asked: unknown): Promise<DocumentCheck> {
  const { kind, line, ...given } = documentCheckRequest.parse(asked);
  const { queries, clock } = desk.foundations;
  const before = await newestDocument(queries, desk.shipped, kind, line);
  const { draft } = await settled(queries, desk, { kind, line }, given, undefined);
  const faults = [...documentFaults(kind, line, draft, clock.now())];
  const found = faults.length > 0 || before === null ? [] : differences(kind, before.content, draft.content);
  return { faults, comparedWith: before?.version ?? null, differences: [...found] };
}

/** What an editor begins from: the newest of a kind and line, the shipped one, or an empty one. */
export async function currentDocument(
  desk: ReleaseDesk,
  { kind, line }: DocumentName,
): Promise<CurrentDocument> {
  const newest = await newestDocument(desk.foundations.queries, desk.shipped, kind, line);
  const header = newest?.header ? draftHeader.parse(JSON.parse(newest.header)) : null;
  return {
    ...{ kind, line, version: newest?.version ?? 0 },
    releaseId: newest?.releaseId ?? null,
    effectiveFrom: header?.effectiveFrom ?? null,
    expiresAt: header?.expiresAt ?? null,
    regions: header?.regions ?? null,
    models: header?.models ?? null,
    sha256: newest?.sha256 ?? null,
    content: withoutSecrets(kind, newest?.content ?? emptyContent(kind)),
  };
}
