import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ScreenlessKiosk, startScreenlessKiosk } from '../../scripts/world/screenless-kiosk.ts';
import { type Surroundings, startSurroundings } from '../../scripts/world/surroundings.ts';
import { SCREEN_WITHIN_MS, screenlessResident } from './screenless-resident.ts';

let world: Surroundings;
let kiosk: ScreenlessKiosk;

beforeAll(async () => {
  world = await startSurroundings({ cards: 'direct' });
  kiosk = startScreenlessKiosk(world);
}, 120_000);
afterAll(async () => {
  await kiosk?.stop();
  await world?.stop();
});

it('ACT-1 without pcscd the virtual card is on a direct wire, says so, and is read', async () => {
  expect(world.hardware.notes).toEqual([expect.stringContaining('direct wire')]);
  expect(world.hardware.socialCards.reader).toMatch(/^direct:/);
  const resident = screenlessResident(world, kiosk);
  await resident.atHome();
  await resident.toTheFace('activate', 'activate-3.0');
  resident.showFace();
  await resident.screen('present-social-card');
  // Another card first: the wire carries refusals too.
  await world.hardware.socialCards.insert({ kind: 'bank-only', accountNumber: '6217990000000000014' });
  await kiosk.until(
    (view) => view.screen === 'present-social-card' && view.problem === 'not-a-social-security-card',
    SCREEN_WITHIN_MS,
  );
  await world.hardware.socialCards.pull();
  await world.insertSocialCard('activate-3.0');
  await resident.screen('pin');
  await resident.leave();
});
