import type { View } from '../../../src/contracts/view.ts';
import { type Damage, Findings } from './damage.ts';
import { BACK_WITHIN_MS, onScreen, startScene } from './scene.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

const saysClosed =
  (reason: 'disk-full' | 'disk-not-writable') =>
  (view: View): boolean =>
    view.screen === 'out-of-service' && view.reasons.includes(reason);

/** A kiosk whose store lies on a small disk; null where none can be mounted. */
async function sceneOnSmallDisk() {
  const mounted: { disk: SmallDisk | null } = { disk: null };
  let skipped = '';
  const scene = await startScene({
    beforeCore(kioskFolder) {
      const made = mountSmallDisk(kioskFolder);
      if (made.ok) mounted.disk = made.value;
      else skipped = made.error;
    },
  });
  const { disk } = mounted;
  const stop = async () => {
    await scene.stage.powerOff();
    disk?.makeRoom();
    disk?.remove();
    await scene.stop();
  };
  if (disk) return { scene, disk, stop };
  await stop();
  return { skipped };
}

export const fullDisk: Damage = {
  name: 'disk full',
  must: 'INV-4 INV-8 closed with the reason while it lasts; what was accepted is kept; open again by itself',
  async run() {
    const made = await sceneOnSmallDisk();
    if (made.skipped !== undefined) return { skipped: made.skipped };
    const { scene, disk, stop } = made;
    const found = new Findings();
    try {
      const first = scene.person('certify', 'benefits-receiver');
      const said = await scene.visit(first);
      found.expect(said.length > 0, 'no receipt before the disk was full');
      // Full in the middle of somebody's visit: what they are told must be so.
      const second = scene.person('contact-data', 'contact-known');
      await scene.upTo(second, 'check-answers');
      disk.fill();
      scene.stage.kiosk.touch({ type: 'submit' });
      const closed = await scene.stage.kiosk.until(saysClosed('disk-full'), BACK_WITHIN_MS);
      scene.stage.world.hardware.idCardReader.removeCard();
      disk.makeRoom();
      const healed = await scene.home();
      const third = scene.person('temporary-loss', 'loss-active');
      found.expect((await scene.visit(third)).length > 0, 'no receipt after there was room again');
      for (const person of [first, second, third]) found.add(await scene.problems(person));
      return { ended: 'healed', problems: found.problems, tookMs: { closed, healed } };
    } finally {
      await stop();
    }
  },
};

export const readOnlyDisk: Damage = {
  name: 'disk read-only',
  must: 'INV-8 closed with the reason, nobody served; open again by itself when it takes writes',
  async run() {
    const made = await sceneOnSmallDisk();
    if (made.skipped !== undefined) return { skipped: made.skipped };
    const { scene, disk, stop } = made;
    const found = new Findings();
    try {
      const first = scene.person('certify', 'benefits-receiver');
      await scene.visit(first);
      // A kernel that met a bad sector mounts the disk read-only at the next start.
      await scene.stage.powerOff();
      disk.readOnly(true);
      scene.stage.powerOn();
      const closed = await scene.stage.kiosk.until(saysClosed('disk-not-writable'), BACK_WITHIN_MS);
      found.expect(
        !scene.stage.kiosk.views.some(onScreen('home')),
        'the kiosk let somebody in on a disk that takes no writes',
      );
      disk.readOnly(false);
      const healed = await scene.home();
      const second = scene.person('contact-data', 'contact-known');
      found.expect((await scene.visit(second)).length > 0, 'no receipt after the disk took writes again');
      for (const person of [first, second]) found.add(await scene.problems(person));
      return { ended: 'healed', problems: found.problems, tookMs: { closed, healed } };
    } finally {
      await stop();
    }
  },
};
