import type { PolicyPack } from '../policy/policy-pack.ts';

/** How many counters fit a screen; the list of all outlets is a service of its own. */
const COUNTERS_SHOWN = 3;

/** Where to go instead. */
export const nearbyCounters = ({ counters }: Pick<PolicyPack, 'counters'>) =>
  counters.slice(0, COUNTERS_SHOWN);
