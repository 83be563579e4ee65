import { describe, expect, it } from 'vitest';
import { taskAsk } from '../../contracts/maintenance/page.ts';
import type { BookedBy, CustodyDesk, UnknownItem } from '../../ports/maintenance/custody-desk.ts';
import { guideByHand } from '../memory/guide-by-hand.ts';
import { countStack } from './count-stack.ts';
import { emptyRejectBin } from './empty-bin.ts';
import { loadCards } from './load-cards.ts';
import { settleUnknown } from './settle-unknown.ts';

type Call = readonly [string, ...unknown[]];

/** A custody desk that writes down what it is asked for. */
function deskByHand(over: Partial<CustodyDesk> = {}): { readonly desk: CustodyDesk; readonly calls: Call[] } {
  const calls: Call[] = [];
  const note = (name: string, { act, explained }: BookedBy, ...rest: readonly unknown[]) =>
    calls.push([name, act, explained, ...rest]);
  const desk: CustodyDesk = {
    stock: () => 7,
    loadBlanks(by, blanks, label) {
      note('load', by, blanks, label);
      return { booked: true, before: 7, after: 7 + blanks };
    },
    countStack(by, ledger, counted) {
      note('count', by, ledger, counted);
      return { booked: true, before: ledger, after: counted };
    },
    cardsIn: () => [],
    emptyBin(by, bin, emptied) {
      note('empty', by, bin, emptied);
      return { booked: true, before: emptied.cards.length, after: 0 };
    },
    unknowns: async () => [],
    async placeCard(by, card, found) {
      note('place', by, card, found);
      return { placed: true, card, place: 'retained' };
    },
    async enterOwnCard(by, found) {
      note('enter', by, found);
      return { placed: true, card: 'o-1', place: 'emptied' };
    },
    ...over,
  };
  return { desk, calls };
}

const asked = (guide: { readonly asked: readonly { readonly step: string }[] }) =>
  guide.asked.map(({ step }) => step).join(' ');

describe('load-cards', () => {
  it('INV-3 asks for no explanation where both counts are what the label says', async () => {
    const { desk, calls } = deskByHand();
    const guide = guideByHand<'load-cards'>(
      { 'pack-label': 50, 'count-first': 50, 'count-second': 50, 'put-in': 'all-in' },
      { second: 'T-0981' },
    );
    const end = await loadCards(desk)(guide);
    expect(end).toEqual({ outcome: 'done', facts: { blanks: 50, before: 7, after: 57, left: 0 } });
    expect(calls).toEqual([['load', 'task-00000001-book', null, 50, 50]]);
    expect(asked(guide)).toBe('pack-label count-first count-second must-finish put-in book');
  });

  it('INV-3 tells neither count to the other person before both are given', async () => {
    const { desk } = deskByHand();
    const guide = guideByHand<'load-cards'>({
      'pack-label': 50,
      'count-first': [49, 50],
      'count-second': 50,
      'put-in': 'all-in',
    });
    await loadCards(desk)(guide);
    const counts = guide.asked.filter(({ step }) => step.startsWith('count-'));
    expect(counts.every(({ facts }) => Object.keys(facts).length === 0)).toBe(true);
    expect(guide.asked.find(({ step }) => step === 'counts-differ')?.facts).toEqual({
      first: 49,
      second: 50,
    });
  });

  it('INV-3 counts again where the technician would rather', async () => {
    const { desk, calls } = deskByHand();
    const guide = guideByHand<'load-cards'>({
      'pack-label': 50,
      'count-first': [49, 48],
      'count-second': [49, 48],
      'explain-difference': ['count-again', 'cards-damaged'],
      'put-in': 'all-in',
    });
    await loadCards(desk)(guide);
    expect(calls).toEqual([['load', 'task-00000001-book', 'cards-damaged', 48, 50]]);
  });

  it.each([
    [{ 'count-first': 0, 'count-second': 0, 'explain-difference': 'label-wrong' }],
    [{ 'count-first': 5, 'count-second': 5, 'put-in': 'not-all-in', 'count-left': 5 }],
  ])('INV-3 books nothing where nothing went in', async (answers) => {
    const { desk, calls } = deskByHand();
    const end = await loadCards(desk)(guideByHand<'load-cards'>({ 'pack-label': 5, ...answers }));
    expect(end.facts).toMatchObject({ blanks: 0 });
    expect(calls).toEqual([]);
  });

  it('INV-3 has another name for the next try of what was refused', async () => {
    const answers = [
      { booked: false, code: 'busy' } as const,
      { booked: true, before: 0, after: 5 } as const,
    ];
    const names: string[] = [];
    const { desk } = deskByHand({
      loadBlanks({ act }) {
        names.push(act);
        return answers.shift() ?? { booked: false, code: 'busy' };
      },
    });
    const guide = guideByHand<'load-cards'>({
      'pack-label': 5,
      'count-first': 5,
      'count-second': 5,
      'put-in': 'all-in',
    });
    await loadCards(desk)(guide);
    expect(names).toEqual(['task-00000001-book', 'task-00000001-book-2']);
    expect(guide.asked.find(({ step }) => step === 'not-booked')?.facts).toEqual({ code: 'busy' });
  });
});

describe('count-stack and bins', () => {
  it.each([
    [6, 'card-missing'],
    [8, 'card-too-many'],
  ])('INV-3 offers for a count of %d against 7 only what fits: %s', async (counted, word) => {
    const { desk, calls } = deskByHand();
    const guide = guideByHand<'count-stack'>({
      'count-first': counted,
      'count-second': counted,
      'explain-difference': word,
    });
    await countStack(desk)(guide);
    expect(guide.asked.find(({ step }) => step === 'explain-difference')?.shown).toEqual([
      word,
      'reason-unknown',
      'count-again',
    ]);
    expect(calls).toEqual([['count', 'task-00000001-book', word, 7, counted]]);
  });

  it('INV-3 may be given up until the bin is open, and no longer', async () => {
    const { desk, calls } = deskByHand();
    const guide = guideByHand<'empty-reject-bin'>({ 'count-first': 0, 'count-second': 0 });
    await emptyRejectBin(desk)(guide);
    expect(asked(guide)).toMatch(/^open-bin must-finish list-cards count-first/);
    expect(calls).toEqual([
      ['empty', 'task-00000001-book', null, 'issuer', { cards: [], counted: 0, bag: null }],
    ]);
  });
});

describe('settle-unknown', () => {
  const item: UnknownItem = {
    id: 'b-1',
    kind: 'card',
    machine: 'issuer',
    unknown: 'card-in-unknown-place',
    reference: 'YKT-1',
    reason: 'jammed',
    places: ['in-bin', 'not-here'],
  };

  it('offers no more than a page takes: a core whose page breaks the contract is killed', async () => {
    const many = Array.from({ length: 200 }, (_, at) => ({ ...item, id: `b-${at}` }));
    const { desk } = deskByHand({ unknowns: async () => many });
    const guide = guideByHand<'settle-unknown'>({ 'choose-unknown': 'b-59', 'where-found': 'in-bin' });
    expect((await settleUnknown(desk)(guide)).outcome).toBe('done');
    const options = guide.asked.map(({ shown }) => shown).find((shown) => Array.isArray(shown)) as string[];
    const page = options.map((value) => ({ value, label: null, note: null }));
    expect(taskAsk.safeParse({ kind: 'choose', options: page }).success).toBe(true);
  });

  it('INV-3 shows the advice, asks where it was found and places it', async () => {
    const { desk, calls } = deskByHand({ unknowns: async () => [item] });
    const guide = guideByHand<'settle-unknown'>({ 'choose-unknown': 'b-1', 'where-found': 'in-bin' });
    const end = await settleUnknown(desk)(guide);
    expect(end).toMatchObject({
      outcome: 'done',
      facts: { unknown: 'card-in-unknown-place', place: 'retained' },
    });
    expect(calls).toEqual([['place', 'task-00000001-place', null, 'b-1', 'in-bin']]);
    expect(asked(guide)).toBe('choose-unknown choose-unknown advice where-found place');
  });
});
