import type { ConfigurationTrouble } from '../../../src/contracts/configuration/poll.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import { ok, type Result } from '../../../src/result.ts';
import type { Log } from '../log.ts';
import type { BlamedDocument } from '../store/configuration-assignment-store.ts';
import { type ConfigurationSet, isRefusedFor } from '../store/configuration-set.ts';
import type { Store } from '../store/open-store.ts';
import { goBack, namesOf } from './go-back.ts';
import { asShipped, type RunningConfiguration } from './running-configuration.ts';
import { runningWith, type SetContent } from './set-content.ts';
import { startOnTrial } from './trial-starts.ts';

/** Why a set on disk can't be run, and which of its documents is to blame. */
export interface BrokenSet {
  readonly trouble: ConfigurationTrouble;
  readonly blamed: BlamedDocument;
}

export interface LoadParts {
  readonly store: Pick<Store, 'configuration' | 'audit' | 'transaction'>;
  readonly shipped: Pick<RunningConfiguration, 'policy' | 'directory'>;
  readonly assetsFolder: string;
  /** Reads a set's documents and checks every signature and digest again: the disk may have been written to. */
  readonly readSet: (set: ConfigurationSet) => Promise<Result<SetContent, BrokenSet>>;
  /** The machine's boot; null where the system does not tell. */
  readonly bootId: string | null;
  readonly clock: Clock;
  readonly log: Pick<Log, 'error'>;
}

/**
 * What this core runs. A set that crashed the core twice, or can't be read, gives way to the last good one, and that to
 * what was shipped: the kiosk comes up whatever is on its disk (INV-7, INV-8).
 */
export async function loadRunning(parts: LoadParts): Promise<RunningConfiguration> {
  const { store, clock, log } = parts;
  const { configuration } = store;
  if (startOnTrial(store, parts.bootId)) goBack(store, 'crashed-core', clock.now());
  const current = await runnable(parts, configuration.current());
  if (current.ok) return current.value;
  const good = configuration.lastGood();
  const fallback = await runnable(parts, good);
  const { trouble, blamed } = current.error;
  log.error('configuration-broken', { code: trouble });
  if (fallback.ok && good?.assignment !== configuration.current()?.assignment) {
    goBack(store, trouble, clock.now());
    return fallback.value;
  }
  store.transaction(() => {
    const { left } = configuration.runAsShipped(blamed, trouble, clock.now());
    const document = namesOf([blamed]);
    store.audit.record('configuration-returned', { assignment: left, to: 0, reason: trouble });
    if (isRefusedFor(trouble))
      store.audit.record('configuration-refused', { assignment: left, document, reason: trouble });
  });
  return shippedIn(parts);
}

const shippedIn = ({ shipped }: LoadParts) => asShipped(shipped.policy, shipped.directory);

/** No set, or one that names nothing, is as shipped. */
async function runnable(
  parts: LoadParts,
  set: ConfigurationSet | null,
): Promise<Result<RunningConfiguration, BrokenSet>> {
  const shipped = shippedIn(parts);
  if (set === null) return ok(shipped);
  const read = await parts.readSet(set);
  if (!read.ok) return read;
  const running = runningWith(read.value, set.assignment, shipped, parts.assetsFolder);
  if (running.ok) return running;
  const { kind, trouble } = running.error;
  const blamed = set.documents.find((document) => document.kind === kind);
  if (!blamed) throw new Error(`a document that is not in the set does not fit: ${kind}`);
  return { ok: false, error: { trouble, blamed } };
}
