import { describe, expect, it } from 'vitest';
import type { RolloutPlan } from '../../src/contracts/console/rollout-plan.ts';
import { benchPlan, benchWave } from './bench-plans.ts';
import { listMembers } from './list-members.ts';
import { createRollout, previewRollout } from './make-rollout.ts';
import { type RolloutBench, rolloutBench } from './rollout-bench.ts';
import { showRollout } from './rollout-views.ts';

const BY = 'O-0002';
const everybody = { page: 1, size: 500 };

async function started(bench: RolloutBench, releaseId = 'R-2026-0001', plan: RolloutPlan = benchPlan()) {
  const made = await createRollout(bench.foundations, { rolloutId: null, releaseId, plan }, BY);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const start = await bench.steps.start(made.value, BY);
  if (!start.ok) throw new Error(start.error);
  return made.value;
}

async function shown(bench: RolloutBench, rolloutId: string) {
  const rollout = await showRollout(bench.foundations, rolloutId);
  if (!rollout) throw new Error('no rollout');
  return rollout;
}

const have = async ({ queries }: RolloutBench, digest: string): Promise<number> =>
  (await queries.selectFrom('kiosk_target').selectAll().execute()).filter(
    ({ sha256, back }) => sha256 === digest && back === 0,
  ).length;

describe('a rollout through a whole fleet', () => {
  it('goes from the canary through its waves to done, each kiosk in its wave throughout', async () => {
    await using bench = await rolloutBench(300);
    const digest = await bench.release('R-2026-0001', 1);
    await bench.everybodyPolls();
    const rolloutId = await started(bench);
    const waves = await bench.waves(rolloutId);
    expect(waves.size).toBe(300);
    expect(await have(bench, digest)).toBe(15);
    let widest = 15;
    for (const state of ['canary', 'wave', 'wave', 'wave']) {
      expect((await shown(bench, rolloutId)).state).toBe(state);
      await bench.wavePasses();
      const now = await have(bench, digest);
      expect(now).toBeGreaterThanOrEqual(widest);
      widest = now;
    }
    const done = await shown(bench, rolloutId);
    expect([done.state, done.counts.running, done.gate]).toEqual(['done', 300, null]);
    expect(done.endedAt).not.toBeNull();
    expect(await bench.waves(rolloutId)).toEqual(waves);
    expect(
      (await listMembers(bench.foundations, rolloutId, everybody))?.rows.filter(({ reason }) => reason),
    ).toEqual([]);
    expect(await bench.acts()).toEqual([
      'O-0002 rollout-created',
      'O-0002 rollout-started',
      'system rollout-opened',
      ...Array.from({ length: 4 }, () => 'system rollout-gate-passed'),
    ]);
    const told = bench.heard.flatMap((change) => (change.about === 'kiosks' ? change.kioskIds : []));
    expect(told.length).toBe(300);
  });

  it('opens nothing before its gate: time, and journeys on the new configuration, not only "applied"', async () => {
    await using bench = await rolloutBench(60);
    const digest = await bench.release('R-2026-0001', 1);
    const rolloutId = await started(bench);
    await bench.everybodyPolls();
    bench.advance(31);
    await bench.everybodyPolls();
    await bench.desk.sweep();
    expect(await have(bench, digest)).toBe(3);
    expect((await shown(bench, rolloutId)).gate).toMatchObject({ verdict: 'waits', journeys: 0, takenIn: 3 });
    // Journeys elsewhere, or under what was before, are none of these.
    await bench.journeys(['K-0002', 'K-0003'], 40, 0);
    await bench.journeys(['K-0001'], 40, 0, 0);
    await bench.desk.sweep();
    expect((await shown(bench, rolloutId)).wave).toBe(0);
    await bench.journeys(['K-0001', 'K-0021', 'K-0041'], 4, 0);
    await bench.desk.sweep();
    expect((await shown(bench, rolloutId)).wave).toBe(1);
  });

  it('pauses by itself when more journeys fail than before, says which figure, and goes on when told to', async () => {
    await using bench = await rolloutBench(60);
    await bench.release('R-2026-0001', 1);
    await bench.everybodyPolls();
    const trial = ['K-0001', 'K-0021', 'K-0041'];
    await bench.journeys(trial, 50, 1);
    bench.advance(24 * 60);
    const rolloutId = await started(bench);
    await bench.everybodyPolls();
    await bench.journeys(trial, 10, 1);
    await bench.desk.sweep();
    const paused = await shown(bench, rolloutId);
    expect([paused.state, paused.reason]).toEqual(['paused', 'gate: failed']);
    const weekBefore = { journeysBefore: 150, failedBefore: 3 };
    expect(paused.gate).toMatchObject({ journeys: 30, failed: 3, ...weekBefore });
    // Counted once for a wave: a sweep every few seconds must not go through the week again.
    await bench.queries.deleteFrom('past_session').where('assignment', '=', 0).execute();
    expect((await shown(bench, rolloutId)).gate).toMatchObject(weekBefore);
    bench.advance(120);
    await bench.everybodyPolls();
    await bench.desk.sweep();
    expect((await shown(bench, rolloutId)).state).toBe('paused');
    const page = await listMembers(bench.foundations, rolloutId, { ...everybody, wave: 3, reason: 'paused' });
    expect(page?.total).toBe((await shown(bench, rolloutId)).waveCounts[3]?.kiosks);
    expect(await bench.steps.resume(rolloutId, BY)).toEqual({ ok: true, value: null });
    expect(await shown(bench, rolloutId)).toMatchObject({
      state: 'canary',
      reason: null,
      gate: { journeys: 0 },
    });
    await bench.wavePasses();
    expect((await shown(bench, rolloutId)).wave).toBe(1);
    expect(await bench.acts()).toContain('system rollout-gate-failed');
  });

  it('does not pause for kiosks at which as many journeys failed before', async () => {
    await using bench = await rolloutBench(60);
    await bench.release('R-2026-0001', 1);
    await bench.everybodyPolls();
    await bench.journeys(['K-0001', 'K-0021', 'K-0041'], 50, 5);
    bench.advance(24 * 60);
    const rolloutId = await started(bench);
    await bench.everybodyPolls();
    await bench.journeys(['K-0001', 'K-0021', 'K-0041'], 10, 1);
    await bench.desk.sweep();
    expect((await shown(bench, rolloutId)).state).toBe('canary');
  });

  it('pauses when kiosks go back by themselves or refuse it, and keeps the reason of each', async () => {
    await using bench = await rolloutBench(60);
    await bench.release('R-2026-0001', 1);
    const [first, second] = [bench.kiosks.get('K-0001'), bench.kiosks.get('K-0021')];
    if (!first || !second) throw new Error('no such kiosk');
    first.manners = 'refuses';
    second.manners = 'returns';
    const rolloutId = await started(bench);
    await bench.everybodyPolls();
    await bench.desk.sweep();
    expect((await shown(bench, rolloutId)).reason).toBe('gate: returned');
    const rows = (await listMembers(bench.foundations, rolloutId, { ...everybody, wave: 0 }))?.rows ?? [];
    expect(rows.map(({ reason }) => reason && [reason.code, reason.detail])).toEqual([
      ['refused', 'signature-wrong'],
      ['returned', 'journeys-failed'],
      null,
    ]);
  });

  it('knows that a kiosk refuses the second as it refused the first, though it says nothing new', async () => {
    await using bench = await rolloutBench(60);
    await bench.release('R-2026-0001', 1);
    const stubborn = bench.kiosks.get('K-0001');
    if (!stubborn) throw new Error('no such kiosk');
    stubborn.manners = 'refuses';
    const one = await started(bench);
    await bench.everybodyPolls();
    await bench.steps.holdBack(one, BY, 'stop', 'a better one comes');
    await bench.release('R-2026-0002', 2);
    const two = await started(bench, 'R-2026-0002');
    await bench.everybodyPolls();
    const refusing = { ...everybody, reason: 'refused' } as const;
    expect((await listMembers(bench.foundations, two, refusing))?.total).toBe(0);
    bench.advance(4);
    await bench.everybodyPolls();
    await bench.desk.sweep();
    expect((await listMembers(bench.foundations, two, refusing))?.total).toBe(1);
    expect((await shown(bench, two)).reason).toBe('gate: returned');
  });
});

describe('operators hold a rollout back', () => {
  it('stop widening: those who have it keep it, the others never get it', async () => {
    await using bench = await rolloutBench(60);
    const digest = await bench.release('R-2026-0001', 1);
    const rolloutId = await started(bench);
    await bench.wavePasses();
    const given = await have(bench, digest);
    expect(await bench.steps.holdBack(rolloutId, BY, 'stop', 'enough')).toEqual({ ok: true, value: null });
    await bench.wavePasses();
    await bench.wavePasses();
    await bench.enrol('K-9001', { tags: ['trial'] });
    await bench.poll('K-9001');
    expect(await have(bench, digest)).toBe(given);
    const { state, counts } = await shown(bench, rolloutId);
    expect([state, counts.running, counts.planned]).toEqual(['stopped', given, 60 - given]);
    const stopped = await listMembers(bench.foundations, rolloutId, { ...everybody, reason: 'stopped' });
    expect(stopped?.total).toBe(60 - given);
    expect(await bench.steps.resume(rolloutId, BY)).toEqual({ ok: false, error: 'not-now' });
  });

  it('turn back: everybody who got it runs what they ran before, also those who refused or waited', async () => {
    await using bench = await rolloutBench(60);
    const before = await bench.release('R-2026-0001', 1);
    const one = await started(bench);
    for (let wave = 0; wave < 4; wave += 1) await bench.wavePasses();
    expect((await shown(bench, one)).state).toBe('done');

    const after = await bench.release('R-2026-0002', 2);
    const two = await started(bench, 'R-2026-0002');
    const waiting = bench.kiosks.get('K-0001');
    const gone = bench.kiosks.get('K-0041');
    if (!waiting || !gone) throw new Error('no such kiosk');
    waiting.manners = 'waits';
    await bench.wavePasses();
    const given = await have(bench, after);
    gone.manners = 'is-silent';
    expect(await bench.steps.holdBack(two, BY, 'return', 'wrong fee')).toEqual({ ok: true, value: null });
    await bench.everybodyPolls();
    await bench.desk.sweep();
    expect(await have(bench, after)).toBe(0);
    const returning = await shown(bench, two);
    expect([returning.state, returning.counts.back]).toEqual(['returning', given - 1]);
    bench.advance(10);
    const late = await listMembers(bench.foundations, two, { ...everybody, reason: 'link-down' });
    expect(late?.rows.map(({ kioskId }) => kioskId)).toEqual(['K-0041']);
    gone.manners = 'takes-it';
    await bench.everybodyPolls();
    await bench.desk.sweep();
    const over = await shown(bench, two);
    expect([over.state, over.counts.back, over.counts.planned]).toEqual(['returned', given, 60 - given]);
    for (const { running } of bench.kiosks.values()) {
      expect(running.map(({ sha256 }) => sha256)).toEqual([before]);
    }
    expect(over.reason).toBe('wrong fee');
  });

  it('advance by hand once for each wave, and despite its gate only where that is said', async () => {
    await using bench = await rolloutBench(30);
    await bench.release('R-2026-0001', 1);
    const plan = benchPlan({ advance: 'by-hand', canary: { by: 'number', number: 2 } });
    const rolloutId = await started(bench, 'R-2026-0001', plan);
    expect(await bench.steps.advance(rolloutId, BY, 0, false)).toEqual({
      ok: false,
      error: 'gate-not-passed',
    });
    await bench.everybodyPolls();
    await bench.journeys(bench.kiosks.keys(), 8, 0);
    bench.advance(31);
    await bench.everybodyPolls();
    await bench.desk.sweep();
    const waits = await shown(bench, rolloutId);
    expect([waits.wave, waits.gate?.verdict]).toEqual([0, 'passed']);
    expect(waits.holds?.en).toContain('operator');
    expect((await bench.steps.advance(rolloutId, BY, 0, false)).ok).toBe(true);
    expect(await bench.steps.advance(rolloutId, BY, 0, false)).toEqual({
      ok: false,
      error: 'changed-meanwhile',
    });
    expect((await bench.steps.advance(rolloutId, BY, 1, true)).ok).toBe(true);
    expect((await shown(bench, rolloutId)).wave).toBe(2);
  });
});

describe('who may roll out what', () => {
  it('a signed release, by anybody but whoever drafted it, one of a kind and line at a time', async () => {
    await using bench = await rolloutBench(10);
    await bench.release('R-2026-0001', 1);
    await bench.release('R-2026-0002', 2);
    const plan = benchPlan({ waves: [benchWave('rest')] });
    const create = (releaseId: string, by: string, rolloutId: string | null = null) =>
      createRollout(bench.foundations, { rolloutId, releaseId, plan }, by);
    expect(await create('R-2026-0001', 'O-0001')).toMatchObject({ error: { refusal: 'own-draft' } });
    expect(await create('R-2026-0009', BY)).toMatchObject({ error: { refusal: 'no-such-release' } });
    const made = await create('R-2026-0001', BY, 'P-00000000000A');
    expect(made).toEqual({ ok: true, value: 'P-00000000000A' });
    expect(await create('R-2026-0001', BY, 'P-00000000000A')).toEqual(made);
    expect(await create('R-2026-0002', BY)).toMatchObject({ error: { refusal: 'one-at-a-time' } });
    expect(await bench.steps.start('P-00000000000A', 'O-0001')).toEqual({ ok: false, error: 'own-draft' });
    await bench.queries.updateTable('release').set({ state: 'approved' }).execute();
    expect(await create('R-2026-0002', BY)).toMatchObject({ error: { refusal: 'release-not-signed' } });
  });

  it('previews exactly what is made under the same id, and refuses a bad plan in plain words', async () => {
    await using bench = await rolloutBench(100);
    await bench.release('R-2026-0001', 1, { regions: ['东区', '南区'] });
    const plan = benchPlan({ waves: [benchWave('half', { percent: 50 }), benchWave('rest')] });
    const preview = await previewRollout(bench.foundations, {
      rolloutId: null,
      releaseId: 'R-2026-0001',
      plan,
    });
    if (!preview.ok) throw new Error('no preview');
    const { rolloutId, waves, kiosks, notConcerned, faults } = preview.value;
    expect([faults, kiosks + notConcerned, notConcerned]).toEqual([[], 100, 33]);
    await createRollout(bench.foundations, { rolloutId, releaseId: 'R-2026-0001', plan }, BY);
    const made = await shown(bench, rolloutId);
    expect(made.waveCounts.map((one) => one.kiosks)).toEqual(waves.map((one) => one.kiosks));
    const bad = {
      rolloutId: null,
      releaseId: 'R-2026-0001',
      plan: benchPlan({ waves: [benchWave('a', { percent: 5 })] }),
    };
    await bench.queries.updateTable('rollout').set({ state: 'stopped' }).execute();
    expect(await createRollout(bench.foundations, bad, BY)).toMatchObject({
      error: { refusal: 'plan-faulty' },
    });
  });
});

describe('time and others', () => {
  it('nothing begins before its day or in quiet hours, and a failing wave pauses in them all the same', async () => {
    await using bench = await rolloutBench(20);
    const digest = await bench.release('R-2026-0001', 1);
    // Sunday noon in Shanghai; the schedule says one o'clock, the quiet hours end at two.
    const plan = benchPlan({
      canary: { by: 'number', number: 2 },
      waves: [benchWave('rest')],
      notBefore: '2026-11-22T05:00:00.000Z',
      quietHours: { from: '12:30', until: '14:00' },
    });
    const rolloutId = await started(bench, 'R-2026-0001', plan);
    const codes = async () =>
      new Set(
        (await listMembers(bench.foundations, rolloutId, everybody))?.rows.map(({ reason }) => reason?.code),
      );
    expect([await have(bench, digest), await codes()]).toEqual([0, new Set(['waits-for-schedule'])]);
    bench.advance(61);
    await bench.desk.sweep();
    expect([await have(bench, digest), await codes()]).toEqual([0, new Set(['quiet-hours'])]);
    bench.advance(60);
    await bench.desk.sweep();
    expect(await have(bench, digest)).toBe(2);
    // The next day in the quiet hours: the gate is passed, and nothing opens until they end.
    bench.advance(22 * 60 + 50);
    await bench.everybodyPolls();
    await bench.journeys(bench.kiosks.keys(), 10, 0);
    await bench.desk.sweep();
    expect((await shown(bench, rolloutId)).gate?.verdict).toBe('passed');
    expect(await bench.steps.advance(rolloutId, BY, 0, true)).toEqual({ ok: false, error: 'quiet-hours' });
    expect(await have(bench, digest)).toBe(2);
    await bench.journeys(bench.kiosks.keys(), 10, 9);
    await bench.desk.sweep();
    expect((await shown(bench, rolloutId)).state).toBe('paused');
  });

  it('a new kiosk joins its wave, gets it at once where that one is open, and what the last rollout left otherwise', async () => {
    await using bench = await rolloutBench(40);
    const first = await bench.release('R-2026-0001', 1);
    const one = await started(bench);
    for (let wave = 0; wave < 4; wave += 1) await bench.wavePasses();
    const second = await bench.release('R-2026-0002', 2);
    const two = await started(bench, 'R-2026-0002');
    await bench.enrol('K-9001', { region: '东区', tags: ['trial'] });
    await bench.enrol('K-9002', { region: '东区' });
    await bench.everybodyPolls();
    const runs = (kioskId: string) => bench.kiosks.get(kioskId)?.running.map(({ sha256 }) => sha256);
    expect([runs('K-9001'), runs('K-9002')]).toEqual([[second], [first]]);
    const waves = await bench.waves(two);
    expect([waves.get('K-9001'), waves.get('K-9002')]).toEqual([0, 1]);
    await bench.wavePasses();
    await bench.everybodyPolls();
    expect(runs('K-9002')).toEqual([second]);
    expect(new Map([...(await bench.waves(two))].filter(([kioskId]) => waves.has(kioskId)))).toEqual(waves);
    const old = await listMembers(bench.foundations, one, { ...everybody, reason: 'superseded' });
    expect(old?.rows.map(({ kioskId }) => kioskId)).toContain('K-9001');
  });

  it('gives no document of another line, and none that is not meant for the region', async () => {
    await using bench = await rolloutBench(9);
    const hainan = await bench.release('R-2026-0001', 1, { regions: ['东区'] });
    const plan = benchPlan({ canary: { by: 'number', number: 1 }, waves: [benchWave('rest')] });
    await started(bench, 'R-2026-0001', plan);
    await bench.wavePasses();
    await bench.wavePasses();
    expect(await have(bench, hainan)).toBe(3);
    const other = await bench.release('R-2026-0002', 7, { line: 'sichuan' });
    const two = await started(bench, 'R-2026-0002', plan);
    for (let wave = 0; wave < 3; wave += 1) await bench.wavePasses();
    expect([await have(bench, hainan), await have(bench, other)]).toEqual([3, 6]);
    const left = await listMembers(bench.foundations, two, { ...everybody, reason: 'other-line' });
    expect(left?.total).toBe(3);
  });

  it('two processes that sweep at once take each step once', async () => {
    await using bench = await rolloutBench(60);
    await bench.release('R-2026-0001', 1);
    const rolloutId = await started(bench, 'R-2026-0001', benchPlan({ waves: [benchWave('rest')] }));
    await bench.everybodyPolls();
    await bench.journeys(bench.kiosks.keys(), 20, 0);
    bench.advance(31);
    await bench.everybodyPolls();
    await Promise.all([bench.desk.sweep(), bench.desk.sweep(), bench.desk.sweep()]);
    expect((await shown(bench, rolloutId)).wave).toBe(1);
    const told = bench.heard.flatMap((change) => (change.about === 'kiosks' ? change.kioskIds : []));
    expect(told.length).toBe(60);
    expect((await bench.acts()).filter((act) => act === 'system rollout-gate-passed')).toHaveLength(1);
  });

  it('does not wait for kiosks that were revoked, and says so of them', async () => {
    await using bench = await rolloutBench(10);
    await bench.release('R-2026-0001', 1);
    const plan = benchPlan({
      canary: { by: 'kiosks', kiosks: ['K-0001', 'K-0002'] },
      waves: [benchWave('rest')],
    });
    const rolloutId = await started(bench, 'R-2026-0001', plan);
    await bench.queries
      .updateTable('kiosk')
      .set({ revoked_at: '2026-11-22T04:00:00.000Z' })
      .where('kiosk_id', 'in', ['K-0001', 'K-0003'])
      .execute();
    for (const kioskId of ['K-0001', 'K-0003']) bench.kiosks.delete(kioskId);
    await bench.journeys(['K-0002'], 1, 0);
    await bench.everybodyPolls();
    await bench.journeys(['K-0002'], 12, 0);
    await bench.wavePasses();
    await bench.wavePasses();
    expect((await shown(bench, rolloutId)).state).toBe('done');
    const rows = await listMembers(bench.foundations, rolloutId, { ...everybody, reason: 'revoked' });
    expect(rows?.rows.map(({ kioskId }) => kioskId)).toEqual(['K-0001', 'K-0003']);
  });
});
