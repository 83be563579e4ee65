import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDirectory } from '../../../main/core/directory.ts';
import { startKioskCore } from '../../../main/core/kiosk-core.ts';
import { openStore } from '../../../main/core/store/open-store.ts';
import { signAssertion } from '../../../main/core/sync/sign-in.ts';
import { silentLog } from '../../../main/core/test-kiosk.ts';
import type { Command } from '../../../src/contracts/command.ts';
import { type View, view as viewSchema } from '../../../src/contracts/view.ts';
import type { PolicyPack } from '../../../src/policy/policy-pack.ts';
import type { Entropy } from '../../../src/ports/clock.ts';
import type { Centre } from './centre.ts';
import type { Machines } from './machines.ts';
import type { SimulatedTime } from './simulated-time.ts';

/** A disk of memory where the system has one: the journal's every commit waits for it. */
const MEMORY_DISK = '/dev/shm';
const newFolder = () =>
  mkdtempSync(join(existsSync(MEMORY_DISK) ? MEMORY_DISK : tmpdir(), 'yikatong-matrix-'));

/** The kiosk's core over devices in memory and simulated time. */
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
  const directory = loadDirectory(pack, 'assets');
  if (!directory.ok) throw new Error(directory.error);
  const crashes: unknown[] = [];
  const views: View[] = [];
  /** Told of every view as it is published. */
  let onView: (view: View) => void = () => undefined;
  const { code } = await time.during(() => centre.dev.mintEnrolmentCode());
  const starting = startKioskCore({
    kioskName: 'matrix',
    version: '0.1.0',
    policy: pack,
    directory: directory.value,
    devices: machines.config,
    drivers: machines.drivers,
    store,
    centralUrl: 'http://central.test',
    enrolmentCode: code,
    timers: time,
    screenClock: time.machine,
    entropy,
    log: silentLog,
    fetch: centre.wire.fetch,
    signAssertion: (...parameters) => time.during(() => signAssertion(...parameters)),
    show: (published) => {
      const view = viewSchema.parse(published);
      views.push(view);
      onView(view);
    },
    crash: (error) => crashes.push(error),
    violated: (violations) => crashes.push(new Error(JSON.stringify(violations))),
    restart: () => undefined,
  });
  await time.pass(5_000);
  const started = await starting;
  if (!started.ok) throw new Error(started.error);
  const { sync, devices, ...core } = started.value;
  return {
    store,
    sync,
    devices,
    views,
    crashes,
    idle: () => core.idle(),
    custodyActs: core.custodyActs,
    tiles: () => core.tiles(),
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
      core.receive({ kind: 'command', revision, command });
    },
    async close() {
      const stopped = core.stop();
      await time.pass(20_000);
      await stopped;
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type Kiosk = Awaited<ReturnType<typeof kioskInMemory>>;
