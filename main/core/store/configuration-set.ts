import type { AssignedDocument } from '../../../src/contracts/configuration/assignment.ts';
import type { ConfigurationTrouble } from '../../../src/contracts/configuration/poll.ts';

/** `staged` waits, `current` runs, `last-good` ran before it and was kept. No set: as shipped. */
export type SetPlace = 'staged' | 'current' | 'last-good';

/** Documents that run together. */
export interface ConfigurationSet {
  /** Version of the assignment that names them; a reissued assignment that names the same ones counts on. */
  readonly assignment: number;
  /** One of a kind at most; a kind that is absent is as shipped. */
  readonly documents: readonly AssignedDocument[];
  /** Not applied before it, milliseconds since the epoch: the last of the documents' days. */
  readonly effectiveFrom: number;
  /** Operators sent the kiosk back to what it ran before: no trial, and what it leaves never becomes the last good. */
  readonly goesBack: boolean;
  /** When it came to its place. */
  readonly since: number;
  /** Its first journeys went well; null: on trial. */
  readonly keptAt: number | null;
}

/** What the current set did since it was applied. Gone when it is kept or left. */
export interface ConfigurationTrial {
  readonly startedAt: number;
  readonly coreStarts: number;
  readonly crashes: number;
  readonly sessions: number;
  readonly failed: number;
  /** Machine's boot in which the last core start was: another one means the power was away; null: not told. */
  readonly bootId: string | null;
  /** The last core ended on purpose. */
  readonly endedItself: boolean;
}

/** Why the kiosk left a set for the last good one. */
export type ReturnReason = 'told-to' | Extract<ConfigurationTrouble, 'crashed-core' | 'journeys-failed'>;

/** What a document did here, and would do again. Anything else was done to it, on the disk: it may come anew. */
const FAILED_HERE = ['crashed-core', 'journeys-failed', 'does-not-fit'] as const;
type FailedHere = (typeof FAILED_HERE)[number];

/** Whether what the kiosk left is refused for good. */
export const isRefusedFor = (reason: ReturnReason | ConfigurationTrouble): reason is FailedHere =>
  FAILED_HERE.some((one) => one === reason);

export interface ConfigurationReturn {
  /** Assignment that was left. */
  readonly assignment: number;
  readonly reason: ReturnReason | ConfigurationTrouble;
  readonly at: number;
}

/** Whether both sets run the same documents; none is as shipped. */
export function sameDocuments(
  one: readonly Pick<AssignedDocument, 'kind' | 'sha256'>[],
  other: readonly Pick<AssignedDocument, 'kind' | 'sha256'>[],
): boolean {
  const names = (documents: typeof one) => documents.map(({ kind, sha256 }) => `${kind} ${sha256}`).sort();
  return names(one).join() === names(other).join();
}
