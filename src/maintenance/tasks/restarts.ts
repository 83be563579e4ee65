import type { Restarts } from '../../ports/maintenance/restarts.ts';
import { type TaskScript, taskDone, taskFailed } from '../guide.ts';

const given = { outcome: 'given-up', facts: {} } as const;

/**
 * A new core; the technician comes back signed in. `sure`: `yes`, `no`. Nothing is asked again afterwards: the core
 * that shows `done` is the new one.
 */
export const restartCore =
  (restarts: Pick<Restarts, 'core'>): TaskScript<'restart-core'> =>
  async (guide) => {
    if ((await guide.choose('sure', ['yes', 'no'])) === 'no') return given;
    await guide.act('restart', 15, async ({ again }) => {
      // Begun before: whatever ended that core, this is another.
      if (!again) await restarts.core(guide.technician);
      return 'restarted';
    });
    return taskDone();
  };

/**
 * A new start of the whole machine. `sure`: `yes`, `no`. `not-restarted`: fact `why`: `no-command`, `command-failed`.
 */
export const restartMachine =
  (restarts: Pick<Restarts, 'machine' | 'boot'>): TaskScript<'restart-machine'> =>
  async (guide) => {
    if ((await guide.choose('sure', ['yes', 'no'])) === 'no') return given;
    const boot = await guide.look('restart', 1, async () => restarts.boot());
    const restarted = await guide.act('restart', 180, async ({ again }) =>
      again && restarts.boot() !== boot ? 'restarted' : restarts.machine(guide.technician),
    );
    if (restarted === 'restarted' || restarted === 'restarting') return taskDone();
    await guide.do('not-restarted', { why: restarted });
    return taskFailed({ why: restarted });
  };
