import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { memberList, rolloutAnswer, rolloutPreviewAnswer } from '../../src/contracts/console/rollouts.ts';
import { openBenchDatabase } from '../bench-database.ts';
import { type CentralBench, centralBench } from '../central-bench.ts';
import { type BenchOperator, benchOperator } from '../console-bench.ts';
import type { Queries } from '../database/tables.ts';
import { benchPlan, benchRelease, benchWave } from './bench-plans.ts';

const directory = mkdtempSync(join(tmpdir(), 'central-rollouts-'));
let bench: CentralBench;
let queries: Queries;
let editor: BenchOperator;
let approver: BenchOperator;
beforeAll(async () => {
  const databasePath = join(directory, 'central.sqlite');
  bench = await centralBench({ databasePath });
  queries = await openBenchDatabase(databasePath);
  editor = await benchOperator(bench, ['editor']);
  approver = await benchOperator(bench, ['approver']);
  await benchRelease(queries, '2026-11-22T03:00:00.000Z', { releaseId: 'R-2026-0001', version: 1 });
  await queries.updateTable('release').set({ drafted_by: editor.operatorId }).execute();
});
afterAll(async () => {
  await queries.destroy();
  await bench.central.close();
  rmSync(directory, { recursive: true, force: true });
});

const plan = benchPlan({ canary: { by: 'number', number: 1 }, waves: [benchWave('rest')] });
const wish = { rolloutId: null, releaseId: 'R-2026-0001', plan };

it('an approver previews, makes, starts, holds back and turns back a rollout from a page of the console', async () => {
  const preview = rolloutPreviewAnswer.parse((await editor.ask('POST', 'rollouts/preview', wish)).body);
  if (!preview.done) throw new Error(preview.refusal);
  expect(preview.preview.waves.map(({ kiosks }) => kiosks)).toEqual([1, 0]);
  expect((await editor.ask('POST', 'rollouts', wish)).status).toBe(403);

  const act = async (path: string, body: unknown) =>
    rolloutAnswer.parse((await approver.ask('POST', path, body)).body);
  const { rolloutId } = preview.preview;
  const made = await act('rollouts', { ...wish, rolloutId });
  expect(made).toMatchObject({ done: true, rollout: { rolloutId, state: 'scheduled' } });
  const at = `rollouts/${rolloutId}`;
  expect(await act(`${at}/return`, { reason: 'too early' })).toMatchObject({ refusal: 'not-now' });
  expect(await act(`${at}/start`, {})).toMatchObject({
    rollout: { state: 'canary', startedBy: approver.operatorId },
  });
  expect(await act(`${at}/advance`, { wave: 0, despiteGate: false })).toMatchObject({
    refusal: 'gate-not-passed',
  });
  expect(await act(`${at}/pause`, { reason: 'we look first' })).toMatchObject({
    rollout: { state: 'paused', reason: 'we look first' },
  });
  expect(await act(`${at}/resume`, {})).toMatchObject({ rollout: { state: 'canary', reason: null } });

  const viewer = await benchOperator(bench, ['viewer']);
  expect((await viewer.ask('GET', 'rollouts?state=canary')).body).toMatchObject({ total: 1 });
  expect((await viewer.ask('GET', at)).body).toMatchObject({ rolloutId, gate: { verdict: 'waits' } });
  const members = memberList.parse((await viewer.ask('GET', `${at}/members?size=10`)).body);
  expect(members.rows).toMatchObject([{ name: 'bench kiosk', wave: 0, reason: { code: 'link-down' } }]);
  expect((await viewer.ask('GET', `${at}/members?reason=paused`)).body).toEqual({ total: 0, rows: [] });
  expect((await viewer.ask('GET', 'rollouts/P-000000000000')).status).toBe(404);

  expect(await act(`${at}/return`, { reason: 'wrong fee' })).toMatchObject({
    rollout: { state: 'returning' },
  });
  const acts = (await viewer.ask('GET', 'acts')).body.acts as { act: string; operatorId: string }[];
  expect(
    acts.filter(({ operatorId }) => operatorId === approver.operatorId).map(({ act: one }) => one),
  ).toEqual(
    expect.arrayContaining(['rollout-created', 'rollout-started', 'rollout-paused', 'rollout-turned-back']),
  );
});

it('whoever drafted a release does not roll it out, also where they may approve others', async () => {
  await queries.updateTable('release').set({ drafted_by: approver.operatorId }).execute();
  const answer = await approver.ask('POST', 'rollouts', wish);
  expect(answer.body).toMatchObject({ done: false, refusal: 'own-draft' });
});
