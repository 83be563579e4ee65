import { isDue } from '../../../src/configuration/due.ts';
import type {
  ConfigurationReport,
  ConfigurationState,
  ConfigurationTrouble,
} from '../../../src/contracts/configuration/poll.ts';
import type { ConfigurationStore } from '../store/configuration-store.ts';

/** Most refusals the centre is told of. */
const MOST_REFUSED = 40;

/** What the last look at the centre's answer found wrong with it, where nothing of it could be kept. */
export interface PassingTrouble {
  readonly trouble: ConfigurationTrouble | null;
  /** Version of the root it stands on; 0: none. */
  readonly rootVersion: number;
}

/** Where this kiosk stands, from what is on disk. */
export function configurationReport(
  configuration: ConfigurationStore,
  { trouble: passing, rootVersion }: PassingTrouble,
  now: number,
): ConfigurationReport {
  const newest = configuration.assignments.newest();
  const current = configuration.current();
  const blamed = newest?.blamed && newest.trouble ? [{ ...newest.blamed, trouble: newest.trouble }] : [];
  const refused = configuration.refused();
  const isListed = ({ kind, line, version }: (typeof refused)[number]) =>
    refused.some((one) => one.kind === kind && one.line === line && one.version === version);
  return {
    ...standing(configuration, passing ?? newest?.trouble ?? null, now),
    assignment: newest?.version ?? 0,
    runningAssignment: current?.assignment ?? 0,
    rootVersion,
    running:
      current?.documents.map(({ kind, line, version, sha256 }) => ({ kind, line, version, sha256 })) ?? [],
    refused: [...blamed.filter((one) => !isListed(one)), ...refused].slice(0, MOST_REFUSED),
  };
}

function standing(
  configuration: ConfigurationStore,
  trouble: ConfigurationTrouble | null,
  now: number,
): { state: ConfigurationState; trouble: ConfigurationTrouble | null } {
  const returned = configuration.returned();
  const cause = returned === null || returned.reason === 'told-to' ? null : returned.reason;
  // That it made the kiosk fail says more than that it is offered once more.
  if (trouble === 'refused-before' && cause !== null) return { state: 'returned', trouble: cause };
  if (trouble !== null) return { state: 'refused', trouble };
  const staged = configuration.staged();
  if (staged)
    return { state: isDue(staged, now) ? 'waiting-for-resident' : 'waiting-for-day', trouble: null };
  if (configuration.trial.find()) return { state: 'on-trial', trouble: null };
  if (returned)
    return cause === null ? { state: 'back', trouble: null } : { state: 'returned', trouble: cause };
  const documents = configuration.current()?.documents.length ?? 0;
  return { state: documents === 0 ? 'shipped' : 'running', trouble: null };
}
