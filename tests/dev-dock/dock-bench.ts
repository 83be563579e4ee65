import { afterAll, beforeAll } from 'vitest';
import { type DevDock, startDevDock } from '../../scripts/dev-dock/dock-server.ts';
import { type ScreenlessKiosk, startScreenlessKiosk } from '../../scripts/world/screenless-kiosk.ts';
import { type Surroundings, startSurroundings } from '../../scripts/world/surroundings.ts';
import { screenlessResident } from '../healing/screenless-resident.ts';
import { dockAsks } from './dock-asks.ts';

/** A dock over a real world whose kiosk has no page, so that a test sees what its screen would show. */
export function dockBench() {
  let world: Surroundings;
  let kiosk: ScreenlessKiosk;
  let dock: DevDock;
  beforeAll(async () => {
    world = await startSurroundings();
    kiosk = startScreenlessKiosk(world);
    dock = await startDevDock(
      {
        ...world,
        kioskUrl: () => 'http://127.0.0.1:1/',
        killCore: () => kiosk.killCore(),
        stopKiosk: () => kiosk.stop(),
        startKiosk: async () => undefined,
      },
      { port: 0 },
    );
  }, 120_000);
  afterAll(async () => {
    await dock?.stop();
    await kiosk?.stop();
    await world?.stop();
  });

  return {
    get world() {
      return world;
    },
    get kiosk() {
      return kiosk;
    },
    get resident() {
      return screenlessResident(world, kiosk);
    },
    get url() {
      return dock.url;
    },
    ...dockAsks(() => dock.url),
  };
}
