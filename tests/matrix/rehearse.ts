import { SERVICE_DEVICE_CLASSES } from '../../main/core/devices/devices-config.ts';
import type { Step } from './faults/fault.ts';
import { willing } from './hands.ts';
import { type Played, play } from './play.ts';
import type { Visit } from './visits.ts';
import type { World } from './world/world.ts';

interface Noted {
  readonly name: string;
  readonly calls: Set<string>;
  readonly requests: Set<string>;
}

/** Plays a visit in which nothing goes wrong, and notes what is under way at each step: there faults can strike. */
export async function rehearse(
  world: World,
  visit: Visit,
): Promise<{ readonly played: Played; readonly steps: readonly Step[] }> {
  const { machines, centre } = world;
  await world.reset();
  const steps: Noted[] = [];
  const note = (call: string) => steps.at(-1)?.calls.add(call);
  for (const device of SERVICE_DEVICE_CLASSES) {
    machines.switches[device].onCall = (method) => note(`${device} ${method}`);
  }
  const underWay = new Map<string, number>();
  centre.wire.onRequest = (request, begins) => {
    underWay.set(request, (underWay.get(request) ?? 0) + (begins ? 1 : -1));
    if (begins) steps.at(-1)?.requests.add(request);
  };
  const played = await play(world, willing(visit, world.resident(visit.resident)), (name) => {
    const calls = new Set<string>();
    for (const device of SERVICE_DEVICE_CLASSES) {
      for (const [method, waiting] of machines.switches[device].waiting) {
        if (waiting > 0) calls.add(`${device} ${method}`);
      }
    }
    const requests = [...underWay].filter(([, count]) => count > 0).map(([request]) => request);
    steps.push({ name, calls, requests: new Set(requests) });
  });
  for (const device of SERVICE_DEVICE_CLASSES) machines.switches[device].onCall = () => undefined;
  centre.wire.onRequest = () => undefined;
  return { played, steps };
}
