import { existsSync } from 'node:fs';
import { pluggedIn } from '../../drivers/discovery/plugged-in.ts';
import type { SpawnHost } from '../../drivers/social-card/host/card-host.ts';
import type { CoreMessage } from '../../src/contracts/core-link.ts';
import { systemTimers } from './clock.ts';
import type { CoreConfig } from './core-config.ts';
import type { Log } from './log.ts';
import type { MaintainedMachine } from './maintenance/compose-maintenance.ts';
import { TableFiles } from './maintenance/devices/table-files.ts';
import { systemMachine } from './maintenance/readiness/machine-look.ts';
import { machineOf } from './maintenance/system/machine.ts';
import { runCommand } from './maintenance/system/run-command.ts';
import { systemDisk } from './store/system-disk.ts';

export interface GroundParts {
  readonly say: (message: CoreMessage) => void;
  readonly log: Pick<Log, 'warn'>;
  readonly spawnCardHost?: SpawnHost | undefined;
}

/** The machine this process runs on, as its configuration names it, for maintenance mode. */
export function systemGround(
  config: CoreConfig,
  { say, log, spawnCardHost }: GroundParts,
): MaintainedMachine {
  const { calibrateTouch, resetTouch, touchDevice } = config.machine;
  return {
    machine: machineOf(config, systemTimers),
    look: systemMachine(config),
    files: { policy: config.policyFile, devices: config.devicesFile },
    table: {
      files: new TableFiles(config.devicesFile, systemDisk),
      plugged: pluggedIn(systemTimers, spawnCardHost),
      given: config.discovery.tcp,
    },
    calibrateTouch,
    touchPresent: () => (touchDevice === undefined ? null : existsSync(touchDevice)),
    resetTouch() {
      if (!resetTouch) return;
      void runCommand(resetTouch).then((ran) => {
        if (!ran.ok) log.warn('touch-reset-failed', { code: ran.error });
      });
    },
    restartPage: () => say({ kind: 'restart-page', why: 'touch' }),
  };
}
