import { z } from 'zod';
import { documentHeader } from '../../src/contracts/configuration/document.ts';
import type { RolloutRefusal } from '../../src/contracts/console/rollouts.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { RolloutDocument } from '../../src/rollout/meant-for.ts';
import type { Queries } from '../database/tables.ts';

export interface SignedRelease {
  readonly releaseId: string;
  readonly documents: readonly RolloutDocument[];
}

/** For whom a document is meant, of all that its header says. */
const meant = z.object({ regions: documentHeader.shape.regions, models: documentHeader.shape.models });

/** A signed release, for anybody but whoever drafted it; `by` null: only to look. */
export async function releaseToRollOut(
  q: Queries,
  releaseId: string,
  by: string | null,
): Promise<Result<SignedRelease, RolloutRefusal>> {
  const release = await q
    .selectFrom('release')
    .select(['state', 'drafted_by'])
    .where('release_id', '=', releaseId)
    .executeTakeFirst();
  if (!release) return err('no-such-release');
  if (release.state !== 'signed') return err('release-not-signed');
  if (release.drafted_by === by) return err('own-draft');
  const rows = await q
    .selectFrom('release_document')
    .select(['kind', 'line', 'version', 'header', 'sha256'])
    .where('release_id', '=', releaseId)
    .orderBy('kind')
    .orderBy('line')
    .execute();
  const documents: RolloutDocument[] = [];
  for (const { kind, line, version, header, sha256 } of rows) {
    if (sha256 === null) return err('release-not-signed');
    documents.push({ kind, line, version, sha256, ...meant.parse(JSON.parse(header)) });
  }
  return documents.length === 0 ? err('release-not-signed') : ok({ releaseId, documents });
}
