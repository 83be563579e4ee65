import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_PACK } from '../../../../src/policy/default-pack.ts';
import { startScreenlessKiosk } from '../../../world/screenless-kiosk.ts';
import { copyStore } from './copy-store.ts';

const WITHIN_MS = 60_000;

/**
 * Milliseconds from starting the core's process to its first screen. `store` is a folder to start with; null begins
 * with an empty one. `code` enrols with the centre at `centralUrl`; null where there is none to reach.
 */
export async function startToFirstScreen(
  store: string | null,
  centralUrl: string,
  code: string | null,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'yikatong-bench-'));
  const own = join(folder, 'kiosk');
  mkdirSync(own, { mode: 0o700 });
  if (store !== null) copyStore(store, own);
  const devicesFile = join(folder, 'devices.json');
  const coreFile = join(folder, 'core.json');
  writeFileSync(devicesFile, JSON.stringify({ devices: [] }));
  writeFileSync(
    coreFile,
    JSON.stringify({
      kioskName: 'bench',
      folder: own,
      policyFile: `assets/policy/${DEFAULT_PACK}.json`,
      devicesFile,
      centralUrl,
      ...(code !== null && { enrolmentCode: code }),
    }),
  );
  const kiosk = startScreenlessKiosk({ folder, coreFile });
  try {
    return await kiosk.until(() => true, WITHIN_MS);
  } finally {
    await kiosk.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
