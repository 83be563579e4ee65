import { meantFor, type RolloutDocument } from '../../src/rollout/meant-for.ts';
import { HANDS_OUT } from '../../src/rollout/rollout-machine.ts';
import type { Queries } from '../database/tables.ts';
import { documentsOf, type RolloutRow, rolloutRow } from './rollout-rows.ts';

/** Kiosks in one commit: polls go on between two of them. */
const KIOSKS_AT_ONCE = 500;

/**
 * Gives the rollout's documents to kiosks whose wave is open and who have not got them: some of them, or those named.
 * Answers whom; nobody: there is nothing left to do. Run by several at once, each kiosk gets them once.
 */
export async function giveOutSome(
  q: Queries,
  rolloutId: string,
  now: string,
  only: readonly string[] | null = null,
): Promise<string[]> {
  const rollout = await rolloutRow(q, rolloutId);
  if (!rollout || !HANDS_OUT.includes(rollout.state)) return [];
  let question = q
    .selectFrom('rollout_member')
    .innerJoin('kiosk', 'kiosk.kiosk_id', 'rollout_member.kiosk_id')
    .leftJoin('decommission', 'decommission.kiosk_id', 'kiosk.kiosk_id')
    .select(['kiosk.kiosk_id', 'kiosk.region', 'kiosk.model'])
    .where('rollout_member.rollout_id', '=', rolloutId)
    .where('rollout_member.wave', '<=', rollout.wave)
    .where('rollout_member.state', '=', 'planned')
    .where('kiosk.revoked_at', 'is', null)
    .where('decommission.kiosk_id', 'is', null);
  if (only !== null) question = question.where('rollout_member.kiosk_id', 'in', only);
  const kiosks = await question.limit(KIOSKS_AT_ONCE).execute();
  if (kiosks.length === 0) return [];

  const documents = documentsOf(rollout);
  const targets = await targetsOf(
    q,
    kiosks.map(({ kiosk_id }) => kiosk_id),
  );
  const rows: TargetRow[] = [];
  const given: string[] = [];
  const leftOut = {
    superseded: [] as string[],
    'other-line': [] as string[],
    'not-concerned': [] as string[],
  };
  for (const kiosk of kiosks) {
    const own = targets.get(kiosk.kiosk_id) ?? [];
    const verdicts = meantFor(documents, kiosk).map((document) => targetFor(rollout, kiosk, document, own));
    const takes = verdicts.filter((verdict): verdict is TargetRow => typeof verdict !== 'string');
    if (takes.length > 0) {
      rows.push(...takes);
      given.push(kiosk.kiosk_id);
    } else if (verdicts.length === 0) {
      // It was moved to another region after its wave was chosen.
      leftOut['not-concerned'].push(kiosk.kiosk_id);
    } else {
      leftOut[verdicts.includes('other-line') ? 'other-line' : 'superseded'].push(kiosk.kiosk_id);
    }
  }
  for (const reason of ['superseded', 'other-line', 'not-concerned'] as const) {
    await leaveOut(q, rolloutId, leftOut[reason], reason, now);
  }
  if (given.length > 0) await write(q, rolloutId, given, rows, now);
  return kiosks.map(({ kiosk_id }) => kiosk_id);
}

interface Target {
  readonly kind: RolloutDocument['kind'];
  readonly line: string;
  readonly sha256: string;
  readonly before_sha256: string | null;
  readonly back: number;
  readonly version: number | null;
}
type TargetRow = Omit<Target, 'version'> & { readonly kiosk_id: string; readonly rollout_id: string };

async function targetsOf(q: Queries, kioskIds: readonly string[]): Promise<Map<string, Target[]>> {
  const rows = await q
    .selectFrom('kiosk_target')
    .leftJoin('configuration_document', 'configuration_document.sha256', 'kiosk_target.sha256')
    .select([
      'kiosk_target.kiosk_id',
      'kiosk_target.kind',
      'kiosk_target.line',
      'kiosk_target.sha256',
      'kiosk_target.before_sha256',
      'kiosk_target.back',
      'configuration_document.version',
    ])
    .where('kiosk_target.kiosk_id', 'in', kioskIds)
    .execute();
  return Map.groupBy(rows, ({ kiosk_id }) => kiosk_id);
}

/** The new target; or why this kiosk is not given the document: it has a newer one, or one of another line. */
function targetFor(
  { rollout_id }: RolloutRow,
  { kiosk_id }: { readonly kiosk_id: string },
  { kind, line, version, sha256 }: RolloutDocument,
  targets: readonly Target[],
): TargetRow | 'superseded' | 'other-line' {
  const row = { kiosk_id, rollout_id, kind, line, sha256, back: 0 };
  const before = targets.find((target) => target.kind === kind);
  if (!before) return { ...row, before_sha256: null };
  if (before.line !== line) return 'other-line';
  if (before.back === 0 && before.version !== null && before.version > version) return 'superseded';
  const runs = before.back === 1 ? before.before_sha256 : before.sha256;
  return { ...row, before_sha256: runs === sha256 ? before.before_sha256 : runs };
}

async function leaveOut(
  q: Queries,
  rolloutId: string,
  kioskIds: readonly string[],
  reason: string,
  changed_at: string,
): Promise<void> {
  if (kioskIds.length === 0) return;
  await q
    .updateTable('rollout_member')
    .set({ state: 'left-out', reason, changed_at })
    .where('rollout_id', '=', rolloutId)
    .where('kiosk_id', 'in', kioskIds)
    .execute();
}

async function write(
  q: Queries,
  rolloutId: string,
  kioskIds: readonly string[],
  rows: readonly TargetRow[],
  changed_at: string,
): Promise<void> {
  await q
    .insertInto('kiosk_target')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.columns(['kiosk_id', 'kind']).doUpdateSet(({ ref }) => ({
        line: ref('excluded.line'),
        sha256: ref('excluded.sha256'),
        before_sha256: ref('excluded.before_sha256'),
        rollout_id: ref('excluded.rollout_id'),
        back: ref('excluded.back'),
      })),
    )
    .execute();
  await q
    .updateTable('rollout_member')
    .set(({ fn, val, selectFrom }) => ({
      state: 'assigned',
      reason: null,
      changed_at,
      // The assignment that is made next is the first with it.
      from_assignment: fn.coalesce(
        selectFrom('kiosk_assignment')
          .select(({ eb }) => eb('kiosk_assignment.version', '+', 1).as('next'))
          .whereRef('kiosk_assignment.kiosk_id', '=', 'rollout_member.kiosk_id'),
        val(1),
      ),
    }))
    .where('rollout_id', '=', rolloutId)
    .where('kiosk_id', 'in', kioskIds)
    .execute();
  await q.updateTable('kiosk_assignment').set({ stale: 1 }).where('kiosk_id', 'in', kioskIds).execute();
  await supersede(q, rolloutId, kioskIds, changed_at);
}

/** Rollouts that decide nothing any more about what these kiosks run. */
async function supersede(
  q: Queries,
  rolloutId: string,
  kioskIds: readonly string[],
  changed_at: string,
): Promise<void> {
  await q
    .updateTable('rollout_member')
    .set({ state: 'left-out', reason: 'superseded', changed_at })
    .where('kiosk_id', 'in', kioskIds)
    .where('rollout_id', '!=', rolloutId)
    .where('state', 'not in', ['planned', 'left-out'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('kiosk_target')
            .select('kiosk_target.kiosk_id')
            .whereRef('kiosk_target.kiosk_id', '=', 'rollout_member.kiosk_id')
            .whereRef('kiosk_target.rollout_id', '=', 'rollout_member.rollout_id'),
        ),
      ),
    )
    .execute();
}
