import type { OutcomeRecorder } from '../../../../main/core/sync/sender.ts';
import type { IdempotencyKey } from '../../../../src/brand.ts';
import type { Kiosk } from '../own-queue.ts';
import { isHealthy, type QueuedItem } from './outage.ts';

/** A drain is not waited for any longer than this: what is left then is told. */
const PATIENCE_MS = 40_000;
/** How often it is looked whether everything is through. */
const LOOK_EVERY_MS = 20;

export interface Drained {
  /** Milliseconds until every item that can be carried out or refused was answered and the answer on disk. */
  readonly wholeMs: number;
  /** When each healthy item's answer was on disk, milliseconds after the link was there; in the order of `items`. */
  readonly healthyAt: ReadonlyMap<IdempotencyKey, number>;
  /** Longest time in which no healthy item came through although some were left. */
  readonly longestPauseMs: number;
  readonly deadLetters: number;
  /** Poison nobody ever decides, and what waits behind it; more where the time was over before. */
  readonly left: number;
  /** Nothing was left that could have gone. */
  readonly through: boolean;
}

/** The link is back: everything the core runs beside its residents runs until the outbox holds nothing but `left`. */
export async function drain(kiosk: Kiosk, items: readonly QueuedItem[], left: number): Promise<Drained> {
  const { store, sync, transactions } = kiosk;
  const answeredAt = new Map<IdempotencyKey, number>();
  const began = performance.now();
  const recorder: OutcomeRecorder = {
    answered(item, outcome, nextAt) {
      transactions.recorder.answered(item, outcome, nextAt);
      answeredAt.set(item.key, performance.now() - began);
    },
    refusedForGood(item, code) {
      transactions.recorder.refusedForGood(item, code);
      answeredAt.set(item.key, performance.now() - began);
    },
  };
  const stop = new AbortController();
  const loops = Promise.all([
    sync.run({ recorder, readHeartbeat }, stop.signal),
    transactions.run(stop.signal),
  ]);
  const late = began + PATIENCE_MS;
  const through = async () => {
    while (store.outbox.figures().waiting > left && performance.now() < late) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  };
  try {
    await Promise.race([through(), loops]);
  } finally {
    stop.abort();
    await loops;
  }
  const decided = [...answeredAt].filter(([key]) => store.outbox.find(key) === null);
  const healthy = new Set(items.filter(isHealthy).map(({ key }) => key));
  const healthyAt = new Map(decided.filter(([key]) => healthy.has(key)));
  return {
    wholeMs: Math.max(...decided.map(([, at]) => at)),
    healthyAt,
    longestPauseMs: longestPause([...healthyAt.values()]),
    deadLetters: store.deadLetters.count(),
    left: store.outbox.figures().waiting,
    through: store.outbox.figures().waiting <= left,
  };
}

const readHeartbeat = () => ({
  bootId: 'bench',
  version: '0',
  policy: { id: 'bench', version: 1 },
  devices: [],
});

/** Longest stretch between two instants that follow each other, the first from 0. */
export const longestPause = (instants: readonly number[]): number =>
  instants
    .toSorted((a, b) => a - b)
    .reduce(({ last, longest }, at) => ({ last: at, longest: Math.max(longest, at - last) }), {
      last: 0,
      longest: 0,
    }).longest;
