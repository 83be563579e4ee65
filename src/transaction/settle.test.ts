import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IdempotencyKey } from '../brand.ts';
import type { OperationOutcome } from '../contracts/central/operations.ts';
import { RECEIPT_STATES } from '../receipt/receipt-state.ts';
import type { AuthorityFacts, Decision } from './decision.ts';
import type { ActAnswer } from './keyed-act.ts';
import { actOf, type Journal, journalEntry, parseJournal, type SingleActService, settle } from './settle.ts';

const K = 'k-1' as IdempotencyKey;
const QUEUED = ['apply', 'loss', 'certify'] as const;
const IMMEDIATE = ['activate', 'undo-loss', 'contact-data'] as const;
const SERVICES = [...QUEUED, ...IMMEDIATE];
const isQueued = (service: SingleActService) => QUEUED.some((queued) => queued === service);
const REFUSED: ActAnswer = { result: 'refused', code: 'has-card' };

const intent = (service: SingleActService) => ({ kind: 'intent', act: actOf(service), key: K, detail: {} });
const outcome = (service: SingleActService, detail: ActAnswer) => ({
  kind: 'outcome',
  act: actOf(service),
  key: K,
  detail,
});
const PRINT = [
  { kind: 'intent', act: 'print-receipt', key: null, detail: {} },
  { kind: 'outcome', act: 'print-receipt', key: null, detail: { outcome: 'printed' } },
];

function journal(service: SingleActService, entries: readonly unknown[]): Journal {
  const parsed = parseJournal(service, entries);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

/** Every complete journal a service can write: at once or after waiting, each end, printed before or after it. */
function completeJournals(service: SingleActService): unknown[][] {
  const ends: ActAnswer[] = [{ result: 'done' }, REFUSED, { result: 'void' }];
  const waits = isQueued(service) ? [outcome(service, { result: 'in-progress' })] : [];
  return ends.flatMap((end) => [
    [intent(service), outcome(service, end), ...PRINT],
    [intent(service), ...waits, outcome(service, end), ...PRINT],
    [intent(service), ...PRINT, ...waits, ...waits, outcome(service, end)],
  ]);
}
const everyPrefix = (service: SingleActService): unknown[][] =>
  completeJournals(service).flatMap((entries) =>
    Array.from({ length: entries.length + 1 }, (_, length) => entries.slice(0, length)),
  );

const OUTCOMES: readonly (OperationOutcome | null)[] = [
  null,
  {
    state: 'done',
    result: { kind: 'card.activate', activatedAt: '2026-03-01T00:00:00Z' },
  },
  { state: 'refused', code: 'has-card' },
  { state: 'in-progress' },
  { state: 'never-received' },
  { state: 'void' },
];
const factsOf = (answer: OperationOutcome | null): AuthorityFacts | null =>
  answer === null ? null : new Map([[K, answer]]);

/** `kind/receipt` for each answer in the order of OUTCOMES; `+` where an outcome is to be recorded. */
const picture = (decision: Decision): string =>
  `${decision.kind}/${decision.receipt}${'record' in decision && decision.record ? '+' : ''}`;
const answersTo = (service: SingleActService, entries: readonly unknown[]): string[] =>
  OUTCOMES.map((answer) => picture(settle(journal(service, entries), factsOf(answer))));

describe.each(QUEUED)('INV-4 INV-8 settling a queued request (%s)', (service) => {
  const waits = 'wait-for-outbox/accepted-not-yet-sent';
  const asks = 'wait-for-outbox/sent-waiting-for-office';

  it('INV-8 without an entry nothing happened', () => {
    expect(new Set(answersTo(service, []))).toEqual(new Set(['close-nothing-happened/nothing-happened']));
  });

  it('APPLY-8 LOSS-5 CERT-2 accepted: the outbox keeps it until the office has decided', () => {
    expect(answersTo(service, [intent(service)])).toEqual([
      waits,
      'close-done/done-here+',
      'close-refused/refused+',
      `${asks}+`,
      waits,
      'close-refused/refused+',
    ]);
  });

  it('INV-4 in the office: still waiting, and told so', () => {
    const entries = [intent(service), outcome(service, { result: 'in-progress' })];
    expect(answersTo(service, entries)).toEqual([
      asks,
      'close-done/done-here+',
      'close-refused/refused+',
      asks,
      waits,
      'close-refused/refused+',
    ]);
  });
});

describe.each(IMMEDIATE)('INV-4 INV-8 settling an immediate request (%s)', (service) => {
  const asks = 'ask-authority/unknown-asking';
  const table = [
    asks,
    'close-done/done-here+',
    'close-refused/refused+',
    asks,
    'void-at-authority/unknown-asking',
    'close-nothing-happened/nothing-happened+',
  ];

  it('ACT-6 LOSS-6 INFO-1 after the intent: asks, voids what never arrived, and never acts again', () => {
    expect(answersTo(service, [intent(service)])).toEqual(table);
  });

  it('INV-8 that it waits is never written where no outbox waits for it', () => {
    const waiting = [intent(service), outcome(service, { result: 'in-progress' })];
    expect(settle(journal(service, waiting), null)).toMatchObject({ fault: 'in-progress-without-outbox' });
  });

  it('INV-8 without an entry nothing happened', () => {
    expect(new Set(answersTo(service, []))).toEqual(new Set(['close-nothing-happened/nothing-happened']));
  });
});

describe.each(SERVICES)('every prefix of every journal of %s × every answer', (service) => {
  const ENDS = {
    done: 'close-done',
    refused: 'close-refused',
    void: isQueued(service) ? 'close-refused' : 'close-nothing-happened',
  } as const;

  it('INV-4 what is on record stands, whatever is answered later; a receipt changes nothing', () => {
    for (const prefix of everyPrefix(service)) {
      const read = journal(service, prefix);
      const withoutReceipts = journal(
        service,
        read.entries.filter((entry) => entry.act !== 'print-receipt'),
      );
      const last = withoutReceipts.entries.at(-1);
      for (const answer of OUTCOMES) {
        const decision = settle(read, factsOf(answer));
        expect(decision).toEqual(settle(withoutReceipts, factsOf(answer)));
        expect(RECEIPT_STATES).toContain(decision.receipt);
        if (last?.kind !== 'outcome' || last.act === 'print-receipt') continue;
        if (last.detail.result === 'in-progress') continue;
        expect(decision).toMatchObject({ kind: ENDS[last.detail.result], record: null });
      }
    }
  });

  it('INV-8 recording what was learned leads to the same end without asking again', () => {
    for (const prefix of everyPrefix(service)) {
      for (const answer of OUTCOMES) {
        const decision = settle(journal(service, prefix), factsOf(answer));
        if (!('record' in decision) || decision.record === null) continue;
        const recorded = journal(service, [...prefix, outcome(service, decision.record)]);
        expect(settle(recorded, null)).toEqual({ ...decision, record: null });
      }
    }
  });

  it('INV-4 keeps the one key from intent to end', () => {
    for (const prefix of everyPrefix(service)) {
      for (const answer of OUTCOMES) {
        const decision = settle(journal(service, prefix), factsOf(answer));
        if ('key' in decision) expect(decision.key).toBe(K);
      }
    }
  });

  it('INV-8 another key’s answer is no answer', () => {
    const foreign: AuthorityFacts = new Map([['k-2' as IdempotencyKey, { state: 'void' }]]);
    for (const prefix of everyPrefix(service)) {
      const read = journal(service, prefix);
      expect(settle(read, foreign)).toEqual(settle(read, null));
    }
  });

  it('INV-8 a journal nobody can have written goes to a technician', () => {
    const done = outcome(service, { result: 'done' });
    const impossible: [unknown[], string][] = [
      [[done], 'outcome-without-intent'],
      [[intent(service), intent(service)], 'intent-twice'],
      [[intent(service), { ...done, key: 'k-2' }], 'key-changed'],
      [[intent(service), done, done], 'outcome-after-the-end'],
    ];
    for (const [entries, fault] of impossible) {
      for (const answer of OUTCOMES) {
        expect(settle(journal(service, entries), factsOf(answer))).toEqual({
          kind: 'hand-to-technician',
          receipt: 'unknown-asking',
          fault,
        });
      }
    }
  });

  it('an entry of another shape or service is unreadable, never skipped', () => {
    const other = isQueued(service) ? 'activate' : 'apply';
    expect(parseJournal(service, [intent(other)])).toEqual({ ok: false, error: 'unreadable-entry' });
    expect(journalEntry.safeParse(intent(other)).success).toBe(true);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseJournal(service, [value])).toEqual({ ok: false, error: 'unreadable-entry' });
      }),
    );
  });
});
