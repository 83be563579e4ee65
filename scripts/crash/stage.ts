import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RESTART_AFTER } from '../../main/supervisor/delays.ts';
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
  readonly kiosk: ScreenlessKiosk;
  readonly killer: Killer;
  /** Papers that came out since the last call, as text. */
  takePapers(): string[];
  /** What core's log says of its own trouble since the last call. */
  takeLogTrouble(): string[];
  stop(): Promise<void>;
}

/** Words of the log that no kill explains. */
const OWN_TROUBLE =
  /"msg":"(core-crashed|core-message-malformed)"|"reason":"(silent|broke-contract|fatal)"|^\s+at |Error:/;

export async function startStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'yikatong-crash-'));
  const world = await startSurroundings({
    folder,
    cards: 'direct',
    blanks: BLANKS,
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
  const kiosk = startScreenlessKiosk(world, {
    // A kill now and then is what is measured, so every restart is a first one (delays.ts).
    restartAfter: [RESTART_AFTER[0]],
    onDown: (why) => killer.down(why),
    onView: (view: View) => killer.saw(view),
  });
  let logRead = 0;
  return {
    world,
    kiosk,
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
