import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface ProgramPaths {
  readonly renderer: string;
  readonly preload: string;
  /** Core's built entry. */
  readonly core: string;
  readonly assets: string;
  /** Arguments that name the kiosk's configuration, where the technician has put one. */
  configured(folder: string): string[];
}

/**
 * Where the built program keeps its parts. `mainFolder` is that of the built `main.js`; `resources` is Electron's
 * resources folder in an installed program, null in a working copy.
 */
export function programPaths(mainFolder: string, resources: string | null): ProgramPaths {
  const built = join(mainFolder, '../../..');
  return {
    renderer: join(built, 'renderer'),
    preload: join(built, 'electron/preload.cjs'),
    core: join(built, 'electron/main/core/main.js'),
    assets: resources === null ? join(built, '../assets') : join(resources, 'assets'),
    configured(folder) {
      const file = [join(folder, 'kiosk.json'), '/etc/yikatong-kiosk/kiosk.json'].find(existsSync);
      return file === undefined ? [] : ['--config', file];
    },
  };
}
