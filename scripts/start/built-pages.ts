import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../src/result.ts';
import { PROJECT } from '../world/child-program.ts';

/** A page vite builds, and the folders it is made of. */
export interface BuiltPage {
  readonly name: string;
  readonly config: string;
  readonly mode: 'production' | 'dev-dock';
  /** From the project's root. */
  readonly out: string;
  readonly sources: readonly string[];
}

/** What a kiosk shows: what end-to-end tests and the demo look at. */
export const KIOSK_PAGE: BuiltPage = {
  name: 'the kiosk’s page',
  config: 'renderer/vite.config.ts',
  mode: 'production',
  out: 'dist/renderer',
  sources: ['renderer', 'src', 'package-lock.json'],
};

/** The same with the dev dock's door in it. */
export const KIOSK_PAGE_WITH_DOOR: BuiltPage = {
  ...KIOSK_PAGE,
  mode: 'dev-dock',
  out: 'dist/renderer-dev',
};

export const DEV_DOCK_PAGE: BuiltPage = {
  name: 'the dev dock’s page',
  config: 'scripts/dev-dock/page/vite.config.ts',
  mode: 'production',
  out: 'dist/dev-dock',
  sources: ['scripts/dev-dock/page', 'package-lock.json'],
};

/** What operators sign in to; the centre serves it below `/console/`. */
export const CONSOLE_PAGE: BuiltPage = {
  name: 'the operators’ page',
  config: 'central/console/vite.config.ts',
  mode: 'production',
  out: 'dist/console',
  sources: ['central/console', 'src', 'package-lock.json'],
};

/** Milliseconds since the epoch of the newest file in a folder, or of a file. */
function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Whether a source is newer than what was built of it. */
export function isStale(page: BuiltPage, root = PROJECT): boolean {
  const built = join(root, page.out, 'index.html');
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  return page.sources.some((source) => newest(join(root, source)) > builtAt);
}

/** Builds a page where it is stale; the error is what vite said. */
export function buildWhereStale(page: BuiltPage): Result<'built' | 'fresh', string> {
  if (!isStale(page)) return ok('fresh');
  const args = ['build', '--config', page.config, '--mode', page.mode, '--outDir', join(PROJECT, page.out)];
  const { status, stdout, stderr } = spawnSync(
    join(PROJECT, 'node_modules/.bin/vite'),
    [...args, '--emptyOutDir', '--logLevel', 'warn'],
    { cwd: PROJECT, encoding: 'utf8' },
  );
  return status === 0 ? ok('built') : err(`${page.name} does not build: ${(stderr || stdout).trim()}`);
}
