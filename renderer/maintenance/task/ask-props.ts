import type { MaintenancePageOf, TaskAsk } from '../../../src/contracts/maintenance/page.ts';

type TaskPage = MaintenancePageOf<'task'>;

/** What every ask is given: the step, what it asks, and the way to answer it. */
export interface AskProps<K extends TaskAsk['kind']> {
  readonly page: TaskPage;
  readonly ask: Extract<TaskAsk, { kind: K }>;
  readonly answer: (value: string | number | null) => void;
}
