import type { IdempotencyKey } from '../../brand.ts';
import type { AuthorityFacts, Decision } from '../decision.ts';
import { IMMEDIATE_ACTS } from '../immediate-journal.ts';
import { type ActAnswer, type ActStage, nextStage } from '../keyed-act.ts';
import { type SingleActService, settleStage } from '../settle.ts';
import { type ActTruth, authoritySays } from './possible-world.ts';
import { REFUSAL } from './request-alphabet.ts';

export const KEY = 'k-1' as IdempotencyKey;

/** A journal of one act, and what the authority knows of it. `dead`: it lies with the dead letters. */
export interface ActSituation {
  readonly stage: ActStage;
  readonly truth: ActTruth;
  readonly dead: boolean;
}

export interface ActWatch {
  closed(situation: ActSituation, decision: Decision): void;
  /** Settling waits or asks, and nothing more can happen by itself. */
  stuck(situation: ActSituation): void;
}

/** Every situation of one service: its one act begun or not, sent or not, decided or not, written down or not. */
export function exploreAct(service: SingleActService, watch: ActWatch): number {
  const queued = !Object.hasOwn(IMMEDIATE_ACTS, service);
  const situations: ActSituation[] = [];
  const seen = new Set<string>();
  const reach = (situation: ActSituation): void => {
    const name = JSON.stringify(situation);
    if (seen.has(name)) return;
    seen.add(name);
    situations.push(situation);
  };
  const write = (from: ActSituation, answer: ActAnswer | null, truth = from.truth): boolean => {
    const kind = answer === null ? 'intent' : 'outcome';
    const next = nextStage(from.stage, { kind, key: KEY, answer }, queued ? 'outbox' : 'asked');
    if (next.ok) reach({ ...from, stage: next.value, truth });
    return next.ok;
  };
  reach({ stage: { stage: 'not-begun' }, truth: 'none', dead: false });
  for (const situation of situations) {
    const { stage, truth } = situation;
    if (stage.stage === 'not-begun') write(situation, null, 'on-its-way');
    const moves = movesOf(situation, queued);
    for (const move of moves) reach(move);
    let written = false;
    if (truth === 'done' || truth === 'void') written = write(situation, { result: truth });
    if (truth === 'refused') written = write(situation, { result: 'refused', code: REFUSAL });
    if (truth === 'in-progress' && queued) write(situation, { result: 'in-progress' });
    // Not one byte left this machine; the outbox would send it again.
    if (truth === 'on-its-way' && !queued) write(situation, { result: 'void' }, 'void');
    const { decision, now } = round(service, situation);
    if (now !== truth) reach({ ...situation, truth: now });
    if (decision.kind.startsWith('close-')) watch.closed({ ...situation, truth: now }, decision);
    else if (moves.length === 0 && !written && !(situation.dead && queued)) watch.stuck(situation);
    if ('record' in decision && decision.record !== null && !write(situation, decision.record, now)) {
      throw new Error(`records what the reader refuses: ${JSON.stringify([situation, decision])}`);
    }
  }
  return situations.length;
}

/** What happens by itself. Only an outbox item is withdrawn by the office, or refused by the centre as a letter. */
function movesOf({ stage, truth, dead }: ActSituation, queued: boolean): ActSituation[] {
  const to = (next: ActTruth): ActSituation => ({ stage, truth: next, dead });
  if (stage.stage === 'not-begun' || dead) return [];
  if (truth === 'in-progress') return [to('done'), to('refused'), ...(queued ? [to('void')] : [])];
  if (truth !== 'on-its-way') return [];
  return [to('in-progress'), to('done'), to('refused'), ...(queued ? [{ stage, truth, dead: true }] : [])];
}

/** One round of settling after a power cut: asks, voids what was never received, and says what it decides. */
function round(
  service: SingleActService,
  { stage, truth }: ActSituation,
): { readonly decision: Decision; readonly now: ActTruth } {
  let facts: AuthorityFacts | null = null;
  let now = truth;
  for (;;) {
    const decision = settleStage(service, stage, facts);
    if (decision.kind === 'void-at-authority') {
      if (now === 'on-its-way') now = 'void';
    } else if (decision.kind !== 'ask-authority' || facts !== null) return { decision, now };
    facts = new Map([[KEY, authoritySays(now)]]);
  }
}
