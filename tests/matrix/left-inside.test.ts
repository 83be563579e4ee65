import { expect, it } from 'vitest';
import { seededEntropy } from '../../main/core/virtual-clock.ts';
import { memoryCard } from '../../src/flows/memory/card-machine-path.ts';
import { centreInProcess } from './world/centre.ts';
import { kioskInMemory } from './world/kiosk.ts';
import { machinesInMemory } from './world/machines.ts';
import { WIDE_PACK } from './world/pack.ts';
import { SimulatedTime } from './world/simulated-time.ts';

/** Found by the simulation (seed 18): the first screen was shown before anybody looked into the acceptor. */
it('INV-5 INV-8 a card that the power left inside goes back at the start, though nobody touches anything', async () => {
  const time = new SimulatedTime(Date.UTC(2026, 10, 22, 4));
  const entropy = seededEntropy(1);
  const centre = await centreInProcess(time, WIDE_PACK, entropy);
  const machines = machinesInMemory(time);
  const accepted = machines.acceptor.accept(new AbortController().signal);
  machines.acceptor.insertCard(memoryCard('left inside'));
  await accepted;
  const kiosk = await kioskInMemory(time, WIDE_PACK, entropy, machines, centre);
  await time.pass(5_000);
  expect(machines.offeredBack()).toBe(1);
  machines.acceptor.takeFromGate();
  await time.pass(5_000);
  expect(kiosk.store.custody.counts().ownCards['given-back']).toBe(1);
  expect(kiosk.crashes).toEqual([]);
  await kiosk.close();
  await centre.close();
});
