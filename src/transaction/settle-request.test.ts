import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IdempotencyKey } from '../brand.ts';
import type { OperationOutcome } from '../contracts/central/operations.ts';
import type { ActAnswer } from './keyed-act.ts';
import { readRequest } from './read-request.ts';
import { conclusionOf } from './request-conclusion.ts';
import { parseRequest, type RequestEntry, type RequestService } from './request-entries.ts';
import {
  NO_FACTS,
  REQUEST_ENDS,
  type RequestEnd,
  type RequestFacts,
  type RequestStep,
} from './request-step.ts';
import { liveRun } from './request-story.ts';
import { authorityDoes, type Choose, everyStory, type RequestWorld } from './request-world.ts';
import { settleRequest } from './settle-request.ts';

const LONGEST = 40;

/** Does what the steps say until the request is closed; the world answers as it is. */
class Settler {
  readonly #world: RequestWorld;
  readonly #entries: RequestEntry[];
  readonly #choose: Choose;
  #facts: RequestFacts = NO_FACTS;
  #authority = new Map<IdempotencyKey, OperationOutcome>();

  constructor(world: RequestWorld, entries: RequestEntry[], choose: Choose) {
    this.#world = world;
    this.#entries = entries;
    this.#choose = choose;
  }

  settle(): Extract<RequestStep, { kind: 'close' }> {
    for (let count = 0; count < LONGEST; count += 1) {
      this.#facts = { ...this.#facts, authority: this.#authority };
      const step = settleRequest({ service: this.#world.service, entries: this.#entries }, this.#facts);
      if (step.kind === 'close') return step;
      this.#do(step);
    }
    throw new Error(`no end after ${JSON.stringify(this.#entries)}`);
  }

  #do(step: Exclude<RequestStep, { kind: 'close' }>): void {
    const world = this.#world;
    const { devices } = this.#facts;
    switch (step.kind) {
      case 'hand-to-technician':
        throw new Error(`fault ${step.fault} in ${JSON.stringify(this.#entries)}`);
      case 'record':
        this.#entries.push(step.entry);
        return;
      case 'ask-payment':
        this.#facts = { ...this.#facts, payment: world.order };
        return;
      case 'ask-authority':
        this.#authority.set(step.key, world.acts.get(step.key) ?? { state: 'never-received' });
        return;
      case 'void-at-authority':
        if (!world.acts.has(step.key)) world.acts.set(step.key, { state: 'void' });
        this.#authority.set(step.key, world.acts.get(step.key) ?? { state: 'void' });
        return;
      case 'read-issuer':
        this.#facts = { ...this.#facts, devices: { ...devices, issuer: world.issuer } };
        return;
      case 'read-acceptor':
        this.#facts = { ...this.#facts, devices: { ...devices, acceptor: world.acceptor } };
        return;
      case 'cancel-order': {
        this.#keyed('cancel', {});
        // The resident paid while the cancellation was on its way, or did not.
        const paid = this.#choose(false, true);
        const paidFen = world.service === 'loss' ? 1_000 : 2_500;
        world.order = paid
          ? { state: 'paid', paidFen, refundedFen: 0 }
          : { state: 'cancelled', paidFen: 0, refundedFen: 0 };
        this.#facts = { ...this.#facts, payment: null };
        return;
      }
      case 'refund':
        this.#keyed('refund', { amountFen: step.amountFen, reason: step.reason });
        world.order = { ...world.order, refundedFen: world.order.refundedFen + step.amountFen };
        return;
      case 'switch':
        this.#keyed('switch', {});
        return;
      case 'deliver': {
        // One transaction's items keep their order in the outbox.
        const state = readRequest({ service: world.service, entries: this.#entries });
        if (state.ok && state.value.switched.stage === 'intended')
          this.#outboxBrings(state.value.switched.key);
        this.#keyed('deliver', { outcome: step.outcome });
        world.delivered = step.outcome;
        world.newCardUsable = step.outcome === 'handed-over';
        return;
      }
      case 'to-bin':
        this.#toBin(step);
        return;
      case 'wait-for-outbox':
        this.#outboxBrings(step.key);
        return;
    }
  }

  #toBin({ card, as, from }: Extract<RequestStep, { kind: 'to-bin' }>): void {
    const world = this.#world;
    const code = null;
    this.#entries.push({ kind: 'intent', act: 'to-bin', key: null, detail: { card, as, from } });
    world.done[`bin ${card}`] = (world.done[`bin ${card}`] ?? 0) + 1;
    const way = this.#choose('binned', 'stayed', 'grabbed', 'cut', 'jammed');
    if (way === 'binned' || way === 'cut') {
      world.issuer = 'none';
      world.inBin += 1;
    }
    if (way === 'grabbed' && from === 'gate') {
      world.issuer = 'none';
      world.takenOut += 1;
    }
    if (way === 'jammed') world.issuer = 'jammed';
    if (way === 'binned' || way === 'stayed') {
      this.#entries.push({ kind: 'outcome', act: 'to-bin', key: null, detail: { card, result: way, code } });
    } else this.#facts = { ...this.#facts, devices: { issuer: null, acceptor: null } };
  }

  /** What the live run had put into the outbox when the power failed. */
  #outboxBrings(key: IdempotencyKey): void {
    const intent = this.#entries.find((entry) => entry.key === key);
    if (intent?.act !== 'switch') throw new Error('every other outbox item is answered at once here');
    const way = this.#choose('done', 'refused', 'undeliverable');
    if (way === 'undeliverable') {
      this.#facts = { ...this.#facts, undeliverable: new Set([key]) };
      return;
    }
    if (way === 'done') authorityDoes(this.#world, 'switch', key);
    const answer: ActAnswer = way === 'done' ? { result: 'done' } : { result: 'refused', code: 'not-bound' };
    this.#entries.push({ kind: 'outcome', act: 'switch', key, detail: answer });
  }

  #keyed(act: 'cancel' | 'refund' | 'switch' | 'deliver', detail: object): void {
    const key = `k-${act}` as IdempotencyKey;
    this.#entries.push({ kind: 'intent', act, key, detail } as RequestEntry);
    authorityDoes(this.#world, act, key);
    this.#entries.push({ kind: 'outcome', act, key, detail: { result: 'done' } });
  }
}

interface Told {
  readonly world: RequestWorld;
  readonly entries: readonly RequestEntry[];
  readonly end: RequestEnd;
  readonly technician: readonly string[];
  readonly told: ReturnType<typeof conclusionOf>;
}

/** Every prefix of every journal × every truth behind it × every fault while settling. */
function everyEnd(service: RequestService, free: boolean, check: (story: Told) => void): number {
  return everyStory((choose) => {
    const { entries, world } = liveRun(service, free, choose);
    const { end, technician } = new Settler(world, entries, choose).settle();
    const state = readRequest({ service, entries });
    if (!state.ok) throw new Error(state.error);
    check({ world, entries, end, technician, told: conclusionOf(state.value, null) });
  });
}

const RUNS = [
  ['replace', false],
  ['replace', true],
  ['swap', true],
  ['swap', false],
  ['loss', false],
] as const;
/** What the authority hears where the resident is told this. */
const TOLD_AUTHORITY = {
  none: null,
  'handed-over': 'handed-over',
  'to-collect': 'not-issued',
  'held-here': 'retained',
  'maybe-taken': 'maybe-taken',
  'unknown-place': 'maybe-taken',
} as const;
const FEES = { loss: 1_000, card: 1_500 };

describe.each(RUNS)('every prefix of every journal of %s (free: %s)', (service, free) => {
  it('INV-1…INV-5 ends, repeats nothing, and says what is true', () => {
    const ends = new Set<RequestEnd>();
    const stories = everyEnd(service, free, (story) => {
      const { world, told, technician } = story;
      ends.add(story.end);
      const where = JSON.stringify([story.entries, world]);
      const { paidFen, refundedFen } = world.order;
      const fees = free ? 0 : (world.lossDone ? FEES.loss : 0) + (world.accepted ? FEES.card : 0);
      const owed = world.order.state === 'paid' ? Math.min(fees, paidFen) : 0;
      expect(paidFen - refundedFen, `INV-1 ${where}`).toBe(owed);
      expect(told.money.returnFen, `money ${where}`).toBe(refundedFen);
      expect(told.money.keptFen).toBe(owed);
      expect(told.money.state).not.toBe('unknown');
      expect(told.loss === 'done', `loss ${where}`).toBe(world.lossDone);
      expect(told.request === 'accepted', `request ${where}`).toBe(world.accepted);

      expect(world.takenOut, `INV-2 ${where}`).toBeLessThanOrEqual(1);
      expect(world.newCardUsable && world.oldCardUsable, `INV-2 ${where}`).toBe(false);
      if (world.newCardUsable) expect(told.newCard).toBe('handed-over');
      if (told.newCard === 'handed-over') expect(world.takenOut, where).toBe(1);
      if (world.takenOut === 1) {
        expect(['handed-over', 'maybe-taken', 'unknown-place'], where).toContain(told.newCard);
      }
      if (world.accepted) expect(world.delivered, `INV-4 ${where}`).not.toBeNull();
      if (world.accepted) expect(world.delivered, where).toBe(TOLD_AUTHORITY[told.newCard]);

      const left = world.issuer !== 'none';
      if (left) expect(technician.length, `INV-3 ${where}`).toBeGreaterThan(0);
      expect(told.oldCard === 'kept', `INV-5 ${where}`).toBe(world.oldInBin);
      if (world.oldInBin) expect(world.bound).toBe(true);
      for (const [act, times] of Object.entries(world.done)) {
        expect(times, `${act} ${where}`).toBeLessThanOrEqual(act.startsWith('bin ') ? 2 : 1);
      }
    });
    expect(stories).toBeGreaterThan(20);
    expect(ends.size).toBeGreaterThan(1);
  });
});

it('every end there is is reached by some story', () => {
  const ends = new Set<RequestEnd>();
  const reasons = new Set<string>();
  for (const [service, free] of RUNS) {
    everyEnd(service, free, ({ end, technician }) => {
      ends.add(end);
      for (const reason of technician) reasons.add(reason);
    });
  }
  expect([...ends].sort()).toEqual([...REQUEST_ENDS].sort());
  expect([...reasons].sort()).toEqual(
    ['blank-in-unknown-place', 'card-not-in-bin', 'old-card-in-unknown-place', 'switch-not-taken'].sort(),
  );
});

describe('facts that no world can have', () => {
  const issuers = [null, 'none', 'gate', 'ic', 'jammed'] as const;
  const answers = [null, { state: 'done' }, { state: 'refused', code: 'no-card' }, { state: 'in-progress' }];

  it.each(RUNS)('give %s (free: %s) a step all the same, and no act twice', (service, free) => {
    everyStory((choose) => {
      const { entries } = liveRun(service, free, choose);
      for (const issuer of issuers) {
        for (const answer of answers) {
          const keys = entries.flatMap(({ key }) => (key === null ? [] : [key]));
          const authority = new Map(
            answer === null ? [] : keys.map((key) => [key, answer as OperationOutcome] as const),
          );
          const facts: RequestFacts = {
            authority,
            payment: { state: 'paid', paidFen: 2_500, refundedFen: 0 },
            undeliverable: new Set(keys),
            devices: { issuer, acceptor: 'unknown' },
          };
          const step = settleRequest({ service, entries }, facts);
          expect(step.kind).not.toBe('hand-to-technician');
          const acts = {
            'cancel-order': 'cancel',
            refund: 'refund',
            switch: 'switch',
            deliver: 'deliver',
          } as const;
          if (step.kind in acts) {
            const act = acts[step.kind as keyof typeof acts];
            expect(entries.some((entry) => entry.act === act)).toBe(false);
          }
        }
      }
    });
  });
});

describe('a journal nobody can have written', () => {
  const key = 'k-1' as IdempotencyKey;
  const card = 'b-1';
  const charge: RequestEntry = { kind: 'outcome', act: 'charge', key: null, detail: { items: [] } };
  const take: RequestEntry = { kind: 'intent', act: 'take-blank', key: null, detail: { card } };
  const present: RequestEntry = { kind: 'intent', act: 'present', key: null, detail: { card } };
  const bin: RequestEntry = {
    kind: 'intent',
    act: 'to-bin',
    key: null,
    detail: { card, as: 'rejected', from: 'gate' },
  };
  const pay: RequestEntry = { kind: 'intent', act: 'pay', key, detail: {} };
  const paid: RequestEntry = { kind: 'outcome', act: 'pay', key, detail: { result: 'paid', paidFen: 1 } };
  it.each([
    [[charge, pay, pay], 'intent-twice'],
    [[charge, paid], 'outcome-without-intent'],
    [[charge, pay, paid, paid], 'outcome-after-the-end'],
    [[charge, pay, { ...paid, key: 'k-2' as IdempotencyKey }], 'key-changed'],
    [[charge, take, take], 'intent-twice'],
    [[charge, present], 'outcome-without-intent'],
    [[charge, take, present, present], 'intent-twice'],
    [[charge, take, bin, bin], 'intent-twice'],
    [[charge, take, { ...bin, detail: { ...bin.detail, card: 'b-2' } } as RequestEntry], 'key-changed'],
  ])('INV-8 %j goes to a technician as %s', (entries, fault) => {
    expect(settleRequest({ service: 'replace', entries }, NO_FACTS)).toEqual({
      kind: 'hand-to-technician',
      fault,
    });
  });

  it('an entry of another shape is unreadable, never skipped', () => {
    expect(parseRequest('replace', [charge]).ok).toBe(true);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseRequest('replace', [charge, value])).toEqual({ ok: false, error: 'unreadable-entry' });
      }),
    );
  });
});
