import { describe, expect, it } from 'vitest';
import { RESIDENT_FIELDS } from '../../src/contracts/resident-field.ts';
import { NOTICE_FACTS, NOTICES, QUESTIONS, WORKING_ACTS } from '../../src/contracts/screen-words.ts';
import { SERVICES } from '../../src/contracts/service.ts';
import { REFUSALS, TROUBLES } from '../../src/contracts/trouble.ts';
import { TILE_NOTICES, TILE_REASONS } from '../../src/contracts/view.ts';
import { RECEIPT_PARTS } from '../../src/receipt/receipt-facts.ts';
import { RECEIPT_STATES } from '../../src/receipt/receipt-state.ts';
import { catalogueOf } from './catalogue.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** All sentences of a catalogue with their path; functions are given numbers and words. */
function sentences(part: unknown, path = ''): [string, string][] {
  if (typeof part === 'string') return [[path, part]];
  if (typeof part === 'function') return sentences(part(3, 9, 6), path);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => sentences(value, `${path}.${key}`));
}

const said = (words: { title: string; what: string; now: readonly string[] } | undefined) =>
  words !== undefined && words.title !== '' && words.what !== '' && words.now.length > 0;

describe.each(['zh-CN', 'en'] as const)('the words of %s', (language) => {
  const words = catalogueOf(language);
  it.each(REFUSALS)('say what, what it means and what to do for the refusal %s', (reason) => {
    expect(said(words.refusals[reason])).toBe(true);
  });
  it.each(TROUBLES)('say what, what it means and what to do for the trouble %s', (what) => {
    expect(said(words.troubles.what[what])).toBe(true);
  });
  it('know every service, tile reason, field and receipt state', () => {
    for (const service of SERVICES) expect(words.home.services[service].name).not.toBe('');
    for (const reason of TILE_REASONS) expect(words.home.reasons[reason]).not.toBe('');
    for (const field of RESIDENT_FIELDS) expect(words.fields.names[field]).not.toBe('');
    for (const state of RECEIPT_STATES) {
      expect(words.receipt.states[state].meaning).not.toBe('');
      expect(words.receipt.states[state].next.length).toBeGreaterThan(0);
    }
  });
  it('know every question, wait, tile notice and part of a receipt', () => {
    for (const question of QUESTIONS) expect(words.choose.asked[question].title).not.toBe('');
    for (const act of WORKING_ACTS) expect(words.ends.working[act]).not.toBe('');
    for (const one of TILE_NOTICES) expect(words.home.notices[one]).not.toBe('');
    for (const part of RECEIPT_PARTS) expect(words.receipt.parts[part]).not.toBe('');
  });
  it.each(NOTICES)('give the notice %s a point with every fact and with none', (what) => {
    const { title, points, yes } = words.notice.words[what];
    expect(title).not.toBe('');
    expect(yes).not.toBe('');
    const all = Object.fromEntries(NOTICE_FACTS.map((fact) => [fact, `<${fact}>`]));
    for (const facts of [{}, all]) {
      expect(points(facts).length).toBeGreaterThan(0);
      expect(points(facts).join()).not.toContain('undefined');
    }
  });
  it('LOSS-2 say how long a temporary report lasts, with and without an end', () => {
    const { points } = words.notice.words['temporary-loss'];
    expect(points({ days: '15', until: '<until>' }).join()).toMatch(/15.*<until>/s);
    expect(points({}).join()).not.toMatch(/\d/);
  });
  it('give every refusal and trouble a sentence of its own', () => {
    const titles = [...Object.values(words.refusals), ...Object.values(words.troubles.what)].map(
      (one) => one.title,
    );
    const doubles = titles.filter((title, at) => titles.indexOf(title) !== at);
    // The same fact, seen by the reader and by the authority.
    expect(doubles).toEqual([]);
  });
});

describe('both catalogues', () => {
  it('have the same keys', () => {
    const keys = (part: unknown) => sentences(part).map(([path]) => path);
    expect(
      keys(en)
        .toSorted()
        .filter((key) => !/\.\d+$/.test(key)),
    ).toEqual(
      keys(zh)
        .toSorted()
        .filter((key) => !/\.\d+$/.test(key)),
    );
  });
  it('keep Latin letters out of the Chinese and Chinese out of the English', () => {
    expect(sentences(zh).filter(([, text]) => /[A-Za-z]/.test(text))).toEqual([]);
    expect(sentences(en).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });
  it('name no hotline, fee or province: those are the pack’s', () => {
    const named = [...sentences(zh), ...sentences(en)].filter(([, text]) =>
      /12333|96588|海南|Hainan/.test(text),
    );
    expect(named).toEqual([]);
  });
});

it('LOSS-5 the term of a report promises nothing at once: with the link down it is only recorded', () => {
  expect(catalogueOf('zh-CN').choose.days('15')).not.toMatch(/马上|立即/);
  expect(catalogueOf('en').choose.days('15')).not.toMatch(/at once|now/i);
});
