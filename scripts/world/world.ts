import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ChildProgram, startProgram } from './child-program.ts';
import { type Surroundings, type SurroundingsOptions, startSurroundings } from './surroundings.ts';

const SHELL_READY_WITHIN_MS = 60_000;

export interface WorldOptions extends SurroundingsOptions {
  /** Port of the kiosk's page; 0 or absent takes a free one. */
  readonly kioskPort?: number;
  /** Origin that may frame the kiosk's page: the dev dock's. */
  readonly devDockOrigin?: string;
  /** Where the built renderer is; `dist/renderer` where absent. */
  readonly rendererDirectory?: string;
}

/** A whole kiosk with everything around it: core and browser shell besides its surroundings. */
export interface World extends Surroundings {
  /** The kiosk's page, with its per-boot token. */
  kioskUrl(): string;
  /** Kills core now, as a power cut would; its shell starts another. */
  killCore(): void;
  stopKiosk(): Promise<void>;
  startKiosk(): Promise<void>;
}

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const surroundings = await startSurroundings(options);
  const shellFile = join(surroundings.folder, 'shell.json');
  writeFileSync(
    shellFile,
    JSON.stringify({
      port: options.kioskPort ?? 0,
      rendererDirectory: options.rendererDirectory ?? 'dist/renderer',
      coreConfig: surroundings.coreFile,
      ...(options.devDockOrigin && { devDockOrigin: options.devDockOrigin }),
    }),
  );
  let shell: ChildProgram | null = null;
  const world: World = {
    ...surroundings,
    kioskUrl: () => String(shell?.ready.url ?? ''),
    killCore: () => shell?.child.kill('SIGUSR2'),
    async stopKiosk() {
      await shell?.stop();
      shell = null;
    },
    async startKiosk() {
      shell = await startProgram(['scripts/world/kiosk-process.ts', shellFile], {
        logFile: join(surroundings.folder, 'kiosk.log'),
        readyWithinMs: SHELL_READY_WITHIN_MS,
      });
    },
    async stop() {
      await world.stopKiosk();
      await surroundings.stop();
    },
  };
  await world.startKiosk();
  return world;
}
