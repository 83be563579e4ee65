import type { QueuedItem } from './outage.ts';

/**
 * How many items came after an item of the same resident that had been queued later. `arrivals` are keys in the order
 * in which the authority first saw them; keys of nobody here are left out.
 */
export function outOfOrder(items: readonly QueuedItem[], arrivals: readonly string[]): number {
  const places = new Map(items.map(({ key, resident }, place) => [String(key), { resident, place }]));
  const furthest = new Map<number, number>();
  let wrong = 0;
  for (const key of arrivals) {
    const item = places.get(key);
    if (!item) continue;
    const before = furthest.get(item.resident) ?? -1;
    if (item.place < before) wrong += 1;
    else furthest.set(item.resident, item.place);
  }
  return wrong;
}
