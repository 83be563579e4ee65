import type { InvariantView } from './invariant-view.ts';
import { breaks, type Violation } from './violation.ts';

const violation = breaks('INV-7');

/** INV-7: the pack in use is valid, and never older than the one that was in use before. */
export function policy({ policy: inUse }: InvariantView): Violation[] {
  if (inUse === null) return [];
  const { valid, version, recordedVersion } = inUse;
  return [
    ...(valid ? [] : [violation('policy-invalid')]),
    ...(recordedVersion !== null && version < recordedVersion ? [violation('policy-older')] : []),
  ];
}
