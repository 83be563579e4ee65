import type { Mark } from '../plan.ts';

/** So many of a mark a visit of this kind comes by: until a rehearsal has counted them, generously drawn. */
export const reachOf = (_archetype: string, mark: Mark): number =>
  ({ view: 18, 'device-call': 14, request: 12, commit: 16, 'disk-act': 60, 'crash-point': 12 })[mark];
