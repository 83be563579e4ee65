import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { View } from '../../../src/contracts/view.ts';
import { type Damage, Findings } from './damage.ts';
import { BACK_WITHIN_MS, startScene } from './scene.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

const onlineTile = (view: View) =>
  view.screen === 'home' ? (view.tiles.find(({ service }) => service === 'activate') ?? null) : null;

export const clockSetBack: Damage = {
  name: 'clock set back',
  must: 'INV-4 what was accepted by a clock ahead of time is sent at once by the right one; a wrong clock is told',
  async run() {
    let clockFile = '';
    const setClock = (ms: number) => writeFileSync(clockFile, String(ms));
    const scene = await startScene({
      coreOptions: (folder) => {
        clockFile = join(folder, 'clock-offset');
        setClock(0);
        return { clockOffsetFile: clockFile };
      },
    });
    const found = new Findings();
    const { stage } = scene;
    const { link } = stage.world;
    try {
      const first = scene.person('contact-data', 'contact-known');
      await scene.visit(first);
      // The clock runs two hours ahead, the link is down; then the right time comes, with the power on.
      link.cut();
      setClock(2 * HOUR_MS);
      const second = scene.person('certify', 'benefits-receiver');
      const said = await scene.visit(second);
      found.expect(said.length > 0, 'no receipt with the link down');
      await scene.home();
      setClock(0);
      const sentSince = performance.now();
      for (const person of [first, second]) found.add(await scene.problems(person));
      const sent = performance.now() - sentSince;
      // The same over a power cut, and a clock that is a day behind for a while.
      link.cut();
      setClock(2 * HOUR_MS);
      const third = scene.person('temporary-loss', 'loss-active');
      await scene.visit(third);
      await stage.powerOff();
      setClock(-DAY_MS);
      link.restore();
      stage.powerOn();
      const back = await scene.home();
      stage.kiosk.touch({ type: 'start' });
      // Rejects with the screen where the tile says anything else: a day behind, the centre takes no sign-in (INV-8).
      await stage.kiosk.until((view) => onlineTile(view)?.reason === 'link-down', BACK_WITHIN_MS);
      await stage.powerOff();
      setClock(0);
      stage.powerOn();
      await scene.home();
      found.add(await scene.problems(third));
      return { ended: 'healed', problems: found.problems, tookMs: { sent, back } };
    } finally {
      await scene.stop();
    }
  },
};
