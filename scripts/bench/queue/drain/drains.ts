import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchKiosk } from '../own-queue.ts';
import { copyStore } from '../recovery/copy-store.ts';
import { percentile, rounded } from '../spread.ts';
import { bareRequestsPerSecond } from './bare-requests.ts';
import { type StartCentre, startAnswerer, startCentral } from './centre.ts';
import { type Drained, drain } from './drain.ts';
import type { Outage } from './outage.ts';
import { outOfOrder } from './per-resident-order.ts';

/** One drain against one centre, first without poison and then with one item in a hundred of it. */
export interface DrainFigures {
  readonly against: 'central service' | 'answerer';
  readonly items: number;
  /** Both drains came to their end; otherwise the seconds are those that were waited. */
  readonly through: boolean;
  /** The same requests by the same client, four at once, without any queue. */
  readonly bareRequestsPerSecond: number;
  readonly seconds: number;
  readonly secondsWithPoison: number;
  readonly deadLetters: number;
  /** Poison nobody decides, and its residents' next items behind it. */
  readonly left: number;
  /** Longest time without a healthy item coming through. */
  readonly longestPauseMs: number;
  readonly longestPauseWithPoisonMs: number;
  /** How much later each healthy item came through in the run with poison. */
  readonly laterByPoison: { readonly p50Ms: number; readonly p99Ms: number; readonly maxMs: number };
  /** Items that came before an earlier one of the same resident, of both runs. */
  readonly outOfOrder: number;
}

/** `queued` is the folder of a store that lived through `outage`; each drain has a copy of it. */
export async function measureDrains(queued: string, outage: Outage): Promise<readonly DrainFigures[]> {
  return [
    await against('central service', startCentral, queued, outage),
    await against('answerer', startAnswerer, queued, outage),
  ];
}

interface Run extends Drained {
  readonly outOfOrder: number;
  readonly bareRequestsPerSecond: number;
}

async function against(
  name: DrainFigures['against'],
  start: StartCentre,
  queued: string,
  outage: Outage,
): Promise<DrainFigures> {
  const healthy = await once(start, queued, outage, false);
  const poisoned = await once(start, queued, outage, true);
  const later = [...healthy.healthyAt].flatMap(([key, at]) => {
    const withPoison = poisoned.healthyAt.get(key);
    return withPoison === undefined ? [] : [withPoison - at];
  });
  return {
    against: name,
    items: outage.items.length,
    through: healthy.through && poisoned.through,
    bareRequestsPerSecond: healthy.bareRequestsPerSecond,
    seconds: rounded(healthy.wholeMs / 1_000),
    secondsWithPoison: rounded(poisoned.wholeMs / 1_000),
    deadLetters: poisoned.deadLetters,
    left: poisoned.left,
    longestPauseMs: rounded(healthy.longestPauseMs),
    longestPauseWithPoisonMs: rounded(poisoned.longestPauseMs),
    laterByPoison: {
      p50Ms: rounded(percentile(later, 0.5)),
      p99Ms: rounded(percentile(later, 0.99)),
      maxMs: rounded(percentile(later, 1)),
    },
    outOfOrder: healthy.outOfOrder + poisoned.outOfOrder,
  };
}

async function once(start: StartCentre, queued: string, outage: Outage, poisoned: boolean): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'yikatong-bench-'));
  copyStore(queued, folder);
  const centre = await start(outage, poisoned);
  const kiosk = benchKiosk(folder, centre.url);
  try {
    const enrolled = await kiosk.sync.enrol(centre.code, 'bench');
    if (!enrolled.ok) throw new Error(`not enrolled: ${JSON.stringify(enrolled.error)}`);
    const drained = await drain(kiosk, outage.items, centre.leaves);
    const wrong = outOfOrder(outage.items, await centre.arrivals());
    const bare = poisoned ? 0 : await bareRequestsPerSecond(kiosk, outage);
    return { ...drained, outOfOrder: wrong, bareRequestsPerSecond: bare };
  } finally {
    kiosk.store.close();
    await centre.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
