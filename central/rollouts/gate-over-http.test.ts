import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Assignment, assignment } from '../../src/contracts/configuration/assignment.ts';
import { type ConfigurationReport, configurationAnswer } from '../../src/contracts/configuration/poll.ts';
import { rolloutAnswer, rolloutDetail } from '../../src/contracts/console/rollouts.ts';
import { payloadOf, pollOf } from '../director/director-bench.ts';
import { BENCH_CENTRE_KEYS, benchRoot } from '../director/trust-bench.ts';
import { type FleetBench, fleetBench } from '../fleet/fleet-bench.ts';
import { benchPlan, benchRelease, benchWave } from './bench-plans.ts';

type Kiosk = FleetBench['first'];
let bench: FleetBench;
beforeAll(async () => {
  bench = await fleetBench({ centreKeys: BENCH_CENTRE_KEYS, firstRoot: benchRoot(1) });
});
afterAll(() => bench.central.close());

async function poll(kiosk: Kiosk, report: Partial<ConfigurationReport> = {}): Promise<Assignment | null> {
  const answer = await bench.send('POST', '/v1/configuration/polls', pollOf(report), kiosk.token);
  const { assignment: given } = configurationAnswer.parse(answer.body);
  return given && assignment.parse(payloadOf(given));
}
/** So many residents came, in vain or not, as the kiosk's own trail tells it. */
const journeys = (
  kiosk: Kiosk,
  runningAssignment: number,
  disposition: 'completed' | 'trouble',
  many: number,
) =>
  bench.record(
    kiosk,
    Array.from({ length: many }, () => ({
      event: 'session-facts' as const,
      detail: {
        day: '2026-11-22',
        pack: 'hainan 2',
        service: 'loss',
        disposition,
        seconds: 30,
        assignment: runningAssignment,
      },
    })),
  );

it('a gate hears from the kiosk’s own trail that journeys fail under what it was given, and from nothing else', async () => {
  const [canary, other] = [bench.first, await bench.kiosk()];
  await benchRelease(bench.database, '2026-11-22T03:00:00.000Z', { releaseId: 'R-2026-0001', version: 2 });
  await bench.database.updateTable('release').set({ drafted_by: 'O-9001' }).execute();
  const before = (await poll(canary))?.version ?? 0;
  await poll(other);
  const approver = await bench.person('approver');
  const step = async (path: string, body: unknown) => {
    const answer = rolloutAnswer.parse((await approver.ask('POST', path, body)).body);
    if (!answer.done) throw new Error(answer.refusal);
    return answer.rollout;
  };
  const plan = benchPlan({
    canary: { by: 'kiosks', kiosks: [canary.kioskId] },
    waves: [benchWave('rest')],
  });
  const { rolloutId } = await step('rollouts', { rolloutId: null, releaseId: 'R-2026-0001', plan });
  await step(`rollouts/${rolloutId}/start`, {});
  const now = async () => {
    await bench.central.sweep();
    return rolloutDetail.parse(await bench.look(`rollouts/${rolloutId}`));
  };

  const given = await poll(canary, { assignment: before, runningAssignment: before });
  const [document] = given?.documents ?? [];
  if (!given || !document) throw new Error('nothing was given');
  expect((await poll(other, { assignment: 1 }))?.documents ?? []).toEqual([]);
  const { length: _, ...running } = document;
  const report = { assignment: given.version, runningAssignment: given.version, running: [running] };
  await poll(canary, { state: 'running', ...report });
  expect(await now()).toMatchObject({ state: 'canary', counts: { running: 1 }, gate: { journeys: 0 } });

  // Begun under what was before, or at a kiosk that was given nothing: no word about this release.
  await journeys(canary, before, 'completed', 12);
  await journeys(other, given.version, 'trouble', 12);
  expect(await now()).toMatchObject({ state: 'canary', gate: { journeys: 0, failed: 0 } });

  await journeys(canary, given.version, 'trouble', 10);
  const paused = await now();
  expect(paused).toMatchObject({
    ...{ state: 'paused', reason: 'gate: failed', wave: 0 },
    gate: { journeys: 10, failed: 10, journeysBefore: 12, failedBefore: 0 },
  });
  bench.advance(2 * 60 * 60);
  expect(await now()).toMatchObject({ state: 'paused', counts: { planned: 1 } });
});
