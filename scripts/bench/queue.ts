import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type DrainFigures, measureDrains } from './queue/drain/drains.ts';
import { liveThroughOutage } from './queue/drain/outage.ts';
import { CONTESTANTS, enqueueInTurns } from './queue/enqueue.ts';
import { type Entry, enqueueFigures } from './queue/enqueue-figures.ts';
import { benchKiosk } from './queue/own-queue.ts';
import { leaveOpen } from './queue/recovery/open-journals.ts';
import { measureRecovery, type RecoveryFigures } from './queue/recovery/recovery.ts';
import { tellDrains, tellEnqueue, tellRecovery } from './queue/report.ts';
import { syncsOf } from './queue/syncs.ts';

const part = z.enum(['all', 'enqueue', 'drain', 'recovery']);
/** Each with two items: 10,000 are queued. */
const RESIDENTS = 5_000;
const OPEN_TRANSACTIONS = 300;
/** Nobody answers there. */
const NOWHERE = 'http://127.0.0.1:9';

/** `bench queue [--part enqueue|drain|recovery]`: what the outbox does, beside raw SQLite, bare HTTP and other queues. */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options: { part: { type: 'string', default: 'all' } } });
  const wanted = part.parse(values.part);
  const wants = (one: z.infer<typeof part>) => wanted === 'all' || wanted === one;
  const machine = { node: process.version, cpus: cpus().length, loadBefore: loadavg()[0] };
  const enqueue = wants('enqueue') ? await measureEnqueue() : null;
  const { drain, recovery } = await afterAnOutage(wants('drain'), wants('recovery'));
  return {
    ...enqueue,
    ...(drain && { drain }),
    ...(recovery && { recovery }),
    machine: { ...machine, loadAfter: loadavg()[0] },
  };
}

async function measureEnqueue() {
  const spreads = await enqueueInTurns();
  const entries = CONTESTANTS.map(({ name, settings }): Entry => {
    const spread = spreads.get(name);
    if (!spread) throw new Error(`nothing was measured of ${name}`);
    return { name, settings, ...spread, ...syncsOf(name) };
  });
  console.error(tellEnqueue(entries));
  return enqueueFigures(entries);
}

/** Both parts begin with one store that lived through an outage and was cut off while it was open. */
async function afterAnOutage(
  wantsDrain: boolean,
  wantsRecovery: boolean,
): Promise<{ drain: readonly DrainFigures[] | null; recovery: RecoveryFigures | null }> {
  if (!wantsDrain && !wantsRecovery) return { drain: null, recovery: null };
  const folder = mkdtempSync(join(tmpdir(), 'yikatong-bench-'));
  const kiosk = benchKiosk(folder, NOWHERE);
  try {
    const outage = liveThroughOutage(kiosk, RESIDENTS);
    const drain = wantsDrain ? await measureDrains(folder, outage) : null;
    if (drain) console.error(tellDrains(drain));
    if (!wantsRecovery) return { drain, recovery: null };
    leaveOpen(kiosk.store, OPEN_TRANSACTIONS);
    const recovery = await measureRecovery(folder);
    console.error(tellRecovery(recovery));
    return { drain, recovery };
  } finally {
    kiosk.store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
