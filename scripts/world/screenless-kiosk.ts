import { openSync } from 'node:fs';
import { join } from 'node:path';
import { destination } from 'pino';
import { systemTimers } from '../../main/core/clock.ts';
import { createLog } from '../../main/core/log.ts';
import { type CoreProcess, forkCore } from '../../main/supervisor/core-process.ts';
import { supervise } from '../../main/supervisor/supervise.ts';
import type { CoreDown } from '../../main/supervisor/supervision.ts';
import type { Command } from '../../src/contracts/command.ts';
import type { View } from '../../src/contracts/view.ts';
import type { Surroundings } from './surroundings.ts';
import { ViewWatch } from './view-watch.ts';

/** Core under its supervisor with no page: whoever holds it sees each view and sends commands. */
export interface ScreenlessKiosk {
  /** What a screen would show now; null while core is down (INV-6). */
  readonly shown: View | null;
  /** Every view since the last `forget`, oldest first. */
  readonly views: readonly View[];
  forget(): void;
  /** A touch on what is shown now. */
  touch(command: Command): void;
  /** Milliseconds until a view is right; rejects with the present one when it takes longer than `withinMs`. */
  until(right: (view: View) => boolean, withinMs: number): Promise<number>;
  /** Resolves with the next view, when core is seen to be gone, or after this long. */
  change(withinMs: number): Promise<void>;
  /** Resolves when core is next seen to be gone. */
  down(): Promise<void>;
  /** SIGKILL, as a power cut would; false where there is no core at the moment. */
  killCore(): boolean;
  stop(): Promise<void>;
}

export interface ScreenlessKioskOptions {
  /** Rest before each restart, milliseconds; the product's own where absent. */
  readonly restartAfter?: readonly number[];
  /** Core is gone; whether its screen had a view is known from `shown` before. */
  readonly onDown?: (why: CoreDown) => void;
  readonly onView?: (view: View) => void;
}

/** Starts core in a process of its own; its log goes to `core.log` in the folder of its surroundings. */
export function startScreenlessKiosk(
  { folder, coreFile }: Pick<Surroundings, 'folder' | 'coreFile'>,
  options: ScreenlessKioskOptions = {},
): ScreenlessKiosk {
  const output = openSync(join(folder, 'core.log'), 'a');
  const watch = new ViewWatch(() => supervisor.lastView);
  const downs: (() => void)[] = [];
  let core: CoreProcess | null = null;
  const supervisor = supervise({
    spawn: () => {
      core = forkCore({ entry: 'main/core/main.ts', args: [coreFile], output });
      return core;
    },
    timers: systemTimers,
    ...(options.restartAfter && { restartAfter: options.restartAfter }),
    log: createLog(destination({ dest: output, sync: true })),
    onMessage: (message) => {
      if (message.kind === 'ready') supervisor.send({ kind: 'show-again' });
      if (message.kind !== 'view') return;
      options.onView?.(message.view);
      watch.saw(message.view);
    },
    onDown: (why) => {
      options.onDown?.(why);
      for (const tell of downs.splice(0)) tell();
      watch.stir();
    },
  });
  return {
    get shown() {
      return supervisor.lastView;
    },
    views: watch.views,
    forget: () => watch.forget(),
    touch(command) {
      const revision = supervisor.lastView?.revision ?? 0;
      supervisor.send({ kind: 'screen', message: { kind: 'command', revision, command } });
    },
    until: (right, withinMs) => watch.until(right, withinMs),
    change: (withinMs) => watch.change(withinMs),
    down: () => new Promise((resolve) => downs.push(resolve)),
    killCore() {
      if (!supervisor.present) return false;
      core?.kill();
      return true;
    },
    stop: () => supervisor.stop(),
  };
}
