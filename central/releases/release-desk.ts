import type { DocumentKind } from '../../src/contracts/configuration/document.ts';
import type { RefusedAct, ReleaseAnswer } from '../../src/contracts/console/releases.ts';
import { refused } from '../../src/releases/refusals.ts';
import { recordAct } from '../console-api/operator-acts.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries, Tables } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { releaseDetailOf } from './release-view.ts';
import type { ShippedDocuments } from './shipped-documents.ts';

/** What every step of a release needs. */
export interface ReleaseDesk {
  readonly foundations: Foundations;
  readonly shipped: ShippedDocuments;
}

export type ReleaseRow = Tables['release'];
export type ReleaseDocumentRow = Tables['release_document'];

/** One step of one release: who takes it, and which revision they saw. */
export interface Step {
  readonly operatorId: string;
  readonly releaseId: string;
  /** null: the step shows no older revision (an office's signature). */
  readonly revision: number | null;
}

/** What a step did, for the record of operators' acts. */
export interface StepDone {
  readonly act: string;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}
export const isRefused = (answer: StepDone | RefusedAct): answer is RefusedAct => 'done' in answer;

export const findRelease = (q: Queries, releaseId: string): Promise<ReleaseRow | undefined> =>
  q.selectFrom('release').selectAll().where('release_id', '=', releaseId).executeTakeFirst();

export const documentsOf = (q: Queries, releaseId: string): Promise<ReleaseDocumentRow[]> =>
  q
    .selectFrom('release_document')
    .selectAll()
    .where('release_id', '=', releaseId)
    .orderBy('kind')
    .orderBy('line')
    .execute();

export const findDocument = (
  q: Queries,
  releaseId: string,
  kind: DocumentKind,
  line: string,
): Promise<ReleaseDocumentRow | undefined> =>
  q
    .selectFrom('release_document')
    .selectAll()
    .where('release_id', '=', releaseId)
    .where('kind', '=', kind)
    .where('line', '=', line)
    .executeTakeFirst();

/**
 * Takes one step: only in one of these states, only on the revision that was seen; the step, the next revision and the
 * record of who did it are one commit. Answers the release as it is afterwards.
 */
export async function takeStep(
  { foundations, shipped }: ReleaseDesk,
  step: Step,
  states: readonly ReleaseRow['state'][],
  take: (q: Queries, release: ReleaseRow) => Promise<StepDone | RefusedAct>,
): Promise<ReleaseAnswer> {
  const { queries, clock, changes } = foundations;
  const taken = await inTransaction(queries, async (q): Promise<RefusedAct | null> => {
    const release = await findRelease(q, step.releaseId);
    if (release === undefined) return refused('no-such-release');
    if (!states.includes(release.state)) return refused('not-now');
    if (step.revision !== null && step.revision !== release.revision) return refused('changed-meanwhile');
    const done = await take(q, release);
    if (isRefused(done)) return done;
    await q
      .updateTable('release')
      .set({ revision: release.revision + 1 })
      .where('release_id', '=', release.release_id)
      .execute();
    await recordAct(q, clock, { operatorId: step.operatorId, ...done, subject: release.release_id });
    return null;
  });
  if (taken !== null) return taken;
  await changes.announce({ about: 'console', what: 'releases' });
  const release = await releaseDetailOf(queries, shipped, clock.now(), step.releaseId);
  return release === null ? refused('no-such-release') : { done: true, release };
}
