import type { Gate, RolloutPlan, Wave } from '../../src/contracts/console/rollout-plan.ts';
import type { Queries } from '../database/tables.ts';
import { sha256 } from '../secrets.ts';

/** What tests roll out, and how. */
export const BENCH_GATE: Gate = {
  watchMinutes: 30,
  fewestJourneys: 10,
  mostFailedPoints: 5,
  mostReturnedPercent: 20,
  mostSilentPercent: 50,
};
export const benchWave = (name: string, rest: Partial<Wave> = {}): Wave => ({
  name,
  regions: null,
  models: null,
  tags: null,
  percent: 100,
  gate: BENCH_GATE,
  ...rest,
});
export const benchPlan = (rest: Partial<RolloutPlan> = {}): RolloutPlan => ({
  canary: { by: 'tags', tags: ['trial'] },
  canaryGate: BENCH_GATE,
  waves: [benchWave('东区', { regions: ['东区'] }), benchWave('a third', { percent: 33 }), benchWave('rest')],
  notBefore: null,
  quietHours: null,
  advance: 'automatic',
  ...rest,
});

/** A signed release with one policy pack, drafted by O-0001 and approved by O-0002. Answers the pack's digest. */
export async function benchRelease(
  queries: Queries,
  at: string,
  pack: { releaseId: string; version: number; regions?: string[]; line?: string },
): Promise<string> {
  const { releaseId, version, regions = null, line = 'hainan' } = pack;
  const digest = sha256(releaseId);
  await queries
    .insertInto('release')
    .values({
      release_id: releaseId,
      title: `pack ${version}`,
      reason: 'a fee changed',
      state: 'signed',
      drafted_by: 'O-0001',
      drafted_at: at,
      submitted_at: at,
      approved_by: 'O-0002',
      approved_at: at,
      note: null,
      revision: 3,
    })
    .execute();
  const document = { kind: 'policy-pack' as const, line, version, sha256: digest, release_id: releaseId };
  await queries
    .insertInto('release_document')
    .values({
      ...document,
      header: JSON.stringify({ regions, models: null, version }),
      content: '{}',
      payload: 'e30',
    })
    .execute();
  await queries
    .insertInto('configuration_document')
    .values({ ...document, statement: '{}', length: 2, effective_from: at, expires_at: at, added_at: at })
    .execute();
  return digest;
}
