import type { InvariantView } from './invariant-view.ts';
import { breaks, type Violation } from './violation.ts';

const violation = breaks('INV-7');

/**
 * INV-7: the pack in use is valid, comes from the set that was checked, and is never older than the one that was in use
 * before, unless the kiosk went back to its last good configuration and says so.
 */
export function policy({ policy: inUse }: InvariantView): Violation[] {
  if (inUse === null) return [];
  const { valid, version, recordedVersion, wentBack, isCurrentSet } = inUse;
  const older = recordedVersion !== null && version < recordedVersion && !wentBack;
  return [
    ...(valid ? [] : [violation('policy-invalid')]),
    ...(older ? [violation('policy-older')] : []),
    ...(isCurrentSet ? [] : [violation('configuration-not-current')]),
  ];
}
