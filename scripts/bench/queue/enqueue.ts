import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contestant } from './contestant.ts';
import { ownAccept, ownOutbox } from './own-queue.ts';
import { liteque, plainjobs } from './peer-queues.ts';
import { rawSqlite } from './raw-sqlite.ts';
import { medianSpread, type Spread, spreadOf } from './spread.ts';

const WARM_UP = 100;
/** Items timed in one turn, or as many as there is time for, milliseconds: a busy disk makes fewer. */
const TIMED = 1_500;
const TURN_MS = 1_000;
const ROUNDS = 5;

export const CONTESTANTS: readonly Contestant[] = [
  rawSqlite('FULL'),
  rawSqlite('NORMAL'),
  ownOutbox,
  ownAccept,
  plainjobs('equal'),
  plainjobs('own'),
  liteque('equal'),
  liteque('own'),
];

/**
 * One item per commit, everybody in turn, several rounds: whatever else the machine does falls on all of them. Each
 * round begins with another one and with empty files.
 */
export async function enqueueInTurns(): Promise<ReadonlyMap<string, Spread>> {
  const rounds = new Map<string, Spread[]>(CONTESTANTS.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = (round * 3) % CONTESTANTS.length;
    for (const contestant of [...CONTESTANTS.slice(from), ...CONTESTANTS.slice(0, from)]) {
      rounds.get(contestant.name)?.push(await once(contestant));
    }
  }
  return new Map([...rounds].map(([name, spreads]) => [name, medianSpread(spreads)]));
}

async function once(contestant: Contestant): Promise<Spread> {
  const folder = mkdtempSync(join(tmpdir(), 'yikatong-bench-'));
  const queue = await contestant.open(folder);
  try {
    for (let index = 0; index < WARM_UP; index += 1) await queue.enqueue(index);
    const durations: number[] = [];
    const began = performance.now();
    const over = began + TURN_MS;
    for (let index = WARM_UP; index < WARM_UP + TIMED && performance.now() < over; index += 1) {
      const since = performance.now();
      const enqueued = queue.enqueue(index);
      // Awaiting what is done already would cost a turn of the event loop that it does not need.
      if (enqueued !== undefined) await enqueued;
      durations.push(performance.now() - since);
    }
    return spreadOf(durations, performance.now() - began);
  } finally {
    queue.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
