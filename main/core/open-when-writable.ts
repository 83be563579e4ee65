import type { Timers } from '../../src/ports/clock.ts';
import type { Result } from '../../src/result.ts';
import { endsOnPurpose } from './configuration/trial-starts.ts';
import { type DiskTrouble, diskTroubleIn } from './disk-trouble.ts';
import type { Log } from './log.ts';
import type { Store, StoreTrouble } from './store/open-store.ts';

/** Somebody frees room, or the disk is mounted again: looked for this often, milliseconds. */
const LOOK_EVERY_MS = 2_000;

export interface WritableOptions {
  readonly open: () => Result<Store, StoreTrouble>;
  /** What the disk says when it is asked; null: it takes writes and has room. */
  readonly look: () => DiskTrouble | null;
  /** Told once for each trouble: the screen says it, and nobody is served meanwhile. */
  readonly closed: (trouble: DiskTrouble) => void;
  readonly timers: Timers;
  readonly log: Pick<Log, 'error'>;
}

/**
 * Opens the store as soon as the disk takes writes and has room. A store that refuses to be opened is another
 * matter: starting again will not help then.
 */
export async function openWhenWritable(options: WritableOptions): Promise<Result<Store, StoreTrouble>> {
  const { timers, log } = options;
  const since = timers.elapsed();
  let told: DiskTrouble | null = null;
  for (;;) {
    const tried = tryOnce(options);
    if ('result' in tried) {
      const { result } = tried;
      const seconds = Math.max(0, Math.round((timers.elapsed() - since) / 1_000));
      if (result.ok && told !== null) {
        result.value.audit.record('disk-trouble-over', { reason: told, seconds });
        // The core before this one ended over its disk, whatever it ran.
        endsOnPurpose(result.value);
      }
      return result;
    }
    if (tried.trouble !== told) {
      told = tried.trouble;
      log.error('disk-trouble', { reason: told });
      options.closed(told);
    }
    await timers.sleep(LOOK_EVERY_MS);
  }
}

function tryOnce({
  open,
  look,
}: WritableOptions): { readonly result: Result<Store, StoreTrouble> } | { readonly trouble: DiskTrouble } {
  const seen = look();
  if (seen !== null) return { trouble: seen };
  try {
    return { result: open() };
  } catch (error) {
    const trouble = diskTroubleIn(error);
    if (trouble === null) throw error;
    return { trouble };
  }
}
