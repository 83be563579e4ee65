import { describe, expect, it } from 'vitest';
import type { FleetSummary } from '../../src/contracts/console/fleet-summary.ts';
import { WORK_ITEM_KINDS } from '../../src/contracts/console/work-words.ts';
import { centralBench } from '../central-bench.ts';
import { benchOperator } from '../console-bench.ts';

describe('the made-up fleet', () => {
  it('fills every page of the desk, once however often it is asked for', async () => {
    await using bench = await centralBench();
    const viewer = await benchOperator(bench, ['viewer']);
    const look = async (path: string) => {
      const answer = await viewer.ask('GET', path);
      if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    };
    expect((await bench.send('POST', '/dev/fleet-sample')).body).toEqual({ kiosks: 60 });
    expect((await bench.send('POST', '/dev/fleet-sample')).body).toEqual({ kiosks: 60 });
    await bench.central.sweep();

    const summary = (await look('fleet/summary')) as FleetSummary;
    const up = summary.presence.find(({ presence }) => presence === 'up');
    expect(up?.kiosks).toBeGreaterThan(45);
    expect(new Set(summary.servicesOff.map(({ reason }) => reason))).toContain('printer-down');
    expect(summary.runningOut.length).toBeGreaterThan(2);
    expect(summary.alarms.length).toBeGreaterThan(4);
    expect(
      summary.work
        .filter(({ open }) => open > 0)
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual([...WORK_ITEM_KINDS].toSorted());

    const { releases } = (await look('releases')) as { releases: { state: string }[] };
    expect(releases.map(({ state }) => state).toSorted()).toEqual([
      'abandoned',
      'approved',
      'draft',
      'in-review',
      'signed',
      'signed',
    ]);
    const { rows } = (await look('rollouts')) as {
      rows: { state: string; counts: Record<string, number> }[];
    };
    expect(rows.map(({ state }) => state)).toEqual(['wave', 'done']);
    expect(rows[0]?.counts).toMatchObject({ returned: 1, waiting: 1 });
    expect((await look('fleet/words')).regions).toHaveLength(18);
    expect(await look('figures?from=2026-11-09&to=2026-11-22')).toMatchObject({ rows: { length: 14 } });
  });
});
