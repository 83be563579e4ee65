import type { Timers } from '../../../src/ports/clock.ts';
import { errorFields, type Log } from '../log.ts';
import { backUpRegularly } from './backup.ts';
import type { Store } from './open-store.ts';

/** Keeps a backup of the store until the signal fires; trouble with it is logged, and tried again. */
export const backUpStore = (
  store: Pick<Store, 'backUp' | 'backupIsMissing' | 'outbox'>,
  timers: Timers,
  log: Pick<Log, 'error'>,
  signal: AbortSignal,
): Promise<void> =>
  backUpRegularly(
    {
      backUp: () => store.backUp(),
      isMissing: () => store.backupIsMissing(),
      newestWaiting: () => store.outbox.newest(),
      timers,
      onTrouble: (error) => log.error('backup-failed', errorFields(error)),
    },
    signal,
  );
