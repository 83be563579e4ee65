import type { MaintenancePageOf, UnfinishedTask } from '../../../../src/contracts/maintenance/page.ts';
import { TASK_KINDS, TASKS, type TaskKind } from '../../../../src/contracts/maintenance/tasks.ts';
import type { TechnicianRole } from '../../../../src/contracts/maintenance/technician-list.ts';
import type { SignedIn, WantedTask } from '../../../../src/flows/maintenance/mode-kit.ts';

/** What decides which tasks a technician may have now. */
export interface TaskGround {
  /** Whether this kiosk has what the task is about. */
  readonly fitted: (kind: TaskKind) => boolean;
  readonly enrolled: () => boolean;
  /** The centre knows this kiosk no more. */
  readonly revoked: () => boolean;
  readonly unfinished: () => readonly UnfinishedTask[];
}

type Why = MaintenancePageOf<'readiness'>['tasks'][number]['why'];

/** Tasks of these roles build on the accounts of cards and keys, which an unfinished one has left in between. */
const AFTER_UNFINISHED: readonly TechnicianRole[] = ['stock', 'keys'];

/** What leads a revoked kiosk to its end: cards out of it, and its keys destroyed. */
const TO_THE_END: readonly TaskKind[] = [
  'decommission',
  'empty-reject-bin',
  'empty-retain-bin',
  'settle-unknown',
];

export const mustFinish = ({ unfinished }: Pick<TaskGround, 'unfinished'>): boolean =>
  unfinished().some((task) => task.mustFinish);

/** Every task, and why this technician may not begin it now; null where nothing is in the way. */
export const taskChoices = (ground: TaskGround, who: SignedIn): MaintenancePageOf<'readiness'>['tasks'] =>
  TASK_KINDS.map((kind) => ({ kind, why: whyNot(ground, kind, who) }));

/** A task that is to be begun or gone on with, as far as this technician may. */
export function wantedTask(
  ground: TaskGround,
  ask: { readonly begin: TaskKind } | { readonly resume: string },
  who: SignedIn,
): WantedTask | null {
  if ('begin' in ask) {
    const { begin } = ask;
    return whyNot(ground, begin, who) === null ? { begin, kind: begin } : null;
  }
  const left = ground.unfinished().find(({ id }) => id === ask.resume);
  if (left && ground.revoked() && !TO_THE_END.includes(left.kind)) return null;
  if (!left || !ground.fitted(left.kind) || !who.roles.includes(TASKS[left.kind].role)) return null;
  return { resume: left.id, kind: left.kind };
}

function whyNot(ground: TaskGround, kind: TaskKind, { roles }: SignedIn): Why {
  const { role } = TASKS[kind];
  if (!roles.includes(role)) return 'not-this-role';
  if (!ground.fitted(kind)) return 'not-fitted';
  if (kind === 'enrol' && ground.enrolled()) return 'enrolled-already';
  if (ground.revoked()) return TO_THE_END.includes(kind) ? null : 'revoked';
  const inTheWay = ground
    .unfinished()
    .some((task) => task.kind === kind || (task.mustFinish && AFTER_UNFINISHED.includes(role)));
  return inTheWay ? 'unfinished-first' : null;
}
