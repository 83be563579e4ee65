import { setTimeout as wait } from 'node:timers/promises';
import { CentralDev } from '../../world/central-dev.ts';
import { type Damage, Findings } from './damage.ts';
import { BACK_WITHIN_MS, startScene } from './scene.ts';

/** Somebody waits for an answer, and the centre is gone for so long. Milliseconds. */
const AWAY_MS = 1_500;

export const centralKilled: Damage = {
  name: 'central killed mid-request',
  must: 'INV-1 INV-4 what was under way is asked about and known when the centre is back; nothing is done twice',
  async run() {
    const scene = await startScene();
    const { stage } = scene;
    const { world, kiosk } = stage;
    const found = new Findings();
    let again: CentralDev | null = null;
    try {
      const person = scene.person('contact-data', 'contact-known');
      await scene.upTo(person, 'check-answers');
      await world.central.fail({ method: 'PUT', route: '/v1/operations/:key', mode: 'answer-late' });
      kiosk.forget();
      kiosk.touch({ type: 'submit' });
      await kiosk.until(({ screen }) => screen === 'working', BACK_WITHIN_MS);
      // Carried out by then, and the answer never given.
      await wait(AWAY_MS / 3);
      await world.central.kill();
      await wait(AWAY_MS);
      const startedAt = performance.now();
      again = await CentralDev.start(world.folder, world.residents, world.central.port, world.policyFile);
      const centre = performance.now() - startedAt;
      const told = await kiosk.until(({ screen }) => screen === 'receipt', BACK_WITHIN_MS);
      const shown = kiosk.shown;
      found.expect(
        shown?.screen === 'receipt' && ['done-here', 'unknown-asking'].includes(shown.state),
        `the receipt says ${shown?.screen === 'receipt' ? shown.state : shown?.screen}`,
      );
      await scene.visit(person);
      found.add(await scene.problems(person));
      const next = scene.person('certify', 'benefits-receiver');
      found.expect((await scene.visit(next)).length > 0, 'no receipt after the centre was back');
      found.add(await scene.problems(next));
      return { ended: 'healed', problems: found.problems, tookMs: { centre, told } };
    } finally {
      await again?.stop();
      await scene.stop();
    }
  },
};
