import type { IdempotencyKey } from '../../../../src/brand.ts';
import { dayInShanghai } from '../../../../src/calendar/calendar-day.ts';
import type { FictitiousResident } from '../../../../src/fictitious-residents/resident.ts';
import { applicationOf, certificationOf, crowd } from '../crowd.ts';
import type { Kiosk } from '../own-queue.ts';

/**
 * What is wrong with an item that can't be carried out. `refused`: the authority says no. `key-reused`: a problem
 * document, for good. `broken`: the service fails over it each time. `undecided`: the office never decides.
 */
export const POISONS = ['refused', 'key-reused', 'broken', 'undecided'] as const;
export type Poison = (typeof POISONS)[number];

export interface QueuedItem {
  readonly key: IdempotencyKey;
  /** Counts residents; items of one resident have an order. */
  readonly resident: number;
  /** What will be wrong with it in the run with poison. */
  readonly poison: Poison | null;
  /** What is wrong with the same resident's item before it, which this one waits for: order per resident. */
  readonly behind: Poison | null;
}

/** One item in a hundred. */
const POISONED_EVERY = 50;

/** An application and then a certification of so many residents, put on disk while there is no link. */
export interface Outage {
  readonly residents: readonly FictitiousResident[];
  readonly items: readonly QueuedItem[];
}

/** So many requests are accepted in one commit: only here, where it is not the accepting that is measured. */
const PER_COMMIT = 100;

/** Every fiftieth resident's application is poison, of each kind in turn: one item in a hundred. */
export function liveThroughOutage(kiosk: Kiosk, residentCount: number): Outage {
  const now = Date.now();
  const residents = crowd(dayInShanghai(now), residentCount);
  const items: QueuedItem[] = [];
  for (let from = 0; from < residents.length; from += PER_COMMIT) {
    kiosk.store.transaction(() => {
      for (const [at, resident] of residents.slice(from, from + PER_COMMIT).entries()) {
        items.push(...queue(kiosk, resident, from + at, new Date(now).toISOString()));
      }
    });
  }
  return { residents, items };
}

function queue(kiosk: Kiosk, resident: FictitiousResident, index: number, at: string): QueuedItem[] {
  const poison = poisonOf(index);
  const application = kiosk.transactions.accept(applicationOf(resident, at));
  const certification = kiosk.transactions.accept(certificationOf(resident, at));
  return [
    { key: application.key, resident: index, poison, behind: null },
    { key: certification.key, resident: index, poison: null, behind: poison },
  ];
}

function poisonOf(resident: number): Poison | null {
  if (resident % POISONED_EVERY !== POISONED_EVERY / 2) return null;
  return POISONS[Math.floor(resident / POISONED_EVERY) % POISONS.length] ?? null;
}

/** Nothing is wrong with it nor with what its resident queued before it. */
export const isHealthy = ({ poison, behind }: QueuedItem): boolean => poison === null && behind === null;
