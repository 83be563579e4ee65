import type { ConfigurationReport } from '../contracts/configuration/poll.ts';
import type { MemberState } from '../contracts/console/rollouts.ts';
import type { RolloutDocument } from './meant-for.ts';

/** Where one kiosk stands in one rollout. */
export interface Place {
  readonly state: MemberState;
  /** Configuration trouble; null: none. */
  readonly trouble: string | null;
}

/** What the centre has told the kiosk so far. */
export interface HandedOut {
  /** Version of the assignment that stands; null: its target is in none yet. */
  readonly assignment: number | null;
  /** Operators turned the rollout back. */
  readonly back: boolean;
}

type Named = Pick<RolloutDocument, 'kind' | 'line' | 'version' | 'sha256'>;

/** What a kiosk's report says of the documents that one rollout gave it. */
export function placeOf(
  report: ConfigurationReport,
  documents: readonly Named[],
  handed: HandedOut,
  before: Place,
): Place {
  const runs = (document: Named): boolean => report.running.some(({ sha256 }) => sha256 === document.sha256);
  if (handed.back) {
    const told = handed.assignment !== null && report.assignment >= handed.assignment;
    return told && !documents.some(runs) ? { state: 'back', trouble: null } : before;
  }
  if (documents.every(runs)) {
    const onTrial = report.state === 'on-trial' && before.state !== 'running';
    return { state: onTrial ? 'on-trial' : 'running', trouble: null };
  }
  const refused = report.refused.find(({ kind, line, version }) =>
    documents.some((own) => own.kind === kind && own.line === line && own.version === version),
  );
  // What it says of an earlier assignment is no word about this one.
  if (handed.assignment === null) return { state: 'assigned', trouble: null };
  if (report.state === 'returned') return { state: 'returned', trouble: refused?.trouble ?? report.trouble };
  if (refused) return { state: 'refused', trouble: refused.trouble };
  if (report.state === 'refused') return { state: 'refused', trouble: report.trouble };
  if (report.assignment < handed.assignment) return { state: 'assigned', trouble: null };
  if (report.state === 'waiting-for-resident' || report.state === 'waiting-for-day') {
    return { state: 'waiting', trouble: report.state };
  }
  return { state: 'assigned', trouble: null };
}
