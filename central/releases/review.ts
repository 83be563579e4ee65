import { payloadOf } from '../../src/configuration/sign-statement.ts';
import type { DocumentHeader } from '../../src/contracts/configuration/document.ts';
import type { ReleaseAnswer } from '../../src/contracts/console/releases.ts';
import { documentFaults } from '../../src/releases/faults.ts';
import { refused } from '../../src/releases/refusals.ts';
import type { Queries } from '../database/tables.ts';
import { instantNow } from '../moments.ts';
import { nextVersion } from './approved-documents.ts';
import {
  documentsOf,
  type ReleaseDesk,
  type ReleaseDocumentRow,
  type ReleaseRow,
  type Step,
  takeStep,
} from './release-desk.ts';
import { draftHeader } from './release-view.ts';
import { settledContent } from './settled-content.ts';

/** Acts by which somebody had a hand in a draft. */
const DRAFTING = [
  'release-drafted',
  'release-words-changed',
  'release-document-put',
  'release-document-removed',
  'release-submitted',
];

/** Hands a draft to the second person. */
export const submitRelease = (desk: ReleaseDesk, step: Step): Promise<ReleaseAnswer> =>
  takeStep(desk, step, ['draft'], async (q, release) => {
    const documents = await documentsOf(q, release.release_id);
    if (documents.length === 0) return refused('no-documents');
    const faults = documents.flatMap((row) => faultsOf(desk, row));
    if (faults.length > 0) return refused('document-faulty', faults);
    await q
      .updateTable('release')
      .set({ state: 'in-review', submitted_at: instantNow(desk.foundations.clock), note: null })
      .where('release_id', '=', release.release_id)
      .execute();
    return { act: 'release-submitted', detail: { documents: documents.length } };
  });

/**
 * The second person approves what they saw: nobody who drafted any of it. Versions are fixed now, and with them the
 * exact bytes that the offices sign.
 */
export const approveRelease = (desk: ReleaseDesk, step: Step): Promise<ReleaseAnswer> =>
  takeStep(desk, step, ['in-review'], async (q, release) => {
    if (await hadAHandIn(q, release, step.operatorId)) return refused('own-draft');
    const documents = await documentsOf(q, release.release_id);
    const faults = documents.flatMap((row) => faultsOf(desk, row));
    if (faults.length > 0) return refused('document-faulty', faults);
    for (const row of documents) {
      if ((await nextVersion(q, desk.shipped, row.kind, row.line)) !== row.version)
        return refused('newer-meanwhile');
    }
    const at = instantNow(desk.foundations.clock);
    for (const row of documents) await fix(q, release, row, at);
    await q
      .updateTable('release')
      .set({ state: 'approved', approved_by: step.operatorId, approved_at: at })
      .where('release_id', '=', release.release_id)
      .execute();
    return { act: 'release-approved', detail: { revision: release.revision, documents: documents.length } };
  });

/** Back to whoever drafted it, with the reason. */
export const sendBack = (desk: ReleaseDesk, step: Step, note: string): Promise<ReleaseAnswer> =>
  takeStep(desk, step, ['in-review'], async (q, release) => {
    await q
      .updateTable('release')
      .set({ state: 'draft', submitted_at: null, note })
      .where('release_id', '=', release.release_id)
      .execute();
    return { act: 'release-sent-back', detail: { revision: release.revision } };
  });

/** Given up for good, with the reason; what is signed already is a rollout's to stop. */
export const abandonRelease = (desk: ReleaseDesk, step: Step, note: string): Promise<ReleaseAnswer> =>
  takeStep(desk, step, ['draft', 'in-review', 'approved'], async (q, release) => {
    await q
      .updateTable('release')
      .set({ state: 'abandoned', note })
      .where('release_id', '=', release.release_id)
      .execute();
    return { act: 'release-abandoned', detail: { state: release.state } };
  });

function faultsOf({ foundations }: ReleaseDesk, row: ReleaseDocumentRow) {
  const draft = { ...draftHeader.parse(JSON.parse(row.header)), content: JSON.parse(row.content) as unknown };
  return documentFaults(row.kind, row.line, draft, foundations.clock.now());
}

async function hadAHandIn(q: Queries, release: ReleaseRow, operatorId: string): Promise<boolean> {
  if (release.drafted_by === operatorId) return true;
  const act = await q
    .selectFrom('operator_act')
    .select('sequence')
    .where('subject', '=', release.release_id)
    .where('operator_id', '=', operatorId)
    .where('act', 'in', DRAFTING)
    .limit(1)
    .executeTakeFirst();
  return act !== undefined;
}

/** Fixes what is signed: header and content in one payload. */
async function fix(q: Queries, release: ReleaseRow, row: ReleaseDocumentRow, at: string): Promise<void> {
  const { effectiveFrom, expiresAt, regions, models } = draftHeader.parse(JSON.parse(row.header));
  const header: Omit<DocumentHeader, 'type'> = {
    ...{ kind: row.kind, line: row.line, version: row.version, issuedAt: at },
    ...{ effectiveFrom, expiresAt, regions, models },
    ...{ release: release.release_id, reason: release.reason },
  };
  const content = settledContent(row.kind, JSON.parse(row.content), {
    ...{ version: row.version, effectiveFrom, issuedAt: at },
  });
  await q
    .updateTable('release_document')
    .set({
      header: JSON.stringify(header),
      content: JSON.stringify(content),
      payload: payloadOf({ type: 'yikatong-document', ...header, content }),
    })
    .where('release_id', '=', row.release_id)
    .where('kind', '=', row.kind)
    .where('line', '=', row.line)
    .execute();
}
