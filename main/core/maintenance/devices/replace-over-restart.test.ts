import { describe, expect, it } from 'vitest';
import { replaceDevice } from '../../../../src/maintenance/tasks/replace-device.ts';
import type { FoundDevice, ReplaceBench } from '../../../../src/ports/maintenance/device-bench.ts';
import { settled } from '../../virtual-clock.ts';
import { ALONE, DeskBench } from '../guide/desk-bench.ts';

const FOUND: FoundDevice = {
  driver: 'sam-v',
  transport: 'tcp://10.0.0.2:9',
  identity: 'SAM 05.03',
  recognisedBy: 'configuration',
};

/** What the machine was made to do, across power cuts, and a way to make one act hang. */
function machine() {
  const did: string[] = [];
  const bench: ReplaceBench = {
    fitted: () => [
      { device: 'reader', deviceClass: 'id-card-reader', state: 'offline', code: 'connection-refused' },
    ],
    lookFor: async () => [FOUND],
    selfTest: async () => {
      did.push('self-test');
      return null;
    },
    writeTable: () => {
      did.push('write');
      return null;
    },
    restart: () => void did.push('restart'),
    verdict: async () => {
      did.push('verdict');
      return 'kept';
    },
  };
  return { did, scripts: { 'replace-device': replaceDevice(bench) } };
}

/** Answers what is shown until the machine works or the task is over. */
async function goOn(desk: DeskBench): Promise<void> {
  const answers = {
    'choose-device': 'reader',
    'choose-found': '0',
    'take-out': null,
    'plug-in': null,
  } as const;
  for (;;) {
    await settled();
    const page = desk.desk.page();
    if (!page || page.ask.kind === 'end' || page.ask.kind === 'running') return;
    await desk.answer(page.step, answers[page.step as keyof typeof answers] ?? null);
  }
}

describe('swapping a reader', () => {
  it('goes on after the restart it asked for, asks nothing twice and sees what came of it', async () => {
    const { did, scripts } = machine();
    const desk = new DeskBench(scripts);
    desk.desk.begin('replace-device', ALONE);
    await goOn(desk);
    expect(did).toEqual(['self-test', 'write', 'restart']);
    const [task] = desk.desk.unfinished();
    expect(task).toMatchObject({ kind: 'replace-device', step: 'restart' });
    desk.cut();
    desk.desk.resume(task?.id ?? '', ALONE);
    await goOn(desk);
    expect(did).toEqual(['self-test', 'write', 'restart', 'verdict']);
    expect(desk.desk.page()).toMatchObject({
      ask: { kind: 'end', outcome: 'done' },
      facts: { device: 'reader' },
    });
    expect(desk.crashes).toEqual([]);
  });

  it('a power cut before each answer changes nothing of the way', async () => {
    for (const step of ['choose-device', 'take-out', 'plug-in', 'choose-found']) {
      const { did, scripts } = machine();
      const desk = new DeskBench(scripts);
      desk.desk.begin('replace-device', ALONE);
      await settled();
      while (desk.desk.page()?.step !== step) {
        const shown = desk.desk.page()?.step ?? '';
        await desk.answer(shown, shown === 'choose-device' ? 'reader' : null);
        await settled();
      }
      desk.cut();
      const [task] = desk.desk.unfinished();
      if (task) desk.desk.resume(task.id, ALONE);
      else desk.desk.begin('replace-device', ALONE);
      await goOn(desk);
      expect(did).toEqual(['self-test', 'write', 'restart']);
    }
  });
});
