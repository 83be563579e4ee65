/** What one device did on one day, Asia/Shanghai. */
export interface DeviceDay {
  readonly operations: number;
  /** Rungs of the recovery ladder that were tried. */
  readonly retries: number;
  readonly faults: number;
}

/** Below so many operations a share says nothing: three tries out of ten are chance. */
const ENOUGH_OPERATIONS = 20;
/** Tries and faults in a hundred operations below which a device is well, whatever it was before. */
const NOTICEABLE = 0.05;
/** As many times the share of the week before. */
const RISEN = 3;
/** A device that is called failing stays so until its share is below half of what it took. */
const OVER = 0.5;

/**
 * The fingerprint of a failing device: it still works, and needs ever more tries. Compares the last day with the seven
 * before. `failing` says what was thought of it until now: the answer does not go to and fro at the edge.
 */
export function isFailing(lastDay: DeviceDay, weekBefore: readonly DeviceDay[], failing: boolean): boolean {
  if (lastDay.operations < ENOUGH_OPERATIONS) return failing && lastDay.retries + lastDay.faults > 0;
  const before = sum(weekBefore);
  // A week in which nobody came says nothing: what is noticeable is then enough.
  const usual = before.operations < ENOUGH_OPERATIONS ? 0 : share(before);
  const limit = Math.max(NOTICEABLE, usual * RISEN);
  return share(lastDay) > limit * (failing ? OVER : 1);
}

const share = ({ operations, retries, faults }: DeviceDay): number => (retries + faults) / operations;

const sum = (days: readonly DeviceDay[]): DeviceDay =>
  days.reduce(
    (all, day) => ({
      operations: all.operations + day.operations,
      retries: all.retries + day.retries,
      faults: all.faults + day.faults,
    }),
    { operations: 0, retries: 0, faults: 0 },
  );
