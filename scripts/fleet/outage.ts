import { setTimeout as sleep } from 'node:timers/promises';
import { rounded } from '../bench/queue/spread.ts';
import type { Centre } from './centre.ts';
import type { Fleet } from './fleet.ts';
import type { FleetLink } from './link.ts';
import { coreSecondsOf } from './processor-time.ts';
import type { Tally } from './tally.ts';

export interface OutageFigures {
  /** Most requests in one second after the centre came back, to the mean of the steady part. */
  readonly herdPeakOverMean: number;
  readonly herdPeakPerSecond: number;
  /** In the minute after. */
  readonly herdErrors: number;
  readonly herdP99Ms: number;
  readonly herdCoreSeconds: number;
}

const WATCHED_MS = 60_000;

/** The centre dies, is dead for so long, and comes back to a whole fleet whose tokens are over. */
export async function outagePart(parts: {
  readonly centres: readonly Centre[];
  readonly rootFile: string;
  readonly seconds: number;
  readonly fleet: Fleet;
  readonly link: FleetLink;
  readonly tally: Tally;
  /** Of the steady part. */
  readonly perSecond: number;
}): Promise<OutageFigures> {
  const { centres, rootFile, seconds, fleet, link, tally, perSecond: mean } = parts;
  link.expected = false;
  await Promise.all(centres.map((centre) => centre.kill()));
  await sleep(seconds * 1_000);
  for (const kiosk of fleet.kiosks) kiosk.forgetToken();
  await Promise.all(centres.map((centre) => centre.start(rootFile)));
  tally.begin();
  link.expected = true;
  const back = performance.now();
  await sleep(WATCHED_MS);
  const perSecond = tally.perSecond(back, performance.now());
  const peak = Math.max(...perSecond);
  const stretch = tally.end();
  return {
    herdPeakOverMean: rounded(peak / mean),
    herdPeakPerSecond: peak,
    herdErrors: stretch.errors,
    herdP99Ms: stretch.p99Ms,
    herdCoreSeconds: rounded(centres.reduce((sum, centre) => sum + coreSecondsOf(centre.pid), 0)),
  };
}
