import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { destination } from 'pino';
import { z } from 'zod';
import { systemEntropy, systemTimers } from '../../main/core/clock.ts';
import { createLog } from '../../main/core/log.ts';
import { createBrowserShell } from '../../main/shell-browser/browser-shell.ts';
import { type CoreProcess, forkCore } from '../../main/supervisor/core-process.ts';

/** The browser shell of a development kiosk as a process of its own; prints its address once core is ready. */
const config = z
  .strictObject({
    port: z.number().int(),
    rendererDirectory: z.string(),
    coreConfig: z.string(),
    devDockOrigin: z.string().optional(),
  })
  .parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));

const giveUp = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

let url = '';
let core: CoreProcess | null = null;
// The dev dock's "kill core now".
process.on('SIGUSR2', () => core?.kill());
const ready = Promise.withResolvers<void>();
const shell = await createBrowserShell({
  port: config.port,
  rendererDirectory: resolve(config.rendererDirectory),
  spawnCore: () => {
    core = forkCore({ entry: 'main/core/main.ts', args: [config.coreConfig] });
    return core;
  },
  timers: systemTimers,
  entropy: systemEntropy,
  log: createLog(destination({ dest: 2, sync: true })),
  ...(config.devDockOrigin && { devDockOrigin: config.devDockOrigin }),
  onCoreReady: () => ready.resolve(),
  onCoreDown: (why) => {
    if (why.kind === 'fatal') giveUp(why.message);
  },
});
if (shell.ok) url = shell.value.url;
else giveUp(shell.error.message);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(
    signal,
    () => void (shell.ok ? shell.value.stop() : Promise.resolve()).then(() => process.exit(0)),
  );
}
await ready.promise;
process.stdout.write(`${JSON.stringify({ url })}\n`);
