import { afterAll, beforeAll, expect } from 'vitest';
import { type DevDock, startDevDock } from '../../scripts/dev-dock/dock-server.ts';
import type { DockState } from '../../scripts/dev-dock/dock-state.ts';
import { type ScreenlessKiosk, startScreenlessKiosk } from '../../scripts/world/screenless-kiosk.ts';
import { type Surroundings, startSurroundings } from '../../scripts/world/surroundings.ts';
import { screenlessResident } from '../healing/screenless-resident.ts';

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

  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(new URL(path, dock.url), init);
    return { status: answer.status, type: answer.headers.get('content-type'), answer };
  };
  const post = (path: string, body: unknown) =>
    ask(`/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
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
    ask,
    post,
    /** One act that must succeed, and how everything stands then. */
    async act(path: string, body: object = {}): Promise<DockState> {
      const { status, answer } = await post(path, body);
      const told = await answer.json();
      expect(told).not.toHaveProperty('error');
      expect(status).toBe(200);
      return told;
    },
    async state(): Promise<DockState> {
      return (await ask('/api/state')).answer.json();
    },
    /** Status and code of an act that must fail. */
    async refused(path: string, body: unknown): Promise<readonly [number, string]> {
      const { status, answer } = await post(path, body);
      const { error } = await answer.json();
      expect(error.message).toMatch(/\S/);
      return [status, error.code];
    },
  };
}
