import type { CoverageFigures } from './coverage.ts';
import { moment, type TraceEvent } from './trace.ts';

/** A rule was broken: where, and what went before. */
export interface Violation {
  /** `INV-1` … `INV-8`, or `crash`. */
  readonly rule: string;
  readonly what: string;
  /** Number of the event after which it was seen. */
  readonly event: number;
  readonly session: number;
  readonly last: readonly TraceEvent[];
}

/** One seed, played. */
export interface SeedReport {
  readonly seed: number;
  readonly sessions: number;
  readonly transactions: number;
  readonly events: number;
  /** Blows that struck, power cuts not counted. */
  readonly faults: number;
  readonly powerCuts: number;
  readonly syncs: number;
  readonly lostWrites: number;
  readonly violation: Violation | null;
  /** The last events, for whoever plays it again up to one of them. */
  readonly last: readonly TraceEvent[];
  readonly traceHash: string;
  readonly coreSeconds: number;
  readonly simulatedMs: number;
  readonly coverage: CoverageFigures;
}

/** What a run was asked for. */
export interface Asked {
  readonly seed: number;
  readonly sessions: number;
  readonly severity: string;
}

/** The story of a violation in plain words, with the command that plays it again. */
export function storyOf(violation: Violation, { seed, sessions, severity }: Asked): string {
  const { rule, what, event, session, last } = violation;
  const again = `npm run simulate -- --replay ${seed} --sessions ${sessions} --severity ${severity}`;
  return [
    `seed ${seed}, event ${event}, session ${session}: ${rule}: ${what}`,
    ...last.map(({ number, at, words }) => `  ${String(number).padStart(7)}  ${moment(at)}  ${words}`),
    `again: ${again} --until ${event}`,
    `shorter: ${again} --shrink`,
  ].join('\n');
}
