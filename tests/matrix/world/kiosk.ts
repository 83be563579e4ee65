import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BinWatch } from '../../../main/core/devices/bin-watch.ts';
import { createDeviceManager } from '../../../main/core/devices/device-manager.ts';
import { createOwnCard } from '../../../main/core/devices/own-card.ts';
import { PaperWatch } from '../../../main/core/devices/paper-watch.ts';
import { RestartRequests } from '../../../main/core/devices/restart-requests.ts';
import { loadDirectory } from '../../../main/core/directory.ts';
import { flowKit } from '../../../main/core/flow-kit.ts';
import { createSessionHost, type SessionHost } from '../../../main/core/session/session-host.ts';
import { openStore } from '../../../main/core/store/open-store.ts';
import { createSync } from '../../../main/core/sync/create-sync.ts';
import { signAssertion } from '../../../main/core/sync/sign-in.ts';
import { silentLog } from '../../../main/core/test-kiosk.ts';
import { createTransactions } from '../../../main/core/transactions/create-transactions.ts';
import type { Command } from '../../../src/contracts/command.ts';
import { type View, view as viewSchema } from '../../../src/contracts/view.ts';
import type { PolicyPack } from '../../../src/policy/policy-pack.ts';
import type { Entropy } from '../../../src/ports/clock.ts';
import type { Centre } from './centre.ts';
import { BLANKS, type Machines } from './machines.ts';
import type { SimulatedTime } from './simulated-time.ts';

/** A disk of memory where the system has one: the journal's every commit waits for it. */
const MEMORY_DISK = '/dev/shm';
const newFolder = () =>
  mkdtempSync(join(existsSync(MEMORY_DISK) ? MEMORY_DISK : tmpdir(), 'yikatong-matrix-'));

/** The kiosk's core as `main/core/core.ts` puts it together, over devices in memory and simulated time. */
export async function kioskInMemory(
  time: SimulatedTime,
  pack: PolicyPack,
  entropy: Entropy,
  machines: Machines,
  centre: Centre,
) {
  const folder = newFolder();
  const opened = openStore({ folder, clock: time, entropy });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  store.transaction(() => store.custody.commission(BLANKS));
  const base = { store, timers: time, entropy };
  const sync = createSync({
    ...base,
    centralUrl: 'http://central.test',
    fetch: centre.wire.fetch,
    signAssertion: (...parameters) => time.during(() => signAssertion(...parameters)),
    log: silentLog,
  });
  const crashes: unknown[] = [];
  const views: View[] = [];
  let host: SessionHost | null = null;
  const refresh = () => host?.refresh();
  const managed = createDeviceManager({
    config: machines.config,
    drivers: machines.drivers,
    timers: time,
    audit: store.audit,
    log: silentLog,
    restarts: new RestartRequests(store.settings, () => undefined),
  });
  if (!managed.ok) throw new Error(managed.error);
  const devices = managed.value;
  const issuer = () => devices.device('card-issuer');
  const acceptor = () => devices.device('card-acceptor');
  const transactions = createTransactions({
    ...base,
    operations: sync.operations,
    payments: sync.payments,
    personalisation: sync.personalisation,
    cardKeys: sync.cardKeys,
    link: sync.link,
    issuer,
    acceptor,
    faces: () => devices.device('card-face-printer'),
    policy: pack,
    wakeSender: () => sync.wakeSender(),
  });
  const ownCard = createOwnCard({
    acceptor,
    store,
    timers: time,
    takeCardSeconds: pack.issuance.takeCardSeconds,
  });
  const directory = loadDirectory(pack, 'assets');
  if (!directory.ok) throw new Error(directory.error);
  const paper = new PaperWatch(devices.device('receipt-printer'), time, refresh);
  const bins = new BinWatch({ issuer: issuer(), acceptor: acceptor() }, time, refresh);
  const kit = flowKit({
    policy: pack,
    directory: directory.value,
    devices,
    paper,
    bins,
    ownCard,
    blanks: () => store.custody.stock(),
    sync,
    transactions,
    audit: store.audit,
    timers: time,
    entropy,
  });
  const running = new AbortController();
  const loops = new Set<Promise<void>>();
  const keep = (loop: Promise<void>) => {
    const kept = loop.catch((error: unknown) => void crashes.push(error)).finally(() => loops.delete(kept));
    loops.add(kept);
  };
  keep(devices.run(running.signal));
  keep(paper.run(running.signal));
  keep(bins.run(running.signal));
  keep(
    sync.run(
      {
        recorder: transactions.recorder,
        readHeartbeat: () => ({
          bootId: 'boot',
          version: '0.1.0',
          policy: { id: pack.id, version: pack.version },
          devices: [],
        }),
      },
      running.signal,
    ),
  );
  const { code } = await time.during(() => centre.dev.mintEnrolmentCode());
  const enrolling = sync.enrol(code, 'matrix');
  await time.pass(1_000);
  const enrolled = await enrolling;
  if (!enrolled.ok) throw new Error(JSON.stringify(enrolled.error));
  sync.heartbeatSoon();
  keep(transactions.run(running.signal));
  /** Told of every view as it is published. */
  let onView: (view: View) => void = () => undefined;
  let givingBack = false;
  /** As the core does between residents: what was left behind goes back or is kept, one at a time. */
  const betweenResidents = () => {
    if (givingBack) return;
    givingBack = true;
    keep(
      ownCard.giveBackLeftBehind().finally(() => {
        givingBack = false;
      }),
    );
  };
  const shown = createSessionHost({
    kit,
    kioskName: 'matrix',
    clock: time.machine,
    show: (published) => {
      const view = viewSchema.parse(published);
      views.push(view);
      onView(view);
      if (view.screen === 'welcome') betweenResidents();
    },
    crash: (error) => crashes.push(error),
  });
  host = shown;
  devices.subscribe(() => {
    sync.heartbeatSoon();
    transactions.devicesChanged();
    if (shown.idle()) betweenResidents();
    refresh();
  });
  sync.link.subscribe(refresh);
  await time.pass(1_000);

  return {
    store,
    sync,
    devices,
    views,
    crashes,
    idle: () => shown.idle(),
    tiles: () => kit.tiles(),
    now: (): View => {
      const last = views.at(-1);
      if (!last) throw new Error('nothing on the screen');
      return last;
    },
    onView: (listener: (view: View) => void) => {
      onView = listener;
    },
    touch(command: Command) {
      const { revision = 0 } = views.at(-1) ?? {};
      if (command.type === 'start') {
        devices.nudge();
        sync.heartbeatSoon();
      }
      shown.receive({ kind: 'command', revision, command });
    },
    async close() {
      shown.stop();
      running.abort();
      await time.pass(20_000);
      await Promise.all(loops);
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type Kiosk = Awaited<ReturnType<typeof kioskInMemory>>;
