import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askConsole, cookieOf } from '../../central/console-bench.ts';
import { readCoreConfig } from '../../main/core/core-config.ts';
import type { DockCatalogue } from '../../scripts/dev-dock/dock-state.ts';
import { openOfficeKey, readKeyFile } from '../../scripts/office/key-files.ts';
import { PROJECT } from '../../scripts/world/child-program.ts';
import { meetOperators } from '../../scripts/world/operators.ts';
import { openRoot } from '../../src/configuration/follow-roots.ts';
import { kiosklessBench } from './kioskless-bench.ts';

const bench = kiosklessBench();
const catalogue = async (): Promise<DockCatalogue> => (await bench.ask('/api/catalogue')).answer.json();

describe('the operators’ desk of the dev set-up', { timeout: 60_000 }, () => {
  it('lets each of its people in with the password and the code the dock shows', async () => {
    const { operators, operatorPassword, consoleUrl } = await catalogue();
    expect(consoleUrl).toBe(`${bench.world.central.url}/console/`);
    const { operatorCodes } = await bench.state();
    expect(operators.flatMap(({ roles }) => roles)).toEqual(
      expect.arrayContaining(['editor', 'approver', 'signer', 'administrator', 'viewer']),
    );
    for (const { login, roles } of operators) {
      const code = operatorCodes.find((one) => one.login === login)?.code;
      const body = { login, password: operatorPassword, code };
      const signedIn = await askConsole(bench.world.central, '/sign-in', { method: 'POST', body });
      expect(signedIn).toMatchObject({ status: 200, body: { login, roles } });
      const me = await askConsole(bench.world.central, '/me', { headers: { cookie: cookieOf(signedIn) } });
      expect(me.status).toBe(200);
    }
  });

  it('keeps who was there at an earlier start', async () => {
    await meetOperators(bench.world.central);
    const { operatorCodes } = await bench.state();
    for (const { code } of operatorCodes) expect(code).toMatch(/^\d{6}$/);
  });

  it('names key files that the offices sign with, and the kiosk knows the root that names them', async () => {
    const { officeKeys, officePassphrase } = await catalogue();
    const config = readCoreConfig(bench.world.coreFile);
    if (!config.ok) throw new Error(config.error);
    const root = await openRoot(readFileSync(config.value.rootFile ?? '', 'utf8').trim());
    if (!root.ok) throw new Error(root.error);
    const { keys, roles } = root.value.root;
    expect(roles.policy.threshold).toBe(2);
    for (const { office, file } of officeKeys) {
      const path = isAbsolute(file) ? file : join(PROJECT, file);
      expect(existsSync(path)).toBe(true);
      const key = readKeyFile(path);
      expect(key.publicKey.office).toBe(office);
      expect(keys).toContainEqual(key.publicKey);
      await openOfficeKey(key, officePassphrase);
    }
  });
});
