import type { MaintenancePageOf, TaskAsk } from '../../src/contracts/maintenance/page.ts';
import { TASKS } from '../../src/contracts/maintenance/tasks.ts';
import { addPage } from './sample-maintenance.ts';

type TaskPage = MaintenancePageOf<'task'>;
/** What a step is given beside its ask. */
export type Given = Partial<Pick<TaskPage, 'second' | 'back' | 'leave' | 'facts'>>;

/** Two people at it, who may step back. */
export const PAIR = { second: 'T-0981', back: true } as const;
/** Cards were perhaps moved. */
export const MUST = { ...PAIR, leave: 'later' } as const;

/** A step as its task shows it, with its place in the plan. */
export function addStep(kind: TaskPage['kind'], step: string, ask: TaskAsk, given: Given = {}): void {
  const steps: readonly string[] = TASKS[kind].steps;
  const at = steps.indexOf(step);
  if (at < 0) throw new Error(`${kind} has no step ${step}`);
  const name = ask.kind === 'end' ? `${step}-${ask.outcome}` : `${step}-${ask.kind}`;
  addPage(`task-${kind}-${name}`, {
    page: 'task',
    technician: 'T-0417',
    second: null,
    kind,
    step,
    progress: { step: at + 1, of: steps.length },
    facts: {},
    ask,
    back: false,
    leave: 'give-up',
    ...given,
  });
}

/** Asks, short to write. */
export const act = { kind: 'do' } as const;
export const count = { kind: 'count', most: 999 } as const;
export const running = (expectSeconds: number) => ({ kind: 'running', expectSeconds }) as const;
export const end = (outcome: 'done' | 'given-up' | 'failed') => ({ kind: 'end', outcome }) as const;
export const option = (value: string, label: string | null = null, note: string | null = null) => ({
  value,
  label,
  note,
});
export const choose = (...values: (string | ReturnType<typeof option>)[]): TaskAsk => ({
  kind: 'choose',
  options: values.map((value) => (typeof value === 'string' ? option(value) : value)),
});
