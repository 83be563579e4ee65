import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const require = createRequire(import.meta.url);
const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

interface Description {
  electronVersion: string;
  files: string[];
  asarUnpack: string[];
  extraResources: { from: string; to: string }[];
}

describe('electron-builder.yml', () => {
  let config: Description;
  const { main, dependencies, devDependencies, license } = JSON.parse(
    readFileSync(here('package.json'), 'utf8'),
  );

  beforeAll(() => {
    config = parse(readFileSync(here('electron-builder.yml'), 'utf8'));
  });

  const validate = async (given: unknown): Promise<void> => {
    const { validateConfiguration } = require('app-builder-lib/out/util/config/config');
    const { DebugLogger } = require('builder-util');
    await validateConfiguration(given, new DebugLogger(false));
  };

  it("keeps electron-builder's own schema", async () => {
    await validate(structuredClone(config));
    await expect(validate({ ...structuredClone(config), asarUnpak: [] })).rejects.toThrow(/asarUnpak/);
  });

  it('builds for the Electron that is type-checked and tested', () => {
    expect(config.electronVersion).toBe(devDependencies.electron);
    expect(license).toBe('Apache-2.0');
  });

  it('unpacks every native add-on that core loads', () => {
    for (const addOn of ['smartcard', 'node-hid', 'better-sqlite3', 'serialport'])
      expect(Object.keys(dependencies)).toContain(addOn);
    const unpacked = config.asarUnpack.filter((glob) => glob.includes('node_modules'));
    expect(unpacked).toHaveLength(4);
    for (const glob of unpacked) {
      const folder = glob.replace(/^\*\*\//, '').replace(/\/\*\*$/, '');
      expect(existsSync(here(folder)), folder).toBe(true);
    }
  });

  it('starts the file that the build makes, and unpacks the processes that it starts', async () => {
    const { resolveConfig } = await import('electron-vite');
    const { config: resolved } = await resolveConfig(
      { root: here('.'), logLevel: 'silent' },
      'build',
      'production',
    );
    const { input } = resolved?.main?.build?.rolldownOptions ?? {};
    const processes = Object.entries(input as Record<string, string>);
    expect(processes.map(([name]) => `dist/electron/${name}.js`)).toContain(main);
    for (const [name, source] of processes) {
      expect(source).toBe(here(`${name}.ts`));
      expect(existsSync(source), source).toBe(true);
      const [top] = name.split('/');
      expect(config.asarUnpack).toContain(`dist/electron/${top}/**`);
    }
    expect(resolved?.renderer?.build?.outDir).toBe(here('dist/renderer'));
    expect(resolved?.renderer?.define?.__DEV_DOCK__).toBe('false');
  });

  it('takes only what a production build makes, and the assets', () => {
    const taken = config.files.filter((glob) => !glob.startsWith('!'));
    expect(taken).toEqual(['package.json', 'LICENSE', 'dist/electron/**', 'dist/renderer/**']);
    // A first pattern that excludes would let everything else in; one that excludes all would drop node_modules.
    expect(config.files[0]).toBe('package.json');
    expect(config.files).not.toContain('!**/*');
    for (const { from } of config.extraResources) expect(existsSync(here(from)), from).toBe(true);
    expect(config.extraResources).toEqual([{ from: 'assets', to: 'assets' }]);
    for (const file of [
      'assets/policy/hainan.json',
      'assets/help/hainan.json',
      'assets/outlets/hainan-agencies.json',
      'assets/chromium/policies/managed/kiosk.json',
    ])
      expect(existsSync(here(file)), file).toBe(true);
  });
});
