import { serviceClosure } from '../../src/contracts/console/closures.ts';
import { percentile, rounded } from '../bench/queue/spread.ts';
import type { Person } from './desk.ts';
import type { Fleet } from './fleet.ts';
import { until } from './until.ts';

export interface UrgentFigures {
  /** From the click of the operator to the kiosk's having checked that the director says so. */
  readonly urgentP50Ms: number;
  readonly urgentP99Ms: number;
  readonly urgentSeenBy: number;
}

/** Who is away comes back within two minutes. */
const WITHIN_MS = 120_000;

/** Emergency off for one service, and how long it takes until every kiosk knows. */
export async function urgentPart(fleet: Fleet, desk: Person): Promise<UrgentFigures> {
  const seenMs: number[] = [];
  const began = performance.now();
  fleet.onAssignment((closed) => {
    if (closed > 0) seenMs.push(performance.now() - began);
  });
  await desk.ask('POST', 'closures', serviceClosure, { service: 'replace', reason: 'a measurement' });
  await until(() => fleet.kiosks.every(({ poller }) => poller.standing.closedServices > 0), WITHIN_MS);
  fleet.onAssignment(null);
  const p = (share: number) => (seenMs.length === 0 ? 0 : rounded(percentile(seenMs, share)));
  return { urgentP50Ms: p(0.5), urgentP99Ms: p(0.99), urgentSeenBy: seenMs.length };
}
