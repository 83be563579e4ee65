import { closeSync, existsSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { fromStore } from '../../world/kiosk-ledger.ts';
import { kioskFolder } from '../books.ts';
import { type Damage, type DamageEnd, Findings } from './damage.ts';
import { BACK_WITHIN_MS, startScene } from './scene.ts';

const PAGE_BYTES = 4096;
/** What waits in the queue is in a backup before this long (backup.ts), milliseconds. */
const BACKED_UP_WITHIN_MS = 15_000;

/**
 * A request is accepted while the link is down; power goes; the store is damaged. It comes back from its backup, the
 * request is in it, and is sent when the link is there: the centre hears of the gap.
 */
async function fromBackup(damage: (storePath: string) => void, reason: string): Promise<DamageEnd> {
  const scene = await startScene();
  const { stage } = scene;
  const { link, central } = stage.world;
  const found = new Findings();
  const folder = kioskFolder(stage.world);
  const backup = join(folder, 'store.backup.db');
  try {
    const before = scene.person('contact-data', 'contact-known');
    await scene.visit(before);
    link.cut();
    const person = scene.person('certify', 'benefits-receiver');
    const cutAt = Date.now();
    const said = await scene.visit(person);
    found.expect(
      said.some(({ state }) => state === 'accepted-not-yet-sent'),
      `with the link down the receipt says ${said.map(({ state }) => state).join(' ')}`,
    );
    const until = Date.now() + BACKED_UP_WITHIN_MS;
    const backedUp = () => existsSync(backup) && statSync(backup).mtimeMs > cutAt;
    while (!backedUp() && Date.now() < until) await wait(100);
    found.expect(backedUp(), 'INV-4 what waits in the queue is in no backup');
    await stage.powerOff();
    damage(join(folder, 'store.db'));
    stage.powerOn();
    const back = await scene.home();
    link.restore();
    for (const one of [before, person]) found.add(await scene.problems(one));
    const restored = fromStore(folder, (store) =>
      store.prepare("SELECT detail FROM audit WHERE event = 'store-restored'").pluck().all(),
    );
    found.expect(
      restored.some((detail) => String(detail).includes(`"${reason}"`)),
      `INV-8 the kiosk does not tell that its store was ${reason}`,
    );
    found.expect(
      readdirSync(folder).some((name) => name.includes('.damaged-')),
      'the damaged file was not set aside',
    );
    const told = () => central.auditTrail().then((trail) => JSON.stringify(trail).includes('store-restored'));
    const tellUntil = Date.now() + BACK_WITHIN_MS;
    while (!(await told()) && Date.now() < tellUntil) await wait(200);
    found.expect(await told(), 'INV-8 the centre does not hear of it');
    return { ended: 'restored', problems: found.problems, tookMs: { back } };
  } finally {
    await scene.stop();
  }
}

export const corruptPage: Damage = {
  name: 'corrupt page',
  must: 'INV-4 the damaged file is set aside, the backup takes its place, what waited is sent, the gap is told',
  run: () =>
    fromBackup((path) => {
      // All that is in the log into the file first: the log's copy of a page would stand in for it.
      const store = new Database(path);
      store.pragma('wal_checkpoint(TRUNCATE)');
      store.close();
      const file = openSync(path, 'r+');
      const pages = Math.floor(statSync(path).size / PAGE_BYTES);
      writeSync(file, Buffer.alloc(PAGE_BYTES, 0xa5), 0, PAGE_BYTES, Math.floor(pages / 2) * PAGE_BYTES);
      closeSync(file);
    }, 'damaged'),
};

export const walRemoved: Damage = {
  name: 'write-ahead log removed',
  must: 'INV-4 a store that is older than its own backup is not believed: the backup takes its place',
  run: () =>
    fromBackup((path) => {
      for (const part of ['-wal', '-shm']) rmSync(path + part, { force: true });
    }, 'log-missing'),
};
