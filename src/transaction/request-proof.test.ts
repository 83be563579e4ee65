import { afterAll, describe, expect, it } from 'vitest';
import type { IdempotencyKey } from '../brand.ts';
import { OPERATION_REFUSALS } from '../contracts/central/operations.ts';
import type { ActStage } from './keyed-act.ts';
import { everyAnswer } from './proof/every-answer.ts';
import { explore, type Situation } from './proof/explore.ts';
import { brokenAtEnd, brokenNow } from './proof/invariants.ts';
import { type Language, languageOf } from './proof/language.ts';
import {
  CARD_FEN,
  chargesOf,
  type Items,
  keyedIn,
  LOSS_FEN,
  REFUSAL,
  requestAlphabet,
  sumOf,
} from './proof/request-alphabet.ts';
import { viewOf } from './proof/request-view.ts';
import { wrongWith } from './proof/step-rules.ts';
import { readNext } from './read-request.ts';
import { REQUEST_SERVICES, type RequestEntry, type RequestService } from './request-entries.ts';
import { openedRequest, type RequestState } from './request-state.ts';
import { REQUEST_ENDS, TECHNICIAN_REASONS } from './request-step.ts';
import { settleState } from './settle-request.ts';

/** Each service with each charge it can have: a service that is added to the list is proven with it. */
const RUNS = REQUEST_SERVICES.flatMap((service) =>
  chargesOf(service).map((items) => [service, sumOf(items), items] as const),
);
const figures = { prefixes: 0, offered: 0, accepted: 0, combinations: 0, situations: 0, ends: 0, twins: 0 };
afterAll(() => console.info(`settlement of requests: ${JSON.stringify(figures)}`));

const languages = new Map<string, Language<RequestState>>();

/** One in so many twins is read and settled beside the journal it is taken for. */
const EVERY_TWIN = 40;

function language(service: RequestService, items: Items): Language<RequestState> {
  const name = `${service} ${sumOf(items)}`;
  const known = languages.get(name);
  if (known) return known;
  const alphabet = requestAlphabet(items, [sumOf(items)]);
  const entriesIn = (state: RequestState) => alphabet.map((entry) => keyedIn(state, entry));
  let met = 0;
  const made = languageOf(openedRequest(service), entriesIn, readNext, viewOf, (first, second) => {
    met += 1;
    if (met % EVERY_TWIN !== 0) return;
    figures.twins += 1;
    for (const entry of entriesIn(first)) {
      const [one, other] = [readNext(first, entry), readNext(second, keyedIn(second, entry))];
      const same = one.ok && other.ok ? viewOf(one.value) === viewOf(other.value) : one.ok === other.ok;
      if (!same) throw new Error(`${viewOf(first)} is two: ${JSON.stringify([first, second, entry])}`);
    }
    expect(stepsOf(second, sumOf(items))).toEqual(stepsOf(first, sumOf(items)));
  });
  languages.set(name, made);
  figures.prefixes += made.prefixes.length;
  figures.offered += made.offered;
  figures.accepted += made.accepted;
  return made;
}

interface Worlds {
  readonly reached: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
  readonly reasons: ReadonlySet<string>;
  /** The first few situations in which a rule is broken. */
  readonly wrong: readonly string[];
}
const explored = new Map<string, Worlds>();

function worlds(service: RequestService, items: Items): Worlds {
  const name = `${service} ${sumOf(items)}`;
  const known = explored.get(name);
  if (known) return known;
  const [reached, ends, reasons] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const wrong: string[] = [];
  const blame = (what: readonly string[], situation: Situation): void => {
    if (what.length > 0 && wrong.length < 3) wrong.push(`${what.join()} ${JSON.stringify(situation)}`);
  };
  figures.situations += explore(service, items, {
    situation: (situation) => {
      reached.add(lax(situation.state));
      blame(brokenNow(situation), situation);
    },
    closed: (situation, { end, technician }) => {
      figures.ends += 1;
      ends.add(end);
      for (const reason of technician) reasons.add(reason);
      blame(brokenAtEnd(situation, end, technician), situation);
    },
    handedOver: (situation, fault) => blame(fault === 'order-forgotten' ? [] : [fault], situation),
    stuck: (situation) => blame(['waits for nothing'], situation),
  });
  const made = { reached, ends, reasons, wrong };
  explored.set(name, made);
  return made;
}

/** Every step settling can take in a state, as words. */
function stepsOf(state: RequestState, fen: number): string[] {
  const steps: string[] = [];
  everyAnswer(
    fen,
    (facts) => settleState(state, facts),
    (step) => steps.push(JSON.stringify(step)),
  );
  return steps;
}

const told = (path: readonly RequestEntry[]): string =>
  path.map(({ kind, act, detail }) => `${kind} ${act} ${JSON.stringify(detail)}`).join('\n');

describe.each(RUNS)('every journal of %s for %i fen', (service, fen, items) => {
  it('INV-1 INV-2 INV-4 is settled whatever devices and authority answer: no act twice, no fact denied', () => {
    for (const { state, path } of language(service, items).prefixes) {
      if (state.charged) settledWell(state, path as readonly RequestEntry[], fen);
    }
  });

  it('INV-1…INV-5 ends true in every world that may be behind it, and never waits for nothing', () => {
    expect(worlds(service, items).wrong).toEqual([]);
  });

  it('the language is exact: each of its states is reached by some run in some world', () => {
    const { reached } = worlds(service, items);
    const never = language(service, items).prefixes.filter(
      ({ state }) => state.charged && !reached.has(lax(state)),
    );
    expect(never.map(({ path }) => told(path as RequestEntry[]))).toEqual([]);
  });
});

/** What the office answers to an order of the outbox is its own affair; that it was asked is ours. */
const lax = (state: RequestState): string =>
  viewOf(state, (act: ActStage) => (act.stage === 'not-begun' ? '-' : 'begun'));

describe('the language of requests', () => {
  it('INV-8 every entry is progress: a journal without end cannot be written', () => {
    for (const [service, , items] of RUNS) {
      const alphabet = requestAlphabet(items, [sumOf(items)]);
      for (const { state } of language(service, items).prefixes) {
        if (!state.charged) continue;
        for (const bare of alphabet) {
          const entry = keyedIn(state, bare);
          const next = readNext(state, entry);
          if (!next.ok || entry.act === 'print-receipt') continue;
          const waits = JSON.stringify(entry.detail).includes('in-progress');
          if (!waits && rankOf(next.value) <= rankOf(state)) {
            throw new Error(`no progress: ${JSON.stringify(entry)} after ${JSON.stringify(state)}`);
          }
        }
      }
    }
  });

  it('INV-4 the key is made at the intent: the outcome of another key is refused everywhere', () => {
    const other = 'k-other' as IdempotencyKey;
    for (const [service, , items] of RUNS) {
      const alphabet = requestAlphabet(items, [sumOf(items)]);
      for (const { state } of language(service, items).prefixes) {
        for (const bare of alphabet) {
          if (bare.kind !== 'outcome' || bare.key === null) continue;
          const right = readNext(state, keyedIn(state, bare));
          if (!right.ok) continue;
          expect(readNext(state, { ...bare, key: other } as RequestEntry)).toEqual({
            ok: false,
            error: 'key-changed',
          });
        }
      }
    }
  });

  it.each([
    ['loss', LOSS_FEN],
    ['apply', CARD_FEN],
  ] as const)(
    'INV-1 a sum that is not the price of %s is settled as well: a part of it, or more',
    (of, fen) => {
      for (const [service, , items] of RUNS.filter((run) => run[0] === of && run[1] === fen)) {
        const alphabet = requestAlphabet(items, [fen - 100, fen + 100]);
        const { prefixes } = languageOf(
          openedRequest(service),
          (state) => alphabet.map((entry) => keyedIn(state, entry)),
          readNext,
          viewOf,
        );
        figures.prefixes += prefixes.length;
        for (const { state } of prefixes) if (state.charged) settledWell(state, [], fen + 100);
      }
    },
  );

  it('no step hangs on which refusal it was', () => {
    const refused = (code: string): string => JSON.stringify({ result: 'refused', code });
    for (const { state } of language('apply', []).prefixes) {
      const text = JSON.stringify(state);
      if (!text.includes(refused(REFUSAL))) continue;
      const steps = stepsOf(state, 0);
      for (const code of OPERATION_REFUSALS) {
        const other: RequestState = JSON.parse(text.replaceAll(refused(REFUSAL), refused(code)));
        if (stepsOf(other, 0).join() !== steps.join()) throw new Error(`${code} decides after ${text}`);
      }
    }
  });

  it('every end and every reason for a person to look is reached in some world', () => {
    const all = RUNS.map(([service, , items]) => worlds(service, items));
    expect([...new Set(all.flatMap(({ ends }) => [...ends]))].sort()).toEqual([...REQUEST_ENDS].sort());
    const reasons = new Set(all.flatMap((run) => [...run.reasons]));
    expect([...reasons].sort()).toEqual([...TECHNICIAN_REASONS].sort());
  });
});

/** Every combination of answers in one state; throws at the first step that is wrong. */
function settledWell(state: RequestState, path: readonly RequestEntry[], fen: number): void {
  figures.combinations += everyAnswer(
    fen,
    (facts) => settleState(state, facts),
    (step, looked) => {
      const wrong = wrongWith(state, step, looked);
      if (wrong !== null) throw new Error(`${wrong}: ${JSON.stringify([step, state])} after\n${told(path)}`);
    },
  );
}

/** How far a request has come, as a number that only grows. */
function rankOf(state: RequestState): number {
  const stage = (act: ActStage): number =>
    act.stage === 'not-begun'
      ? 0
      : act.stage === 'intended'
        ? 1
        : act.answer.result === 'in-progress'
          ? 2
          : 3;
  const { pay, cards, oldCard } = state;
  const cardRank = (card: RequestState['cards'][number]): number =>
    1 +
    (card.taken === 'intended' ? 0 : 1) +
    ['not-begun', 'intended'].indexOf(card.written) +
    (card.written === 'done' || card.written === 'failed' ? 3 : 0) +
    stage(card.bind) +
    (card.present === 'not-begun' ? 0 : card.present === 'intended' ? 1 : 2) +
    (card.bin === null ? 0 : card.bin.tries * 2 - (card.bin.end === null ? 1 : 0));
  return (
    (state.charged ? 1 : 0) +
    (pay === null ? 0 : pay.end === null ? 1 : pay.end.result === 'open' ? 2 : 3) +
    [state.cancel, state.refund, state.loss, state.submit, state.switched, state.delivery]
      .map(stage)
      .reduce((sum, rank) => sum + rank, 0) +
    cards.map(cardRank).reduce((sum, rank) => sum + rank, 0) +
    (oldCard === 'not-begun' ? 0 : oldCard === 'intended' ? 1 : 2)
  );
}
