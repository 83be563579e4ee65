import type { IdempotencyKey } from '../../../src/brand.ts';
import type { NamedPack } from '../../../src/contracts/central/named-pack.ts';
import type { OperationOutcome } from '../../../src/contracts/central/operations.ts';
import type { Entropy, Timers } from '../../../src/ports/clock.ts';
import type { Decision } from '../../../src/transaction/decision.ts';
import type { CrashPoint } from '../crash-points.ts';
import type { JournalStore, StoredSingleAct } from '../store/journal-store.ts';
import { backOffMs } from '../sync/back-off.ts';
import type { Operations } from '../sync/operations.ts';
import { readDecision } from './read-decision.ts';

export interface AskTools {
  readonly journal: JournalStore;
  readonly operations: Operations;
  readonly timers: Timers;
  readonly entropy: Entropy;
  readonly crashPoint: CrashPoint;
  /** What residents are served by: named in each request, so that the centre judges by the same. */
  readonly pack: NamedPack;
}

/** A resident may be waiting: never longer than this between two questions, milliseconds. */
const LONGEST_WAIT_MS = 3_000;
/** Nor shorter: an office that is still deciding is not hammered. */
const SHORTEST_WAIT_MS = 250;

/**
 * Does what `settle` says for one transaction until it can be closed, `until` (by the stopwatch) has passed or the signal
 * fires. It asks, and voids a key that was never received; it never carries the act out again.
 */
export async function askUntilKnown(
  tools: AskTools,
  transaction: StoredSingleAct,
  heard: OperationOutcome | null,
  until: number,
  signal: AbortSignal,
): Promise<{ readonly decision: Decision; readonly outcome: OperationOutcome | null }> {
  const { journal, timers, entropy, crashPoint } = tools;
  const facts = new Map<IdempotencyKey, OperationOutcome>();
  if (heard) facts.set(transaction.key, heard);
  let waits = heard?.state === 'in-progress' ? 1 : 0;
  for (;;) {
    const decision = readDecision(journal, transaction, facts);
    const known = { decision, outcome: facts.get(transaction.key) ?? null };
    if (decision.kind !== 'ask-authority' && decision.kind !== 'void-at-authority') return known;
    if (waits > 0) {
      const wait = Math.max(SHORTEST_WAIT_MS, backOffMs(waits, entropy, LONGEST_WAIT_MS));
      await timers.sleep(Math.min(wait, Math.max(0, until - timers.elapsed())), signal);
      if (timers.elapsed() >= until) return known;
    }
    if (signal.aborted) return known;
    crashPoint('settle-before-ask');
    const outcome = await askOnce(tools, decision, signal);
    crashPoint('settle-after-ask');
    if (outcome) facts.set(decision.key, outcome);
    // Never received leads straight to voiding it; everything else that is not an end waits.
    if (outcome?.state !== 'never-received') waits += 1;
  }
}

async function askOnce(
  { operations, crashPoint }: AskTools,
  decision: Extract<Decision, { kind: 'ask-authority' | 'void-at-authority' }>,
  signal: AbortSignal,
): Promise<OperationOutcome | null> {
  if (decision.kind === 'ask-authority') {
    const answer = await operations.ask(decision.key, signal);
    return answer.ok ? answer.value : null;
  }
  crashPoint('activation-before-void');
  const answer = await operations.voidKey(decision.key, signal);
  crashPoint('activation-after-void');
  return answer.ok ? answer.value : null;
}
