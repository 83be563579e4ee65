import { checkAssignment } from '../../../src/configuration/check-assignment.ts';
import { isDue } from '../../../src/configuration/due.ts';
import { rootStands } from '../../../src/configuration/follow-roots.ts';
import { readEnvelope } from '../../../src/configuration/verify-statement.ts';
import type { Assignment } from '../../../src/contracts/configuration/assignment.ts';
import type { TrustRoot } from '../../../src/contracts/configuration/keys.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { diskTroubleIn } from '../disk-trouble.ts';
import type { NewestAssignment } from '../store/configuration-assignment-store.ts';
import { sameDocuments } from '../store/configuration-set.ts';
import type { NewSet } from '../store/configuration-store.ts';
import { type GatherTrouble, gatherSet } from './gather-set.ts';
import { namesOf } from './go-back.ts';
import { trustedNow, type UpdaterOptions, type UpdaterPatience } from './updater-options.ts';

type Gathering = UpdaterOptions & { readonly patience: UpdaterPatience };

/**
 * Makes of the newest assignment what waits to be applied, or finds why not. It is checked again first: keys may have
 * changed and time has gone by since it was taken in. `as-before`: its documents run or wait already.
 */
export async function judgeNewest(
  options: Gathering,
  root: TrustRoot,
  newest: NewestAssignment,
  signal: AbortSignal,
): Promise<Result<'changed' | 'as-before', GatherTrouble>> {
  const { configuration, identity } = options.store;
  const now = trustedNow(options);
  if (!rootStands(root, now)) return err({ trouble: 'root-expired', blamed: null });
  const envelope = readEnvelope(newest.statement);
  const kioskId = identity.load().kioskId ?? '';
  const read = envelope.ok ? await checkAssignment(envelope.value, { root, kioskId, newest, now }) : envelope;
  if (!read.ok) return err({ trouble: read.error, blamed: null });
  const { version, documents } = read.value;
  const at = options.timers.now();
  const waiting = configuration.staged();
  if (configuration.runs(documents)) {
    configuration.confirm('current', version, at);
    return ok(waiting ? 'changed' : 'as-before');
  }
  const set = await gatherSet(read.value, root, options, signal);
  if (signal.aborted) return ok('as-before');
  if (!set.ok) return set;
  if (waiting && sameDocuments(waiting.documents, documents) && waiting.goesBack === set.value.goesBack) {
    configuration.confirm('staged', version, at);
    return ok('as-before');
  }
  return stage(options, read.value, set.value);
}

function stage(
  { store: { configuration, audit, transaction }, timers }: Gathering,
  { version, documents }: Assignment,
  set: NewSet,
): Result<'changed', GatherTrouble> {
  try {
    transaction(() => {
      configuration.stage(set, timers.now());
      audit.record('configuration-received', {
        assignment: version,
        documents: namesOf(documents),
        when: isDue(set, timers.now()) ? 'after-the-resident' : 'on-its-day',
      });
    });
    return ok('changed');
  } catch (error) {
    if (diskTroubleIn(error) === null) throw error;
    return err({ trouble: 'disk-trouble', blamed: null });
  }
}
