import type { WatchdogNote } from '../../../src/contracts/core-link.ts';
import type { Timers } from '../../../src/ports/clock.ts';
import type { AuditTrail } from '../../../src/ports/transactions.ts';
import { MemoryWatch } from './memory-watch.ts';
import { TouchWatch } from './touch-watch.ts';
import { WatchdogLog } from './watchdog-log.ts';

export interface WatchdogParts {
  readonly audit: AuditTrail;
  readonly timers: Timers;
  /** On the start screen, and no technician at work. */
  readonly idle: () => boolean;
  /** Resident bytes of this process. */
  readonly coreBytes: () => number;
  readonly restartCore: () => void;
  /** Whether the system sees the touch controller; null where nobody said which one it is. */
  readonly touchPresent: () => boolean | null;
  /** Asks the controller to begin anew; does nothing where no command is configured. */
  readonly resetTouch: () => void;
  /** Asks the shell to load the page anew. */
  readonly restartPage: () => void;
}

/** Core's own watchdogs, and the memory of what those of the shell did. */
export interface Watchdogs {
  /** For the alarms. */
  told(): ReturnType<WatchdogLog['told']>;
  shellActed(note: WatchdogNote): void;
  pageAlive(message: { readonly touches: number }): void;
  run(signal: AbortSignal): Promise<void>;
}

export function composeWatchdogs(parts: WatchdogParts): Watchdogs {
  const { audit, timers, idle } = parts;
  const log = new WatchdogLog(audit, timers);
  const touch = new TouchWatch({
    timers,
    present: parts.touchPresent,
    idle,
    heal(rung, why) {
      log.touchActed(rung, why);
      if (rung === 'restart-page') parts.restartPage();
      else parts.resetTouch();
    },
  });
  const memory = new MemoryWatch({
    timers,
    read: parts.coreBytes,
    idle,
    restart(bytes) {
      log.memoryActed(bytes);
      parts.restartCore();
    },
  });
  return {
    told: () => log.told(touch.trouble),
    shellActed: (note) => log.shellActed(note),
    pageAlive: (message) => touch.pageAlive(message),
    async run(signal) {
      await Promise.all([touch.run(signal), memory.run(signal)]);
    },
  };
}
