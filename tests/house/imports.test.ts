import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const BIOME = join(PROJECT, 'node_modules/.bin/biome');

let house: string;
beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'yikatong-house-'));
  // The house's own rules; without git there is no ignore file to read.
  const rules = JSON.parse(readFileSync(join(PROJECT, 'biome.json'), 'utf8'));
  writeFileSync(join(house, 'biome.json'), JSON.stringify({ ...rules, vcs: { enabled: false } }));
  cpSync(join(PROJECT, 'package.json'), join(house, 'package.json'));
  symlinkSync(join(PROJECT, 'node_modules'), join(house, 'node_modules'));
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

/** What the lint says of a file with one import, at this place in the house. */
function lint(file: string, imported: string): { status: number | null; said: string } {
  const path = join(house, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `import { thing } from '${imported}';\n\nexport const other = thing;\n`);
  const { status, stdout, stderr } = spawnSync(BIOME, ['lint', '--colors=off', file], {
    cwd: house,
    encoding: 'utf8',
  });
  rmSync(path);
  return { status, said: stdout + stderr };
}

describe('imports run one way only (architecture, The house)', () => {
  it.each([
    ['src/card/x.ts', '../../main/core/clock.ts'],
    ['src/card/x.ts', '../../drivers/transport/byte-transport.ts'],
    ['src/card/x.ts', '../../renderer/kiosk.tsx'],
    ['src/card/x.ts', '../../central/central.ts'],
    ['src/card/x.ts', '../../scripts/world/world.ts'],
    ['src/card/x.ts', 'node:fs'],
    ['src/card/x.ts', 'react'],
    ['drivers/id-card/x.ts', '../../main/core/clock.ts'],
    ['drivers/id-card/x.ts', '../../renderer/kiosk.tsx'],
    ['drivers/id-card/x.ts', '../../central/central.ts'],
    ['drivers/id-card/x.ts', '../../scripts/world/world.ts'],
    ['renderer/screens/x.tsx', '../../main/core/clock.ts'],
    ['renderer/screens/x.tsx', '../../drivers/transport/byte-transport.ts'],
    ['renderer/screens/x.tsx', '../../central/central.ts'],
    ['renderer/screens/x.tsx', 'node:fs'],
    ['renderer/screens/x.tsx', 'electron'],
    ['main/core/x.ts', '../../renderer/kiosk.tsx'],
    ['main/core/x.ts', '../../central/central.ts'],
    ['main/core/x.ts', '../../scripts/world/world.ts'],
    ['central/fleet/x.ts', '../../main/core/clock.ts'],
    ['central/fleet/x.ts', '../../drivers/transport/byte-transport.ts'],
    ['central/fleet/x.ts', '../../renderer/kiosk.tsx'],
    ['central/console/kiosks/x.tsx', '../../../renderer/kiosk.tsx'],
    ['central/console/kiosks/x.tsx', '../../database/tables.ts'],
    ['central/console/kiosks/x.tsx', 'node:fs'],
  ])('%s may not import %s', (file, imported) => {
    const { status, said } = lint(file, imported);
    expect(said).toContain('noRestrictedImports');
    expect(status).toBe(1);
  });

  it.each([
    ['src/card/x.ts', '../result.ts'],
    ['src/card/x.ts', '../contracts/central/problem.ts'],
    ['drivers/id-card/x.ts', '../../src/result.ts'],
    ['renderer/screens/x.tsx', '../../src/contracts/view.ts'],
    ['main/core/x.ts', '../../drivers/transport/byte-transport.ts'],
    ['main/core/x.ts', '../../src/contracts/central/operations.ts'],
    ['main/core/x.ts', 'node:fs'],
    ['central/fleet/x.ts', '../../src/contracts/central/operations.ts'],
    ['central/console/kiosks/x.tsx', '../../../src/contracts/central/enrolment.ts'],
    ['central/console/kiosks/x.tsx', '../frame/page.tsx'],
  ])('%s may import %s', (file, imported) => {
    expect(lint(file, imported)).toMatchObject({ status: 0 });
  });
});
