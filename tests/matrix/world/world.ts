import { seededEntropy } from '../../../main/core/virtual-clock.ts';
import { dayInShanghai } from '../../../src/calendar/calendar-day.ts';
import type { FictitiousResident } from '../../../src/fictitious-residents/resident.ts';
import { fictitiousResidents } from '../../../src/fictitious-residents/residents.ts';
import { centreInProcess } from './centre.ts';
import { kioskInMemory } from './kiosk.ts';
import { machinesInMemory } from './machines.ts';
import { WIDE_PACK } from './pack.ts';
import { SimulatedTime } from './simulated-time.ts';

/** Sunday noon in Shanghai. */
const NOON = Date.UTC(2026, 10, 22, 4);

/** One kiosk with all its machines, the centre behind it and the people before it, on one clock. */
export async function newWorld(seed = 1) {
  const time = new SimulatedTime(NOON);
  const entropy = seededEntropy(seed);
  const centre = await centreInProcess(time, WIDE_PACK, entropy);
  const machines = machinesInMemory(time);
  const kiosk = await kioskInMemory(time, WIDE_PACK, entropy, machines, centre);
  let residents = fictitiousResidents(dayInShanghai(NOON));
  return {
    time,
    centre,
    machines,
    kiosk,
    pack: WIDE_PACK,
    resident(id: string): FictitiousResident {
      const found = residents.find((one) => one.id === id);
      if (!found) throw new Error(`no fictitious resident ${id}`);
      return found;
    },
    /** The registry as it was, on the day it is now. */
    async reset(): Promise<void> {
      const today = dayInShanghai(time.now());
      residents = fictitiousResidents(today);
      await time.during(() => centre.dev.reset(today));
    },
    async close(): Promise<void> {
      await kiosk.close();
      await centre.close();
    },
  };
}
export type World = Awaited<ReturnType<typeof newWorld>>;
