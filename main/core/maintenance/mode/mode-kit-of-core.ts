import type { ModeKit } from '../../../../src/flows/maintenance/mode-kit.ts';
import type { ModeInput } from '../../../../src/flows/maintenance/mode-setup.ts';
import type { Clock } from '../../../../src/ports/clock.ts';
import type { Store } from '../../store/open-store.ts';
import type { ReadinessDesk } from '../readiness-desk.ts';
import type { TaskDesk, TaskPage } from '../task-desk.ts';
import type { MaintenanceOnDisk } from './maintenance-on-disk.ts';
import { mustFinish, type TaskGround, wantedTask } from './task-choices.ts';
import type { TechnicianDoor } from './technician-door.ts';

export interface ModeKitParts {
  readonly door: TechnicianDoor;
  readonly ground: TaskGround;
  readonly disk: MaintenanceOnDisk;
  readonly tasks: TaskDesk;
  readonly readiness: Pick<ReadinessDesk, 'report' | 'print' | 'save'>;
  readonly store: Pick<Store, 'audit' | 'transaction'>;
  readonly timers: Clock;
  readonly free: () => boolean;
}

/** What the technician's page of a task waits for. */
export function taskShown(page: TaskPage | null): ReturnType<ModeKit['taskShown']> {
  if (page === null) return 'none';
  if (page.ask.kind === 'running') return 'act';
  return page.ask.kind === 'do' ? 'hands' : 'other';
}

/** Maintenance mode's collaborators, wired to core's desks and its store. `start`: how the last core left it. */
export function modeKit(parts: ModeKitParts): ModeKit & { start(): ModeInput } {
  const { door, ground, disk, tasks, readiness, store, timers, free } = parts;
  return {
    door,
    now: () => timers.now(),
    free,
    report: () => readiness.report(),
    print: (report) => readiness.print(report),
    save: (report) => readiness.save(report),
    mustFinish: () => mustFinish(ground),
    wanted: (ask, who) => wantedTask(ground, ask, who),
    taskShown: () => taskShown(tasks.page()),
    runTask(wanted, people) {
      if ('resume' in wanted) tasks.resume(wanted.resume, people);
      else tasks.begin(wanted.begin, people);
    },
    answerTask: (step, value) => tasks.answer(step, value),
    taskBack: () => tasks.back(),
    leaveTask: () => tasks.leave(),
    pauseTask: () => tasks.pause(),
    entered({ technician }, since, called) {
      store.transaction(() => {
        disk.begun(technician, since);
        store.audit.record('maintenance-started', { technician, called });
      });
    },
    ended(technician, since, disposition) {
      const seconds = secondsSince(since, timers.now());
      store.transaction(() => {
        disk.ended();
        store.audit.record('maintenance-ended', { technician, disposition, seconds });
      });
    },
    start: () =>
      store.transaction(() => {
        const left = disk.leftOn();
        const back = disk.takeReturn(timers.now());
        const known = back === null ? null : door.known(back);
        if (left) {
          disk.ended();
          store.audit.record('maintenance-ended', {
            technician: left.technician,
            disposition: back === null ? 'power-cut' : 'restart',
            // Nobody knows how long the power was away.
            seconds: back === null ? null : secondsSince(left.since, timers.now()),
          });
        }
        const unfinished = tasks.unfinished().find((task) => task.mustFinish);
        return {
          returned: known && { technician: known.id, roles: known.roles },
          awaySince: unfinished ? (left?.since ?? unfinished.startedAt) : null,
        };
      }),
  };
}

const secondsSince = (since: number, now: number): number => Math.max(0, Math.round((now - since) / 1_000));
