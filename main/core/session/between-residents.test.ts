import { expect, it } from 'vitest';
import { idCardOf } from '../../../src/flows/memory/people.ts';
import { residentAtTheScreen, TODAY } from './resident-at-the-screen.ts';

it('INV-6 holds nothing of a resident who has gone, and has nothing to say while one is here', async () => {
  const resident = residentAtTheScreen();
  await resident.settle();
  expect(resident.host.atRest()).toMatchObject({ screen: 'welcome', holds: [] });
  await resident.touch({ type: 'start' });
  expect(resident.host.atRest()).toBeNull();
  await resident.touch({ type: 'choose-service', service: 'apply' });
  resident.world.idCards.put(idCardOf(TODAY, 40));
  await resident.settle();
  expect(resident.host.atRest()).toBeNull();
  await resident.touch({ type: 'cancel' });
  await resident.touch({ type: 'leave' });
  resident.world.idCards.take();
  await resident.settle();
  for (let wait = 0; wait < 5 && !resident.host.idle(); wait += 1) await resident.wait(31);
  const rest = resident.host.atRest();
  expect(rest).toMatchObject({ screen: 'welcome', holds: [] });
  expect(rest?.fields).toContain('cardLeftBehind');
});

it('INV-8 a closed kiosk says that staff must check it, offers nothing, and serves again when it is open', async () => {
  const resident = residentAtTheScreen();
  resident.world.closed = true;
  resident.host.refresh();
  await resident.settle();
  expect(resident.on('out-of-service').reasons).toEqual(['invariant-violated']);
  expect(resident.kit.tiles().some(({ available }) => available)).toBe(false);
  expect(resident.host.atRest()).toMatchObject({ screen: 'out-of-service', holds: [] });
  resident.world.closed = false;
  resident.host.refresh();
  await resident.settle();
  expect(resident.now().screen).toBe('welcome');
});
