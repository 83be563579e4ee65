import type { Attack } from './attack.ts';
import { ATTACKS_BY_ORDERS } from './attacks-by-orders.ts';
import { TUF_ATTACKS } from './tuf-attacks.ts';
import { TUF_ATTACKS_ON_AGE } from './tuf-attacks-on-age.ts';
import { UPTANE_ATTACKS } from './uptane-attacks.ts';

/** The ten classes of TUF and the four that Uptane adds. */
export const ATTACKS: readonly Attack[] = [
  ...TUF_ATTACKS,
  ...TUF_ATTACKS_ON_AGE,
  ...UPTANE_ATTACKS,
  ...ATTACKS_BY_ORDERS,
];
