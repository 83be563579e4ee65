import type { Directory } from '../../../src/directory/directory.ts';
import type { PolicyPack } from '../../../src/policy/policy-pack.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { type CoreConfig, readTextFile } from '../core-config.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/open-store.ts';
import type { ConfigurationParts } from './compose-configuration.ts';
import { loadRunning } from './load-running.ts';
import { readSet } from './read-set.ts';

export interface LoadGround {
  readonly store: Store;
  /** As shipped. */
  readonly policy: PolicyPack;
  readonly directory: Directory;
  readonly timers: Clock;
  readonly log: Pick<Log, 'error'>;
}

/**
 * What this core runs, once the store is open; null where the kiosk was told no root of trust. The error is one sentence
 * for the technician.
 */
export async function loadConfiguration(
  config: Pick<CoreConfig, 'rootFile' | 'place' | 'assetsFolder' | 'bootIdFile'>,
  { store, policy, directory, timers, log }: LoadGround,
): Promise<Result<ConfigurationParts | null, string>> {
  if (config.rootFile === undefined) return ok(null);
  const shippedRoot = readTextFile(config.rootFile)?.trim();
  if (!shippedRoot) return err(`The root of trust ${config.rootFile} can't be read.`);
  const running = await loadRunning({
    store,
    shipped: { policy, directory },
    assetsFolder: config.assetsFolder,
    readSet: (set) => readSet(store.configuration, shippedRoot, set),
    bootId: readTextFile(config.bootIdFile)?.trim() ?? null,
    clock: timers,
    log,
  });
  return ok({ running, shippedRoot, place: config.place ?? null });
}
