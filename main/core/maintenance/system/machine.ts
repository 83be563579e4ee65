import { join } from 'node:path';
import type { Clock } from '../../../../src/ports/clock.ts';
import type { CoreConfig } from '../../core-config.ts';
import { LOG_FOLDER } from '../../log-file.ts';
import type { CommandLine } from './run-command.ts';
import { type SetSystemTime, setTimeByCommand, setTimeByOffsetFile } from './set-system-time.ts';
import type { StickPlaces } from './sticks.ts';

/** The machine under this kiosk, as far as maintenance mode works on it. */
export interface Machine {
  readonly setSystemTime: SetSystemTime;
  /** Absent: somebody does it by hand. */
  readonly restart: CommandLine | undefined;
  readonly network: CommandLine | undefined;
  readonly sticks: StickPlaces;
  /** The store's. */
  readonly folder: string;
  readonly logFolder: string;
}

/** As core's configuration names it. `clock` is the machine's own, without what development puts it off by. */
export const machineOf = (config: CoreConfig, clock: Clock): Machine => ({
  setSystemTime: config.clockOffsetFile
    ? setTimeByOffsetFile(config.clockOffsetFile, clock)
    : setTimeByCommand(config.machine.setClock),
  restart: config.machine.restart,
  network: config.machine.network,
  sticks: { roots: config.stickRoots, plainFolders: config.sticksAreFolders },
  folder: config.folder,
  logFolder: join(config.folder, LOG_FOLDER),
});
