import { readNext } from '../read-request.ts';
import type { RequestEntry, RequestService } from '../request-entries.ts';
import { openedRequest, type RequestState } from '../request-state.ts';
import { afterIntent, liveIntents, liveOutcomes } from './live-run.ts';
import { movesOf, outboxMovesOf, type World, worldBefore } from './possible-world.ts';
import { type Items, keyOf, sumOf } from './request-alphabet.ts';
import { viewOf } from './request-view.ts';
import { type Decided, settleInWorld } from './settle-in-world.ts';

/** A journal, and one of the worlds that may be behind it. */
export interface Situation {
  readonly state: RequestState;
  readonly world: World;
}
type Close = Extract<Decided, { kind: 'close' }>;
type Act = Extract<Decided, { kind: 'cancel-order' | 'refund' | 'switch' | 'deliver' | 'to-bin' }>;

export interface Watch {
  /** Every situation there is, once. */
  situation(situation: Situation): void;
  /** Settling ends it here. */
  closed(situation: Situation, close: Close): void;
  /** Settling gives it to a person, and it stays open. */
  handedOver(situation: Situation, fault: string): void;
  /** Settling does nothing although nothing more can happen by itself. */
  stuck(situation: Situation): void;
}

const BLANKS = 2;
/** Far above what any service has. */
const LARGEST = 200_000;
const OUTBOX_ACTS = new Set<string>(['cancel', 'refund', 'switch', 'deliver']);

/**
 * Every situation that a live run, power cuts, settling and the world itself can lead to, in any order and at any
 * moment: a live run may begin whatever the reader lets it, the power may fail everywhere (settling begins with no
 * facts in every situation), and the world moves between any two entries. Answers how many there are.
 */
export function explore(service: RequestService, items: Items, watch: Watch): number {
  const charge: RequestEntry = { kind: 'outcome', act: 'charge', key: null, detail: { items: [...items] } };
  const opened = readNext(openedRequest(service), charge);
  if (!opened.ok) throw new Error(opened.error);
  const situations: Situation[] = [];
  const seen = new Set<string>();
  const reach = (state: RequestState, world: World): void => {
    const name = `${viewOf(state)}|${Object.values(world).join()}`;
    if (seen.has(name)) return;
    if (situations.length >= LARGEST) throw new Error('situations without end');
    seen.add(name);
    situations.push({ state, world });
  };
  reach(opened.value, worldBefore(service, sumOf(items)));
  for (const situation of situations) {
    watch.situation(situation);
    const moves = movesOutside(situation);
    for (const world of moves) reach(situation.state, world);
    const answers = live(situation, reach);
    const settled = settle(situation, reach, watch);
    if (moves.length === 0 && answers === 0 && !settled) watch.stuck(situation);
  }
  return situations.length;
}

const movesOutside = ({ state, world }: Situation): World[] => [
  ...movesOf(world, state.cards.at(-1)?.taken !== 'intended'),
  ...outboxMovesOf(world, state.refundFen, state.delivered),
];

/**
 * The live run and the sender: what may be begun, and every true outcome of what was. Answers how many outcomes the
 * sender has to write, which it does at any time, power cuts or not.
 */
function live({ state, world }: Situation, reach: (state: RequestState, world: World) => void): number {
  let answers = 0;
  for (const intent of liveIntents(state, BLANKS)) {
    const next = readNext(state, intent);
    if (next.ok) for (const after of afterIntent(intent, world)) reach(next.value, after);
  }
  for (const { entry, world: after } of liveOutcomes(state, world)) {
    const next = readNext(state, entry);
    if (!next.ok) continue;
    reach(next.value, after);
    if (OUTBOX_ACTS.has(entry.act)) answers += 1;
  }
  return answers;
}

/** One round of settling after a power cut; false where it can only ask again. */
function settle(
  situation: Situation,
  reach: (state: RequestState, world: World) => void,
  watch: Watch,
): boolean {
  let moved = false;
  for (const acceptorKnows of [true, false]) {
    const { decided, world, asked } = settleInWorld(situation.state, situation.world, acceptorKnows);
    if (decided === null) continue;
    if (world !== situation.world) reach(situation.state, world);
    moved = decided.kind !== 'wait-for-outbox' || moved;
    follow({ state: situation.state, world }, decided, reach, watch);
    if (asked === 0) break;
  }
  return moved;
}

function follow(
  { state, world }: Situation,
  decided: Decided,
  reach: (state: RequestState, world: World) => void,
  watch: Watch,
): void {
  switch (decided.kind) {
    case 'close':
      watch.closed({ state, world }, decided);
      return;
    case 'hand-to-technician':
      watch.handedOver({ state, world }, decided.fault);
      return;
    case 'wait-for-outbox':
      return;
    case 'record':
      reach(accepted(state, decided.entry), world);
      return;
    default: {
      const intent = intentOf(decided, state);
      const next = accepted(state, intent);
      for (const after of afterIntent(intent, world)) reach(next, after);
    }
  }
}

/** What settling writes must be something the reader takes: no step contradicts a fact on record. */
export function accepted(state: RequestState, entry: RequestEntry): RequestState {
  const next = readNext(state, entry);
  if (!next.ok) throw new Error(`${next.error}: ${JSON.stringify(entry)} after ${JSON.stringify(state)}`);
  return next.value;
}

/** The intent that is committed with an act of settling. */
export function intentOf(step: Act, state: RequestState): Extract<RequestEntry, { kind: 'intent' }> {
  const kind = 'intent';
  const key = keyOf;
  switch (step.kind) {
    case 'cancel-order':
      return { kind, act: 'cancel', key: key('cancel', 0), detail: {} };
    case 'refund': {
      const { amountFen, reason } = step;
      return { kind, act: 'refund', key: key('refund', 0), detail: { amountFen, reason } };
    }
    case 'switch':
      return { kind, act: 'switch', key: key('switch', 0), detail: {} };
    case 'deliver':
      return { kind, act: 'deliver', key: key('deliver', 0), detail: { outcome: step.outcome } };
    case 'to-bin': {
      const { card, as, from } = step;
      if (card !== state.cards.at(-1)?.card) throw new Error(`another card than the last one: ${card}`);
      return { kind, act: 'to-bin', key: null, detail: { card, as, from } };
    }
  }
}
