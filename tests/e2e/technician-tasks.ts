import { expect } from 'vitest';
import type { KioskPage } from '../../scripts/world/kiosk-page.ts';
import type { TaskKind, TaskStep } from '../../src/contracts/maintenance/tasks.ts';
import { onPage, reported, seen, touchAct, touchChoice } from './technician.ts';

/** From the readiness page into a task; the second person is asked for where it needs one. */
export async function beginTask(kiosk: KioskPage, task: TaskKind): Promise<void> {
  await onPage(kiosk, 'readiness');
  await kiosk.page.locator('[data-command="open-tasks"]').click();
  await kiosk.touchThis(kiosk.page.locator(`.task-tile[data-task="${task}"]`));
}

/** Waits until this step asks for something. */
const atStep = <K extends TaskKind>(kiosk: KioskPage, task: K, step: TaskStep<K>): Promise<void> =>
  seen(kiosk, `.task-step[data-task="${task}"][data-step="${step}"]:not([data-ask="running"])`);

/** A technician's answers to the steps of one task, in its own words. */
export function hands<K extends TaskKind>(kiosk: KioskPage, task: K) {
  const at = (step: TaskStep<K>) => atStep(kiosk, task, step);
  const answer = () => touchAct(kiosk, 'answer');
  return {
    at,
    /** Done with the hands, or read. */
    async did(step: TaskStep<K>) {
      await at(step);
      await answer();
    },
    async counts(step: TaskStep<K>, cards: number) {
      await at(step);
      await kiosk.typeDigits(String(cards));
      await answer();
    },
    async chooses(step: TaskStep<K>, value: string) {
      await at(step);
      await touchChoice(kiosk, value);
    },
    async types(step: TaskStep<K>, text: string) {
      await at(step);
      await kiosk.typeDigits(text);
      await answer();
    },
    /** Its last page is read, and the readiness page is back with a new report. */
    async ends(outcome: 'done' | 'given-up' | 'failed' = 'done') {
      await seen(kiosk, `.task-step[data-task="${task}"][data-ask="end"]`);
      expect(await kiosk.page.locator('.task-step').getAttribute('data-outcome')).toBe(outcome);
      await answer();
      await reported(kiosk);
    },
  };
}
