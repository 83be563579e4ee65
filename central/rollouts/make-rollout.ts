import type { DocumentFault } from '../../src/contracts/console/plain-words.ts';
import type { RolloutPlan } from '../../src/contracts/console/rollout-plan.ts';
import type { RolloutPreview, RolloutRefusal } from '../../src/contracts/console/rollouts.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { meantFor, type RolloutDocument } from '../../src/rollout/meant-for.ts';
import { planFaults, sizesOf } from '../../src/rollout/plan-faults.ts';
import { planWaves } from '../../src/rollout/plan-waves.ts';
import { NOT_OVER } from '../../src/rollout/rollout-machine.ts';
import { recordAct } from '../console-api/operator-acts.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import { candidates, type NamedCandidate } from './candidates.ts';
import { releaseToRollOut, type SignedRelease } from './release-to-roll-out.ts';
import { documentsOf, rolloutRow } from './rollout-rows.ts';
import { writeMembers } from './write-members.ts';

/** Kiosks of each wave that a preview names. */
const SHOWN_FIRST = 20;

export interface RolloutWish {
  readonly rolloutId: string | null;
  readonly releaseId: string;
  readonly plan: RolloutPlan;
}

export interface RefusedRollout {
  readonly refusal: RolloutRefusal;
  readonly faults: readonly DocumentFault[];
}

const refuse = (refusal: RolloutRefusal, faults: readonly DocumentFault[] = []) => err({ refusal, faults });

/** Twelve digits of chance. */
const newRolloutId = ({ entropy }: Foundations): string =>
  `P-${Buffer.from(entropy.bytes(6)).toString('hex').toUpperCase()}`;

/** Who would be in which wave; nothing is written. A rollout made under the same id comes out the same. */
export async function previewRollout(
  foundations: Foundations,
  wish: RolloutWish,
): Promise<Result<RolloutPreview, RefusedRollout>> {
  const rolloutId = wish.rolloutId ?? newRolloutId(foundations);
  const release = await releaseToRollOut(foundations.queries, wish.releaseId, null);
  if (!release.ok) return refuse(release.error);
  const planned = await plannedFor(foundations.queries, rolloutId, wish.plan, release.value.documents);
  const sizes = sizesOf(wish.plan, planned.waves);
  const names = ['', ...wish.plan.waves.map(({ name }) => name)];
  return ok({
    rolloutId,
    faults: planned.faults,
    kiosks: planned.concerned.length,
    notConcerned: planned.notConcerned,
    waves: sizes.map((kiosks, wave) => ({
      wave,
      name: names[wave] ?? '',
      kiosks,
      first: planned.concerned
        .filter(({ kioskId }) => planned.waves.get(kioskId) === wave)
        .slice(0, SHOWN_FIRST)
        .map(({ kioskId, name }) => ({ kioskId, name })),
    })),
  });
}

/** Makes a rollout and says who is in which wave; nobody gets anything before somebody starts it. */
export function createRollout(
  foundations: Foundations,
  wish: RolloutWish,
  by: string,
): Promise<Result<string, RefusedRollout>> {
  const rolloutId = wish.rolloutId ?? newRolloutId(foundations);
  return inTransaction(foundations.queries, async (q) => {
    const already = await rolloutRow(q, rolloutId);
    if (already) {
      const asBefore = [by, wish.releaseId, JSON.stringify(wish.plan)];
      const same = [already.created_by, already.release_id, already.plan].every(
        (word, at) => word === asBefore[at],
      );
      return same ? ok(rolloutId) : refuse('changed-meanwhile');
    }
    const release = await releaseToRollOut(q, wish.releaseId, by);
    if (!release.ok) return refuse(release.error);
    if (await anotherOneRuns(q, release.value.documents)) return refuse('one-at-a-time');
    const planned = await plannedFor(q, rolloutId, wish.plan, release.value.documents);
    if (planned.faults.length > 0) return refuse('plan-faulty', planned.faults);
    await write(q, foundations, {
      rolloutId,
      release: release.value,
      plan: wish.plan,
      by,
      waves: planned.waves,
    });
    return ok(rolloutId);
  });
}

interface Planned {
  readonly concerned: readonly NamedCandidate[];
  readonly notConcerned: number;
  readonly waves: ReadonlyMap<string, number>;
  readonly faults: DocumentFault[];
}

async function plannedFor(
  q: Queries,
  rolloutId: string,
  plan: RolloutPlan,
  documents: readonly RolloutDocument[],
): Promise<Planned> {
  const everybody = await candidates(q);
  const concerned = everybody.filter((kiosk) => meantFor(documents, kiosk).length > 0);
  const waves = planWaves(rolloutId, plan, concerned);
  return {
    concerned,
    notConcerned: everybody.length - concerned.length,
    waves,
    faults: planFaults(plan, concerned, waves),
  };
}

/**
 * One that is on its way back is in nobody's way any more once all of its kiosks were told: otherwise one that is
 * switched off in a store would keep the whole fleet from what comes next.
 */
async function anotherOneRuns(q: Queries, documents: readonly RolloutDocument[]): Promise<boolean> {
  const rows = await q
    .selectFrom('rollout')
    .select('documents')
    .where('state', 'in', NOT_OVER)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('state', '!=', 'returning'),
        exists(
          selectFrom('kiosk_target')
            .select('kiosk_target.kiosk_id')
            .whereRef('kiosk_target.rollout_id', '=', 'rollout.rollout_id')
            .where('kiosk_target.back', '=', 0),
        ),
      ]),
    )
    .execute();
  return rows
    .flatMap((row) => documentsOf(row))
    .some(({ kind, line }) => documents.some((own) => own.kind === kind && own.line === line));
}

interface NewRollout {
  readonly rolloutId: string;
  readonly release: SignedRelease;
  readonly plan: RolloutPlan;
  readonly by: string;
  readonly waves: ReadonlyMap<string, number>;
}

async function write(
  q: Queries,
  { clock }: Foundations,
  { rolloutId, release, plan, by, waves }: NewRollout,
): Promise<void> {
  const now = instantNow(clock);
  await q
    .insertInto('rollout')
    .values({
      rollout_id: rolloutId,
      release_id: release.releaseId,
      state: 'scheduled',
      plan: JSON.stringify(plan),
      documents: JSON.stringify(release.documents),
      wave: 0,
      created_by: by,
      created_at: now,
      started_by: null,
      started_at: null,
      wave_opened_at: null,
      watched_from: null,
      ended_at: null,
      reason: null,
    })
    .execute();
  await writeMembers(q, rolloutId, waves, now);
  await recordAct(q, clock, {
    operatorId: by,
    act: 'rollout-created',
    subject: rolloutId,
    detail: { release: release.releaseId, kiosks: waves.size, waves: plan.waves.length },
  });
}
