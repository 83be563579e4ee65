import type { Lockouts } from '../../ports/maintenance/lockouts.ts';
import { type TaskScript, taskDone } from '../guide.ts';

/**
 * A supervisor lets somebody in again. `choose-technician`: short ids, which are their own words. `done`: fact
 * `technician`; `nobody` where nobody is locked out.
 */
export const unlockTechnician =
  (lockouts: Lockouts): TaskScript<'unlock-technician'> =>
  async (guide) => {
    // Nobody lets themselves in again.
    const locked = await guide.look('choose-technician', 1, async () =>
      lockouts.lockedOut().filter((id) => id !== guide.technician),
    );
    if (locked.length === 0) {
      await guide.do('nobody-locked');
      return taskDone({ technician: 'nobody' });
    }
    const technician = await guide.choose(
      'choose-technician',
      locked.map((id) => ({ value: id, label: id, note: null })),
    );
    await guide.act('unlock', 1, async () => {
      if (lockouts.lockedOut().includes(technician)) lockouts.unlock(technician, guide.technician);
      return null;
    });
    return taskDone({ technician });
  };
