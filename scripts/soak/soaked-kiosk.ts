import { openSync } from 'node:fs';
import { join } from 'node:path';
import { destination } from 'pino';
import { systemEntropy, systemTimers } from '../../main/core/clock.ts';
import { createLog } from '../../main/core/log.ts';
import { createBrowserShell } from '../../main/shell-browser/browser-shell.ts';
import { type CoreProcess, forkCore } from '../../main/supervisor/core-process.ts';
import { coreMessage } from '../../src/contracts/core-link.ts';
import type { ScreenlessKiosk } from '../world/screenless-kiosk.ts';
import type { Surroundings } from '../world/surroundings.ts';
import { ViewWatch } from '../world/view-watch.ts';

/** A kiosk as it stands in a hall: shell, core, and a page that shows every view while hands beside it touch. */
export interface SoakedKiosk extends ScreenlessKiosk {
  /** The page's address, with its token. */
  readonly url: string;
  readonly corePid: number;
  /** Cores that ended without being asked to. */
  readonly coreEnds: number;
  /** Milliseconds from each touch to the next view since the last call. */
  takeLatencies(): number[];
}

/** Starts the browser shell over a core in a process of its own; its log goes to `core.log` in the world's folder. */
export async function startSoakedKiosk(
  { folder, coreFile }: Pick<Surroundings, 'folder' | 'coreFile'>,
  rendererDirectory: string,
): Promise<SoakedKiosk> {
  const output = openSync(join(folder, 'core.log'), 'a');
  let core: CoreProcess | null = null;
  let touchedAt: number | null = null;
  let latencies: number[] = [];
  let coreEnds = 0;
  const downs: (() => void)[] = [];
  const started = await createBrowserShell({
    port: 0,
    rendererDirectory,
    spawnCore() {
      const spawned = forkCore({ entry: 'main/core/main.ts', args: [coreFile], output });
      core = spawned;
      spawned.onMessage((raw) => {
        const message = coreMessage.safeParse(raw);
        if (!message.success || message.data.kind !== 'view') return;
        if (touchedAt !== null) latencies.push(performance.now() - touchedAt);
        touchedAt = null;
        const { view } = message.data;
        // The supervisor hears it after us.
        queueMicrotask(() => watch.saw(view));
      });
      return spawned;
    },
    timers: systemTimers,
    entropy: systemEntropy,
    log: createLog(destination({ dest: output, sync: true })),
    onCoreDown(why) {
      if (why.kind !== 'stopped') coreEnds += 1;
      for (const tell of downs.splice(0)) tell();
      watch.stir();
    },
  });
  if (!started.ok) throw new Error(started.error.message);
  const shell = started.value;
  const watch: ViewWatch = new ViewWatch(() => shell.supervisor.lastView);
  return {
    url: shell.url,
    get corePid() {
      return core?.pid ?? 0;
    },
    get coreEnds() {
      return coreEnds;
    },
    takeLatencies() {
      const taken = latencies;
      latencies = [];
      return taken;
    },
    get shown() {
      return shell.supervisor.lastView;
    },
    views: watch.views,
    forget: () => watch.forget(),
    touch(command) {
      touchedAt = performance.now();
      const revision = shell.supervisor.lastView?.revision ?? 0;
      shell.supervisor.send({ kind: 'screen', message: { kind: 'command', revision, command } });
    },
    until: (right, withinMs) => watch.until(right, withinMs),
    change: (withinMs) => watch.change(withinMs),
    down: () => new Promise((resolve) => downs.push(resolve)),
    killCore() {
      core?.kill();
      return core !== null;
    },
    stop: () => shell.stop(),
  };
}
