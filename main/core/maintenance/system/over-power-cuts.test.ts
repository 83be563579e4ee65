import { describe, expect, it } from 'vitest';
import { decommission } from '../../../../src/maintenance/tasks/decommission.ts';
import { enrol } from '../../../../src/maintenance/tasks/enrol.ts';
import { restartCore } from '../../../../src/maintenance/tasks/restarts.ts';
import type { LeftBehind } from '../../../../src/ports/maintenance/decommissioning.ts';
import { settled } from '../../virtual-clock.ts';
import { ALONE, DeskBench } from '../guide/desk-bench.ts';

const CODE = '0123-4567-89AB-CDEF';
/** What the power ended never comes back. */
const powerFails = () => new Promise<never>(() => undefined);

async function goOn(bench: DeskBench): Promise<void> {
  const [left] = bench.desk.unfinished();
  if (!left) throw new Error('no task is left');
  bench.desk.resume(left.id, ALONE);
  await settled();
}

describe('system tasks over power cuts', () => {
  it('an enrolment code is never on disk, and asked for again', async () => {
    let held: string | null = null;
    let calls = 0;
    const port = {
      kioskId: () => null,
      canScan: () => false,
      scan: async () => 'no-scanner' as const,
      hold: (code: string) => {
        held = code;
      },
      async enrol() {
        calls += 1;
        if (calls === 1) return powerFails();
        return held === null ? { why: 'code-forgotten' as const } : { kioskId: 'kiosk-1' };
      },
    };
    const bench = new DeskBench({ enrol: enrol(port) });
    bench.desk.begin('enrol', ALONE);
    await settled();
    await bench.answer('how', 'type');
    await bench.answer('enter-code', CODE);
    expect(bench.desk.page()?.step).toBe('enrol');
    const kept = JSON.stringify(bench.onDisk());
    expect(kept).not.toContain(CODE);
    expect(kept).not.toContain(CODE.replaceAll('-', ''));
    held = null;
    bench.cut();
    await goOn(bench);
    expect(bench.desk.page()?.step).toBe('enter-code');
    await bench.answer('enter-code', CODE);
    expect(bench.desk.page()).toMatchObject({ step: 'done', facts: { kioskId: 'kiosk-1' } });
    expect(bench.crashes).toEqual([]);
  });

  it('core is restarted once, and the new one ends the task', async () => {
    let restarted = 0;
    const core = () => {
      restarted += 1;
      return powerFails();
    };
    const bench = new DeskBench({ 'restart-core': restartCore({ core }) });
    bench.desk.begin('restart-core', ALONE);
    await settled();
    await bench.answer('sure', 'yes');
    expect(restarted).toBe(1);
    bench.cut();
    await goOn(bench);
    expect(bench.desk.page()).toMatchObject({ step: 'done', ask: { kind: 'end', outcome: 'done' } });
    expect(restarted).toBe(1);
  });

  it('INV-4 a decommission goes on where it was, and the centre is told once more rather than never', async () => {
    const nothing: LeftBehind = {
      openTransactions: 0,
      outbox: 0,
      deadLetters: 0,
      residentCards: 0,
      newCards: 0,
      blanks: 0,
      unsentAudit: 0,
    };
    let told = 0;
    const begun: boolean[] = [];
    const bench = new DeskBench({
      decommission: decommission({
        kioskName: '一号',
        leftBehind: () => nothing,
        async tellCentre() {
          told += 1;
          return told === 1 ? powerFails() : 'told';
        },
        begin: async (_people, knows) => void begun.push(knows),
      }),
    });
    bench.desk.begin('decommission', ALONE);
    await settled();
    await bench.answer('what-is-left', 'go-on');
    await bench.answer('sure', 'yes');
    await bench.answer('enter-kiosk-name', '二号');
    expect(bench.desk.page()?.step).toBe('enter-kiosk-name');
    await bench.answer('enter-kiosk-name', '一号');
    expect(begun).toEqual([]);
    bench.cut();
    await goOn(bench);
    expect(begun).toEqual([true]);
    expect(told).toBe(2);
    expect(bench.crashes).toEqual([]);
  });
});
