import { join } from 'node:path';

/** Where a technician puts the configuration of the kiosk's core. */
const CONFIGURATION = '/etc/yikatong-kiosk/core.json';

export interface ProgramPaths {
  readonly renderer: string;
  readonly preload: string;
  /** Core's built entry. */
  readonly core: string;
}

/** Where the built program keeps its parts, seen from the folder of the built `main/shell-electron/main.js`. */
export function programPaths(mainFolder: string): ProgramPaths {
  const built = join(mainFolder, '../../..');
  return {
    renderer: join(built, 'renderer'),
    preload: join(built, 'electron/preload.cjs'),
    core: join(built, 'electron/main/core/main.js'),
  };
}

/** The configuration's path: `--config=PATH` among the program's arguments, or where a kiosk's image has it. */
export function configurationPath(args: readonly string[]): string {
  const named = args.find((argument) => argument.startsWith('--config='));
  return named?.slice('--config='.length) ?? CONFIGURATION;
}
