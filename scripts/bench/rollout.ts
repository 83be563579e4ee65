import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openDatabase } from '../../central/database/dialect.ts';
import { inTransaction } from '../../central/database/in-transaction.ts';
import { migrate } from '../../central/database/migrations.ts';
import type { Queries } from '../../central/database/tables.ts';
import { candidates } from '../../central/rollouts/candidates.ts';
import { writeMembers } from '../../central/rollouts/write-members.ts';
import type { RolloutPlan } from '../../src/contracts/console/rollout-plan.ts';
import { planFaults, sizesOf } from '../../src/rollout/plan-faults.ts';
import { planWaves } from '../../src/rollout/plan-waves.ts';

const settings = z.object({
  kiosks: z.coerce.number().int().min(100).max(1_000_000),
  runs: z.coerce.number().int().min(1).max(50),
});
const REGIONS = ['东区', '西区', '南区', '北区', '新区'];
const AT = '2026-11-22T04:00:00.000Z';
const ROWS_AT_ONCE = 1_000;

const gate = {
  watchMinutes: 60,
  fewestJourneys: 200,
  mostFailedPoints: 2,
  mostReturnedPercent: 2,
  mostSilentPercent: 10,
};
const wave = (name: string, regions: string[] | null, models: string[] | null, percent: number) => ({
  name,
  regions,
  models,
  tags: null,
  percent,
  gate,
});
const PLAN: RolloutPlan = {
  canary: { by: 'number', number: 20 },
  canaryGate: gate,
  waves: [
    wave('one in twenty', null, null, 5),
    wave('东区', ['东区'], null, 50),
    wave('south and north', ['南区', '北区'], null, 100),
    wave('YK-2', null, ['YK-2'], 100),
    wave('half', null, null, 50),
    wave('rest', null, null, 100),
  ],
  notBefore: null,
  quietHours: null,
  advance: 'automatic',
};

/**
 * `bench rollout [--kiosks 50000] [--runs 5]`: who is in which wave, decided and written down, on one core over a file
 * of SQLite that survives a power cut. Milliseconds are medians; the raw figure is one row each with nothing decided.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: { kiosks: { type: 'string', default: '50000' }, runs: { type: 'string', default: '5' } },
  });
  const { kiosks, runs } = settings.parse(values);
  const loadBefore = loadavg()[0];
  const folder = mkdtempSync(join(tmpdir(), 'yikatong-bench-'));
  const queries = openDatabase(join(folder, 'central.sqlite'));
  try {
    await migrate(queries);
    await enrol(queries, kiosks);
    const planned: number[] = [];
    const written: number[] = [];
    let sizes: number[] = [];
    for (let round = 0; round < runs; round += 1) {
      const rolloutId = `P-${String(round).padStart(12, '0')}`;
      const began = performance.now();
      const fleet = await candidates(queries);
      const waves = planWaves(rolloutId, PLAN, fleet);
      const faults = planFaults(PLAN, fleet, waves);
      planned.push(performance.now() - began);
      if (faults.length > 0) throw new Error(JSON.stringify(faults));
      const writes = performance.now();
      await inTransaction(queries, (q) => writeMembers(q, rolloutId, waves, AT));
      written.push(performance.now() - writes);
      sizes = sizesOf(PLAN, waves);
    }
    return {
      kiosks,
      waves: PLAN.waves.length,
      plannedMs: median(planned),
      writtenMs: median(written),
      rawMs: Math.round(await bareRows(queries, kiosks)),
      sizes,
      runs,
      machine: { node: process.version, cpus: cpus().length, loadBefore, loadAfter: loadavg()[0] },
    };
  } finally {
    await queries.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}

const median = (values: readonly number[]): number =>
  Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);

/** A fleet of names, regions and models; every twentieth kiosk has a tag. */
async function enrol(queries: Queries, size: number): Promise<void> {
  await inTransaction(queries, async (q) => {
    for (let from = 0; from < size; from += ROWS_AT_ONCE) {
      const numbers = Array.from({ length: Math.min(ROWS_AT_ONCE, size - from) }, (_, at) => from + at);
      const rows = numbers.map((at) => ({
        kiosk_id: `kiosk-${String(at).padStart(8, '0')}`,
        name: `大厅 ${at}`,
        public_key: `key-${at}`,
        enrolled_at: AT,
        region: REGIONS[at % REGIONS.length] ?? null,
        model: at % 3 === 0 ? 'YK-2' : 'YK-1',
        revoked_at: null,
        revoked_by: null,
        revoked_because: null,
      }));
      await q.insertInto('kiosk').values(rows).execute();
      const tags = rows.filter((_, at) => at % 20 === 0).map(({ kiosk_id }) => ({ kiosk_id, tag: 'hall' }));
      await q.insertInto('kiosk_tag').values(tags).execute();
    }
  });
}

/** The same number of rows, one column each, in one commit. */
async function bareRows(queries: Queries, size: number): Promise<number> {
  const seeds = Array.from({ length: size }, (_, at) => ({ seeded_for: `row ${at}` }));
  const began = performance.now();
  await inTransaction(queries, async (q) => {
    for (let from = 0; from < size; from += ROWS_AT_ONCE) {
      await q
        .insertInto('registry_seed')
        .values(seeds.slice(from, from + ROWS_AT_ONCE))
        .execute();
    }
  });
  return performance.now() - began;
}
