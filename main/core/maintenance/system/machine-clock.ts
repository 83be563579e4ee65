import type { Timers } from '../../../../src/ports/clock.ts';
import type { MachineClock } from '../../../../src/ports/maintenance/machine-clock.ts';
import type { AuditTrail } from '../../../../src/ports/transactions.ts';
import type { CentreForTechnicians } from '../../sync/centre-for-technicians.ts';
import type { SetSystemTime } from './set-system-time.ts';

/** A clock that is this far from what it was set to was not set, whatever the command says. Milliseconds. */
const SET_WITHIN_MS = 3_000;

export interface MachineClockParts {
  readonly centre: Pick<CentreForTechnicians, 'clockOffset'>;
  readonly timers: Timers;
  readonly setSystemTime: SetSystemTime;
  readonly audit: AuditTrail;
  /** The clock is another now. */
  readonly changed: () => void;
}

/** The machine's clock against the centre's, and set by it or by hand. */
export const machineClock = ({
  centre,
  timers,
  setSystemTime,
  audit,
  changed,
}: MachineClockParts): MachineClock => ({
  async compare(signal) {
    const offset = await centre.clockOffset(signal);
    return { kiosk: timers.now(), offsetMs: offset.ok ? offset.value : null };
  },
  async set(to, technician, signal) {
    const offset = to === null ? await centre.clockOffset(signal) : null;
    if (offset && !offset.ok) return { why: 'centre-not-reached' };
    const [before, began] = [timers.now(), timers.elapsed()];
    const byMs = offset ? offset.value : (to ?? before) - before;
    const ran = await setSystemTime(before + byMs);
    if (ran !== 'set') return { why: ran };
    const expected = before + byMs + (timers.elapsed() - began);
    if (Math.abs(timers.now() - expected) > SET_WITHIN_MS) return { why: 'command-failed' };
    audit.record('clock-set', { technician, how: offset ? 'centre' : 'by-hand', byMs });
    changed();
    return { byMs };
  },
});
