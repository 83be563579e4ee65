import { describe, expect, it } from 'vitest';
import type { RolloutPlan } from '../../src/contracts/console/rollout-plan.ts';
import { changeKiosk } from '../fleet/kiosk-changes.ts';
import { benchPlan, benchWave } from './bench-plans.ts';
import { listMembers } from './list-members.ts';
import { createRollout } from './make-rollout.ts';
import { type RolloutBench, rolloutBench } from './rollout-bench.ts';
import { showRollout } from './rollout-views.ts';

const BY = 'O-0002';
const everybody = { page: 1, size: 500 };

async function started(bench: RolloutBench, releaseId: string, plan: RolloutPlan) {
  const made = await createRollout(bench.foundations, { rolloutId: null, releaseId, plan }, BY);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  await bench.steps.start(made.value, BY);
  return made.value;
}
const stateOf = async (bench: RolloutBench, rolloutId: string) =>
  (await showRollout(bench.foundations, rolloutId))?.state;
const have = async ({ queries }: RolloutBench, digest: string): Promise<number> =>
  (await queries.selectFrom('kiosk_target').selectAll().where('sha256', '=', digest).execute()).length;

describe('kiosks that move, and kiosks that are away', () => {
  it('a kiosk that is moved to a region joins what was rolled out there, and keeps its place where it was', async () => {
    await using bench = await rolloutBench(9);
    const east = await bench.release('R-2026-0001', 1, { regions: ['东区'] });
    const plan = benchPlan({ canary: { by: 'number', number: 1 }, waves: [benchWave('rest')] });
    const rolloutId = await started(bench, 'R-2026-0001', plan);
    await bench.enrol('K-9001', { region: '西区' });
    for (let wave = 0; wave < 2; wave += 1) await bench.wavePasses();
    const before = await bench.waves(rolloutId);
    expect([await have(bench, east), before.has('K-9001')]).toEqual([3, false]);
    const move = (kioskId: string, region: string) =>
      changeKiosk(bench.foundations, BY, kioskId, { name: 'moved', region, model: 'YK-1', tags: [] });
    await move('K-9001', '东区');
    expect(bench.heard).toContainEqual({ about: 'kiosks', kioskIds: ['K-9001'] });
    await bench.everybodyPolls();
    expect(bench.kiosks.get('K-9001')?.running.map(({ sha256 }) => sha256)).toEqual([east]);
    for (const kioskId of before.keys()) await move(kioskId, '西区');
    await bench.everybodyPolls();
    expect(await have(bench, east)).toBe(4);
    expect(new Map([...(await bench.waves(rolloutId))].filter(([kioskId]) => before.has(kioskId)))).toEqual(
      before,
    );
  });

  it('a kiosk that was moved out of the region before its wave is left out, and the page says why', async () => {
    await using bench = await rolloutBench(9);
    await bench.release('R-2026-0001', 1, { regions: ['东区'] });
    const plan = benchPlan({ canary: { by: 'number', number: 1 }, waves: [benchWave('rest')] });
    const rolloutId = await started(bench, 'R-2026-0001', plan);
    await bench.everybodyPolls();
    const [moved = ''] = [...(await bench.waves(rolloutId))].flatMap(([kioskId, wave]) =>
      wave === 1 ? [kioskId] : [],
    );
    const change = { name: 'moved', region: '西区', model: 'YK-1', tags: [] };
    await changeKiosk(bench.foundations, BY, moved, change);
    for (let wave = 0; wave < 2; wave += 1) await bench.wavePasses();
    const page = await listMembers(bench.foundations, rolloutId, { ...everybody, reason: 'not-concerned' });
    expect(page?.rows.map(({ kioskId }) => kioskId)).toEqual([moved]);
    expect(await stateOf(bench, rolloutId)).toBe('done');
  });

  it('while it is paused or stopped nobody gets it, whoever joins an open wave and however many sweep', async () => {
    await using bench = await rolloutBench(20);
    const digest = await bench.release('R-2026-0001', 1);
    const rolloutId = await started(bench, 'R-2026-0001', benchPlan({ waves: [benchWave('rest')] }));
    await bench.everybodyPolls();
    expect(await have(bench, digest)).toBe(1);
    const comes = async (kioskId: string) => {
      await bench.enrol(kioskId, { region: '东区', tags: ['trial'] });
      await bench.everybodyPolls();
      await Promise.all([bench.desk.sweep(), bench.desk.sweep()]);
      return (await bench.waves(rolloutId)).get(kioskId);
    };
    await bench.steps.holdBack(rolloutId, BY, 'pause', 'we look first');
    expect(await comes('K-9001')).toBe(0);
    expect(await have(bench, digest)).toBe(1);
    await bench.steps.resume(rolloutId, BY);
    expect(await have(bench, digest)).toBe(2);
    await bench.steps.holdBack(rolloutId, BY, 'pause', 'we look again');
    expect(await comes('K-9002')).toBe(0);
    await bench.steps.holdBack(rolloutId, BY, 'stop', 'a better one comes');
    expect(await comes('K-9003')).toBeUndefined();
    bench.advance(60);
    await Promise.all([bench.desk.sweep(), bench.desk.sweep()]);
    expect(await have(bench, digest)).toBe(2);
  });

  it('a kiosk in the store keeps nobody from what comes after a return, and goes to the latest when it is back', async () => {
    await using bench = await rolloutBench(20);
    const plan = benchPlan({ waves: [benchWave('rest')] });
    const good = await bench.release('R-2026-0001', 1);
    await started(bench, 'R-2026-0001', plan);
    for (let wave = 0; wave < 2; wave += 1) await bench.wavePasses();
    await bench.release('R-2026-0002', 2);
    const bad = await started(bench, 'R-2026-0002', plan);
    await bench.wavePasses();
    const stored = bench.kiosks.get('K-0002');
    if (!stored) throw new Error('no such kiosk');
    stored.manners = 'is-silent';
    await bench.steps.holdBack(bad, BY, 'return', 'wrong fee');
    await bench.everybodyPolls();
    await bench.desk.sweep();
    expect(await stateOf(bench, bad)).toBe('returning');
    const right = await bench.release('R-2026-0003', 3);
    await started(bench, 'R-2026-0003', plan);
    for (let wave = 0; wave < 2; wave += 1) await bench.wavePasses();
    const target = await bench.queries
      .selectFrom('kiosk_target')
      .selectAll()
      .where('kiosk_id', '=', 'K-0002')
      .execute();
    expect(target).toMatchObject([{ sha256: right, before_sha256: good, back: 0 }]);
    stored.manners = 'takes-it';
    await bench.everybodyPolls();
    expect(stored.running.map(({ sha256 }) => sha256)).toEqual([right]);
    await bench.desk.sweep();
    expect(await stateOf(bench, bad)).toBe('returned');
  });
});

it('the same rollout made again is the same, and with another plan it is another', async () => {
  await using bench = await rolloutBench(10);
  await bench.release('R-2026-0001', 1);
  const make = (plan: RolloutPlan) =>
    createRollout(bench.foundations, { rolloutId: 'P-00000000000A', releaseId: 'R-2026-0001', plan }, BY);
  const plan = benchPlan({ waves: [benchWave('rest')] });
  expect(await make(plan)).toEqual({ ok: true, value: 'P-00000000000A' });
  expect(await make(plan)).toEqual({ ok: true, value: 'P-00000000000A' });
  expect(await make({ ...plan, advance: 'by-hand' })).toMatchObject({
    error: { refusal: 'changed-meanwhile' },
  });
});
