import { diskTroubleIn } from '../disk-trouble.ts';
import type { Store } from '../store/open-store.ts';

/** A core that ends without meaning to, twice, is not asked a third time. */
const CRASHES_THAT_RETURN = 2;

type Counted = Pick<Store, 'configuration' | 'transaction'>;

/**
 * Counts this start of a core on trial. The one before it crashed unless it ended on purpose, or the machine booted
 * meanwhile (`/proc/sys/kernel/random/boot_id`): then it was the power. True: it crashed too often (INV-8).
 */
export function startOnTrial({ configuration, transaction }: Counted, bootId: string | null): boolean {
  return transaction(() => {
    const trial = configuration.trial.find();
    if (!trial) return false;
    const crashed = trial.coreStarts > 0 && !trial.endedItself && trial.bootId === bootId;
    const crashes = trial.crashes + (crashed ? 1 : 0);
    configuration.trial.note({ coreStarts: trial.coreStarts + 1, crashes, bootId, endedItself: false });
    return crashes >= CRASHES_THAT_RETURN;
  });
}

/**
 * The core is about to end because it wants to, or because its disk fails it: the next start counts no crash. On a disk
 * that takes nothing, the next one knows by itself (`openWhenWritable`).
 */
export function endsOnPurpose({ configuration }: Pick<Store, 'configuration'>): void {
  try {
    configuration.trial.note({ endedItself: true });
  } catch (error) {
    if (diskTroubleIn(error) === null) throw error;
  }
}
