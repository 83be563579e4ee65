import type { RefusedAct } from '../../src/contracts/console/releases.ts';
import { MOST_REPLAYED, type ReplayReport } from '../../src/contracts/console/replay.ts';
import { policyPack } from '../../src/policy/policy-pack.ts';
import { refused } from '../../src/releases/refusals.ts';
import { pastOutcome } from '../../src/replay/past-outcome.ts';
import { replayOf } from '../../src/replay/replay.ts';
import type { Queries } from '../database/tables.ts';
import { newestDocument } from './approved-documents.ts';
import { documentsOf, findRelease, type ReleaseDesk } from './release-desk.ts';

/** Past sessions asked for at once: other questions come in between. */
const PAGE = 1_000;

interface PastPlace {
  readonly at: string;
  readonly kiosk_id: string;
  readonly sequence: number;
}

/** Holds the pack of a release against past sessions, newest first, beside the pack that is newest now. */
export async function replayRelease(
  { foundations: { queries }, shipped }: ReleaseDesk,
  releaseId: string,
): Promise<RefusedAct | { done: true; replay: ReplayReport }> {
  if ((await findRelease(queries, releaseId)) === undefined) return refused('no-such-release');
  const row = (await documentsOf(queries, releaseId)).find(({ kind }) => kind === 'policy-pack');
  if (row === undefined) return refused('no-such-document');
  const below = row.payload === null ? undefined : row.version;
  const newest = await newestDocument(queries, shipped, 'policy-pack', row.line, { below });
  if (newest === null) return refused('no-such-document');
  const held = replayOf(policyPack.parse(newest.content), policyPack.parse(JSON.parse(row.content)));
  let after: PastPlace | null = null;
  for (let left = MOST_REPLAYED; left > 0; ) {
    const page: Awaited<ReturnType<typeof pastPage>> = await pastPage(
      queries,
      row.line,
      after,
      Math.min(PAGE, left),
    );
    for (const { facts } of page) {
      const past = pastOutcome.safeParse(JSON.parse(facts));
      if (past.success) held.add(past.data);
    }
    const last = page.at(-1);
    if (last === undefined) break;
    after = last;
    left -= page.length;
  }
  return { done: true, replay: held.report() };
}

/** Sessions under packs of this line, older than the last one seen. */
function pastPage(q: Queries, line: string, after: PastPlace | null, limit: number) {
  let question = q
    .selectFrom('past_session')
    .select(['at', 'kiosk_id', 'sequence', 'facts'])
    .where('pack', 'like', `${line} %`);
  if (after !== null) {
    const { at, kiosk_id, sequence } = after;
    question = question.where((e) =>
      e.or([
        e('at', '<', at),
        e.and([e('at', '=', at), e('kiosk_id', '<', kiosk_id)]),
        e.and([e('at', '=', at), e('kiosk_id', '=', kiosk_id), e('sequence', '<', sequence)]),
      ]),
    );
  }
  return question
    .orderBy('at', 'desc')
    .orderBy('kiosk_id', 'desc')
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
}
