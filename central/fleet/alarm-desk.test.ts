import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AlarmsAnswer } from '../../src/contracts/console/alarms.ts';
import type { FleetSummary } from '../../src/contracts/console/fleet-summary.ts';
import type { Alarm } from '../../src/contracts/maintenance/alarm.ts';
import { BENCH_NOW } from '../central-bench.ts';
import { type FleetBench, fleetBench } from './fleet-bench.ts';

let bench: FleetBench;
beforeAll(async () => {
  bench = await fleetBench();
});
afterAll(() => bench.central.close());

const LOW: Alarm = { kind: 'stock-low', which: null, since: BENCH_NOW - 5_000, detail: 'blanks 9 of 20' };
const alarms = (kioskId: string, view: string) =>
  bench.look<AlarmsAnswer>(`fleet/alarms?view=${view}&kioskId=${kioskId}`);
const acknowledge = (alarmId: string, role: 'fleet' | 'viewer' = 'fleet') =>
  bench.act(role, 'POST', 'fleet/alarms/acknowledgements', { alarmId, note: '已派人' });

describe('alarms at the desk', () => {
  it('are quiet once acknowledged, until they are over; a new one stands again', async () => {
    const kiosk = await bench.kiosk('low');
    await bench.beat(kiosk, { alarms: [LOW] });
    const [alarm] = (await alarms(kiosk.kioskId, 'standing')).rows;
    const id = alarm?.alarmId ?? '';
    expect((await acknowledge(id)).status).toBe(200);
    expect((await alarms(kiosk.kioskId, 'standing')).total).toBe(0);
    expect((await alarms(kiosk.kioskId, 'quiet')).rows).toMatchObject([{ note: '已派人' }]);
    expect((await bench.look<FleetSummary>('fleet/summary')).alarms).toEqual([
      { kind: 'stock-low', standing: 0, quiet: 1 },
    ]);
    await bench.beat(kiosk, { alarms: [{ ...LOW, detail: 'blanks 5 of 20' }] });
    expect((await alarms(kiosk.kioskId, 'quiet')).total).toBe(1);
    await bench.beat(kiosk, { alarms: [] });
    expect((await alarms(kiosk.kioskId, 'history')).rows).toMatchObject([{ note: '已派人' }]);
    expect((await acknowledge(id)).body.code).toBe('not-now');
    await bench.beat(kiosk, { alarms: [{ ...LOW, since: BENCH_NOW }] });
    expect((await alarms(kiosk.kioskId, 'standing')).total).toBe(1);
  });

  it('are acknowledged once, by the fleet desk alone', async () => {
    const kiosk = await bench.kiosk();
    await bench.beat(kiosk, { alarms: [LOW] });
    const [alarm] = (await alarms(kiosk.kioskId, 'standing')).rows;
    const id = alarm?.alarmId ?? '';
    expect((await acknowledge(id, 'viewer')).status).toBe(403);
    expect((await acknowledge(id)).status).toBe(200);
    expect((await acknowledge(id)).body.code).toBe('not-now');
    expect((await acknowledge('nobody-has-it')).status).toBe(404);
  });
});
