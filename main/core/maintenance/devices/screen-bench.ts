import { execFile } from 'node:child_process';
import type { ScreenBench } from '../../../../src/ports/maintenance/screen-bench.ts';
import type { Store } from '../../store/open-store.ts';

/** Touching every target takes a minute; a program that hangs must not hold the kiosk for ever. Milliseconds. */
const CALIBRATE_MS = 180_000;

export interface ScreenBenchParts {
  readonly store: Pick<Store, 'settings' | 'audit' | 'transaction'>;
  /** Program and arguments as configured; absent where this machine has none. */
  readonly calibrateTouch?: readonly string[];
  readonly changed: () => void;
}

/** Calibration by the machine's own program, and where residents' controls stand. */
export function createScreenBench({ store, calibrateTouch, changed }: ScreenBenchParts): ScreenBench {
  const { settings, audit } = store;
  return {
    lowReach: () => settings.get('low-reach') === 'on',
    calibrate: (signal) => calibrate(calibrateTouch ?? [], signal),
    set(lowReach, missed, technician) {
      store.transaction(() => {
        settings.set('low-reach', lowReach ? 'on' : 'off');
        audit.record('screen-set', { technician, missed, lowReach });
      });
      changed();
    },
  };
}

function calibrate([program, ...parameters]: readonly string[], signal: AbortSignal): Promise<string | null> {
  if (program === undefined) return Promise.resolve('not-configured');
  return new Promise((resolve) => {
    // No shell: what is configured is one program with its arguments.
    execFile(program, parameters, { timeout: CALIBRATE_MS, signal }, (error) => {
      if (!error) resolve(null);
      else resolve(error.killed ? 'command-timeout' : 'command-failed');
    });
  });
}
