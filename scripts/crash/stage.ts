import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RESTART_AFTER } from '../../main/supervisor/delays.ts';
import type { CoreDown } from '../../main/supervisor/supervision.ts';
import type { View } from '../../src/contracts/view.ts';
import { type ScreenlessKiosk, startScreenlessKiosk } from '../world/screenless-kiosk.ts';
import { type Surroundings, startSurroundings } from '../world/surroundings.ts';
import { writeCrashPack } from './crash-pack.ts';
import { Killer } from './killer.ts';

/** More than a run of a thousand kills uses up; the stack of a real issuer is refilled by a technician. */
const BLANKS = 900;

/** One kiosk with everything around it, and the hand that kills its core. */
export interface Stage {
  readonly world: Surroundings;
  /** The one that has power now. */
  readonly kiosk: ScreenlessKiosk;
  /** Power is gone: core is killed and none is started. */
  powerOff(): Promise<void>;
  powerOn(): void;
  /** Why core went down, each time. */
  readonly downs: readonly CoreDown[];
  readonly killer: Killer;
  /** Papers that came out since the last call, as text. */
  takePapers(): string[];
  /** What core's log says of its own trouble since the last call. */
  takeLogTrouble(): string[];
  stop(): Promise<void>;
}

/** What a visit is played on: a kiosk that may be killed, or never is. */
export type Scene = Pick<Stage, 'world' | 'kiosk'> & { readonly killer: Pick<Killer, 'kills'> };

/** Words of the log that no kill explains. */
const OWN_TROUBLE =
  /"msg":"(core-crashed|core-message-malformed)"|"reason":"(silent|broke-contract|fatal)"|^\s+at |Error:|"code":"(?!SIGKILL)\w+","msg":"core-exited"/;

export interface StageOptions {
  /** Right before the first core, with the folder of its store to be. */
  readonly beforeCore?: (kioskFolder: string) => void;
  /** Into core's configuration; gets the folder of its surroundings. */
  readonly coreOptions?: (folder: string) => Readonly<Record<string, string>>;
  readonly blanks?: number;
}

export async function startStage(options: StageOptions = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'yikatong-crash-'));
  const world = await startSurroundings({
    folder,
    cards: 'direct',
    blanks: options.blanks ?? BLANKS,
    policyFile: writeCrashPack(folder),
  });
  const papers: string[] = [];
  let printed = 0;
  const { printer } = world.hardware;
  printer.onChange(() => {
    if (printer.receiptCount > printed) papers.push(printer.text());
    printed = printer.receiptCount;
  });
  const killer = new Killer(world, () => kiosk.killCore());
  const downs: CoreDown[] = [];
  if (options.coreOptions) {
    const config = JSON.parse(readFileSync(world.coreFile, 'utf8'));
    writeFileSync(world.coreFile, JSON.stringify({ ...config, ...options.coreOptions(folder) }));
  }
  options.beforeCore?.(join(folder, 'kiosk'));
  const powerOn = () =>
    startScreenlessKiosk(world, {
      // A kill now and then is what is measured, so every restart is a first one (delays.ts).
      restartAfter: [RESTART_AFTER[0]],
      onDown(why) {
        downs.push(why);
        killer.down(why);
      },
      onView: (view: View) => killer.saw(view),
    });
  let kiosk = powerOn();
  let logRead = 0;
  return {
    world,
    get kiosk() {
      return kiosk;
    },
    powerOff: () => kiosk.stop(),
    powerOn() {
      kiosk = powerOn();
    },
    downs,
    killer,
    takePapers: () => papers.splice(0),
    takeLogTrouble() {
      const log = readFileSync(join(folder, 'core.log'), 'utf8');
      const added = log.slice(logRead);
      logRead = log.length;
      return added.split('\n').filter((line) => OWN_TROUBLE.test(line));
    },
    async stop() {
      killer.end();
      await kiosk.stop();
      await world.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
