import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { CrtCardAcceptor } from '../../drivers/card-acceptor/crt-card-acceptor.ts';
import { CrtCardIssuer } from '../../drivers/card-issuer/crt-card-issuer.ts';
import { createTransport } from '../../drivers/transport/create-transport.ts';
import { parseTransport } from '../../drivers/transport/transport-address.ts';
import { systemEntropy, systemTimers } from '../../main/core/clock.ts';
import { openStore } from '../../main/core/store/open-store.ts';
import { createSync, type Sync } from '../../main/core/sync/create-sync.ts';
import { silentLog } from '../../main/core/test-kiosk.ts';
import { type DevDock, startDevDock } from '../../scripts/dev-dock/dock-server.ts';
import { type Surroundings, startSurroundings } from '../../scripts/world/surroundings.ts';
import { dockAsks } from './dock-asks.ts';

/** A dock over surroundings without a kiosk: a test speaks to devices and centre itself, as the kiosk would. */
export function kiosklessBench() {
  let world: Surroundings;
  let dock: DevDock;
  let folder: string;
  let sync: Sync;
  beforeAll(async () => {
    world = await startSurroundings({ cards: 'direct' });
    dock = await startDevDock(
      {
        ...world,
        kioskUrl: () => 'http://127.0.0.1:1/',
        killCore: () => undefined,
        stopKiosk: async () => undefined,
        startKiosk: async () => undefined,
      },
      { port: 0 },
    );
    folder = mkdtempSync(join(tmpdir(), 'yikatong-dock-'));
    const store = openStore({ folder, clock: systemTimers, entropy: systemEntropy });
    if (!store.ok) throw new Error(store.error.message);
    sync = createSync({
      centralUrl: world.central.url,
      store: store.value,
      timers: systemTimers,
      entropy: systemEntropy,
      log: silentLog,
    });
    const enrolled = await sync.enrol(await world.central.enrolmentCode(), 'dock test');
    if (!enrolled.ok) throw new Error(enrolled.error.kind);
  }, 120_000);
  afterAll(async () => {
    await dock?.stop();
    await world?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const transport = (uri: string) => {
    const parsed = parseTransport(uri);
    if (!parsed.ok) throw new Error(parsed.error.message);
    return createTransport(parsed.value, systemTimers);
  };
  return {
    get world() {
      return world;
    },
    /** What a kiosk asks of the centre. */
    get sync() {
      return sync;
    },
    acceptor: () =>
      new CrtCardAcceptor({ transport: transport(world.hardware.acceptor.uri), timers: systemTimers }),
    issuer: () =>
      new CrtCardIssuer({ transport: transport(world.hardware.issuer.uri), timers: systemTimers }),
    ...dockAsks(() => dock.url),
  };
}
