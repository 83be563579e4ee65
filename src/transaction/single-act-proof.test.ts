import { afterAll, describe, expect, it } from 'vitest';
import type { IdempotencyKey } from '../brand.ts';
import { RECEIPT_STATES } from '../receipt/receipt-state.ts';
import type { AuthorityFacts } from './decision.ts';
import { IMMEDIATE_ACTS, immediateEntries } from './immediate-journal.ts';
import { journalMayBe } from './journal-may-be.ts';
import { everyValue } from './proof/alphabet.ts';
import { AUTHORITY_ANSWERS } from './proof/every-answer.ts';
import { languageOf } from './proof/language.ts';
import { REFUSAL } from './proof/request-alphabet.ts';
import { exploreAct, KEY } from './proof/single-act-worlds.ts';
import { QUEUED_ACTS, queuedEntries } from './queued-journal.ts';
import { type JournalEntry, parseJournal, readJournal, type SingleActService, settle } from './settle.ts';

const SHAPES = { ...queuedEntries, ...immediateEntries };
const SERVICES = Object.keys({ ...QUEUED_ACTS, ...IMMEDIATE_ACTS }) as SingleActService[];
const isQueued = (service: SingleActService) => Object.hasOwn(QUEUED_ACTS, service);
const OTHER = 'k-2' as IdempotencyKey;

/** Every entry the shapes allow, with the key of the transaction and with one that is not its own. */
const alphabet = (service: SingleActService) =>
  SHAPES[service].options.flatMap((option) => {
    const keys = option.shape.key.def.type === 'null' ? [null] : [KEY, OTHER];
    const named = { key: keys, code: [REFUSAL], outcome: ['printed'] };
    return everyValue(option, named) as JournalEntry[];
  });

/** Every journal the reader takes, as entries; two are the same where they lead to the same stage. */
const language = (service: SingleActService) =>
  languageOf<readonly JournalEntry[], JournalEntry>(
    [],
    () => alphabet(service),
    (entries, entry) => {
      const read = journalMayBe(isQueued(service) ? 'queued' : 'immediate', service, [...entries, entry]);
      return read.ok ? { ok: true, value: [...entries, entry] } : read;
    },
    (entries) => {
      const journal = parseJournal(service, entries);
      const read = journal.ok ? readJournal(journal.value) : journal;
      return JSON.stringify(read);
    },
  );

const figures = { prefixes: 0, decisions: 0, situations: 0 };
afterAll(() => console.info(`settlement of single acts: ${JSON.stringify(figures)}`));

it('every service of every course is in this proof', () => {
  expect(SERVICES).toEqual(Object.keys(SHAPES));
});

describe.each(SERVICES)('every journal of %s', (service) => {
  it('INV-4 is settled whatever the authority answers, under the one key, and told in a receipt state', () => {
    const { prefixes } = language(service);
    figures.prefixes += prefixes.length;
    // Begun, done, refused, void; through the outbox also waiting.
    expect(new Set(prefixes.map(({ state }) => JSON.stringify(state.at(-1)))).size).toBeGreaterThan(3);
    for (const { state: entries } of prefixes) {
      for (const answer of AUTHORITY_ANSWERS) {
        const journal = parseJournal(service, entries);
        if (!journal.ok) throw new Error(journal.error);
        const key = entries.find((entry) => entry.key !== null)?.key ?? KEY;
        const facts: AuthorityFacts | null = answer ? new Map([[key, answer]]) : null;
        const decision = settle(journal.value, facts);
        figures.decisions += 1;
        expect(decision.kind).not.toBe('hand-to-technician');
        expect(RECEIPT_STATES).toContain(decision.receipt);
        if ('key' in decision) expect(decision.key).toBe(key);
        const read = readJournal(journal.value);
        const stage = read.ok ? read.value.stage : 'unreadable';
        // Only an end closes: one on record, or one that was just heard.
        const ended =
          read.ok && read.value.stage === 'answered' && read.value.answer.result !== 'in-progress';
        const heard = answer !== undefined && ['done', 'refused', 'void'].includes(answer.state);
        expect(decision.kind.startsWith('close-')).toBe(stage === 'not-begun' || ended || heard);
        if (!('record' in decision) || decision.record === null) continue;
        const act = entries.find((entry) => entry.act !== 'print-receipt')?.act;
        const recorded = [...entries, { kind: 'outcome', act, key, detail: decision.record }];
        const course = isQueued(service) ? 'queued' : 'immediate';
        expect(journalMayBe(course, service, recorded)).toEqual({ ok: true, value: undefined });
      }
    }
  });

  it('INV-4 INV-8 ends as what really happened, in every world that may be behind it', () => {
    const ends = new Set<string>();
    figures.situations += exploreAct(service, {
      closed: ({ stage, truth }, decision) => {
        ends.add(decision.kind);
        const nothing = isQueued(service) ? 'close-refused' : 'close-nothing-happened';
        const kinds = { done: 'close-done', refused: 'close-refused', void: nothing } as const;
        const said = truth === 'done' || truth === 'refused' || truth === 'void' ? kinds[truth] : null;
        if (stage.stage === 'not-begun') expect(decision.kind).toBe('close-nothing-happened');
        else expect(decision.kind).toBe(said);
      },
      stuck: (situation) => expect.fail(`waits for nothing: ${JSON.stringify(situation)}`),
    });
    expect(ends.size).toBe(3);
  });
});

describe('a journal of another course', () => {
  it.each([
    ['queued', 'activate'],
    ['immediate', 'apply'],
    ['request', 'certify'],
    ['request', 'toString'],
  ] as const)('%s is not what %s has', (course, service) => {
    expect(journalMayBe(course, service as SingleActService, [])).toEqual({
      ok: false,
      error: 'not-of-this-service',
    });
  });
});
