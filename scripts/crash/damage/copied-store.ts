import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startScreenlessKiosk } from '../../world/screenless-kiosk.ts';
import { kioskFolder } from '../books.ts';
import { type Damage, Findings } from './damage.ts';
import { BACK_WITHIN_MS, type Scene, startScene } from './scene.ts';

const OTHER_MACHINE = '0123456789abcdef0123456789abcdef';
const OTHER_KEY = 'ab'.repeat(32);

/** What a core says that is given this copy of the folder; `served` where it opened. */
async function startCopy(
  { stage }: Scene,
  name: string,
  change: (folder: string, config: Record<string, unknown>) => void,
): Promise<string> {
  const copy = join(stage.world.folder, name);
  cpSync(kioskFolder(stage.world), copy, { recursive: true });
  const config = { ...JSON.parse(readFileSync(stage.world.coreFile, 'utf8')), folder: copy };
  change(copy, config);
  const coreFile = join(stage.world.folder, `${name}.json`);
  writeFileSync(coreFile, JSON.stringify(config));
  const { promise, resolve } = Promise.withResolvers<string>();
  const kiosk = startScreenlessKiosk(
    { folder: stage.world.folder, coreFile },
    {
      onDown: (why) => resolve(why.kind === 'fatal' ? why.message : why.kind),
      onView: () => resolve('served'),
    },
  );
  const late = setTimeout(() => resolve('nothing was said'), BACK_WITHIN_MS);
  const said = await promise;
  clearTimeout(late);
  await kiosk.stop();
  return said;
}

export const copiedStore: Damage = {
  name: 'database copied to another kiosk',
  must: 'INV-2 INV-6 refused, with the remedy in one sentence; the kiosk it belongs to goes on',
  async run() {
    const scene = await startScene();
    const found = new Findings();
    try {
      const person = scene.person('certify', 'benefits-receiver');
      await scene.visit(person);
      await scene.stage.powerOff();
      const folderSaid = await startCopy(scene, 'copied-folder', (folder, config) => {
        config.machineIdFile = join(folder, 'machine-id');
        writeFileSync(join(folder, 'machine-id'), OTHER_MACHINE);
      });
      found.expect(
        folderSaid.includes('another machine'),
        `the whole folder on another machine: ${folderSaid}`,
      );
      const fileSaid = await startCopy(scene, 'copied-file', (folder) =>
        writeFileSync(join(folder, 'store.key'), OTHER_KEY, { mode: 0o600 }),
      );
      found.expect(fileSaid.includes('key file'), `the file under another kiosk's key: ${fileSaid}`);
      scene.stage.powerOn();
      const back = await scene.home();
      found.add(await scene.problems(person));
      return { ended: 'refused', problems: found.problems, tookMs: { back } };
    } finally {
      await scene.stop();
    }
  },
};
