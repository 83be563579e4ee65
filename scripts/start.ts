import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DOCK_PAGE, startDevDock } from './dev-dock/dock-server.ts';
import { buildWhereStale, CONSOLE_PAGE, DEV_DOCK_PAGE, KIOSK_PAGE_WITH_DOOR } from './start/built-pages.ts';
import { endProcess, forgetStart, recordStart, runningStart } from './start/earlier-start.ts';
import { holderOf, isFree } from './start/ports.ts';
import { openWindow } from './start/window.ts';
import { PROJECT } from './world/child-program.ts';
import { WORLD_OPERATOR_PASSWORD, WORLD_OPERATORS } from './world/operators.ts';
import { startWorld, type World } from './world/world.ts';

/** `npm start [-- --port 8600]`: a whole kiosk on virtual hardware with the dev dock beside it, until Ctrl-C. */
const USAGE =
  'npm start [-- --port 8600] [--no-window]: the dev dock at this port, the kiosk 10 above, the centre 100 above';
const FOLDER = join(PROJECT, '.kiosk');
const PID_FILE = join(FOLDER, 'start.pid');
const DEFAULT_PORT = 8600;
const LOGINS = WORLD_OPERATORS.map(({ login }) => login).join(', ');

const say = (line: string) => console.log(line);

function giveUp(sentence: string): never {
  console.error(sentence);
  forgetStart(PID_FILE);
  process.exit(1);
}

function readOptions(): { port: number; window: boolean } {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, 'no-window': { type: 'boolean', default: false } },
    });
    const port = Number(values.port ?? DEFAULT_PORT);
    if (!Number.isInteger(port) || port < 1_024 || port > 65_000)
      giveUp(`--port wants a number from 1024. ${USAGE}`);
    return { port, window: !values['no-window'] };
  } catch (error) {
    return giveUp(`${error instanceof Error ? error.message : error} ${USAGE}`);
  }
}

async function demandPorts(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    if (await isFree(port)) continue;
    const holder = holderOf(port);
    if (holder?.command.includes(FOLDER)) {
      say(`Ending what an earlier npm start left behind at port ${port} (process ${holder.pid}).`);
      await endProcess(holder.pid);
      if (await isFree(port)) continue;
    }
    const who =
      holder === null ? 'another program' : `process ${holder.pid} (${holder.command.slice(0, 80)})`;
    giveUp(`Port ${port} is taken by ${who}: end it, or choose other ports with npm start -- --port 9600`);
  }
}

const { port, window } = readOptions();
const ports = { dock: port, kiosk: port + 10, central: port + 100 };
const dockOrigin = `http://127.0.0.1:${ports.dock}`;

const earlier = runningStart(PID_FILE);
if (earlier !== null) {
  say(`Ending an earlier npm start of this folder (process ${earlier}).`);
  await endProcess(earlier);
}
await demandPorts(Object.values(ports));
recordStart(PID_FILE);

for (const page of [KIOSK_PAGE_WITH_DOOR, DEV_DOCK_PAGE, CONSOLE_PAGE]) {
  const built = buildWhereStale(page);
  if (!built.ok) giveUp(built.error);
  if (built.value === 'built') say(`Built ${page.name}.`);
}

const world = await startWorld({
  folder: FOLDER,
  kioskPort: ports.kiosk,
  centralPort: ports.central,
  devDockOrigin: dockOrigin,
  rendererDirectory: KIOSK_PAGE_WITH_DOOR.out,
}).catch(
  (error: Error): World =>
    giveUp(`${error.message} The logs are in .kiosk/; if what is kept there is spoilt: rm -r .kiosk`),
);
const dock = await startDevDock(world, { port: ports.dock, page: DOCK_PAGE });
const shown = window ? openWindow(dock.url, FOLDER) : 'No window wanted: open the address in a browser.';

say(`
  Kiosk with dev dock   ${dock.url}/
  Operators' console    ${world.central.consoleUrl} — logins ${LOGINS}, password ${WORLD_OPERATOR_PASSWORD};
                        the code of each is in the dev dock, panel Operators, with the offices' key files
  Central service       ${world.central.url}/openapi.json
  Logs                  .kiosk/*.log
`);
for (const note of world.hardware.notes) say(`Not as on a real kiosk: ${note}`);
if (typeof shown === 'string') say(shown);
say('Ctrl-C ends everything.');

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  say('Ending.');
  if (typeof shown !== 'string') shown.kill();
  await dock.stop();
  await world.stop();
  forgetStart(PID_FILE);
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
