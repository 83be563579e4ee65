import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withInitials } from '../../scripts/docs/help-initials.ts';
import { day } from '../../src/calendar/calendar-day.ts';
import { helpFile } from '../../src/directory/help.ts';
import { feeOn } from '../../src/policy/fee.ts';
import { PACK_IDS, PACKS } from './packs.ts';

const textOf = (id: string) => readFileSync(new URL(`../../assets/help/${id}.json`, import.meta.url), 'utf8');
const topicsOf = (id: string) => helpFile.parse(JSON.parse(textOf(id))).topics;

/** Inside the province people leave the area code out. */
const local = (number: string): string => number.replace(/^\d{4}-/, '');

/** Screens are read standing: a paragraph of an answer stays this short. */
const MOST_CHARACTERS = { zh: 100, en: 330 };

describe.each(PACK_IDS)('HELP-1 the answers of %s', (id) => {
  const topics = topicsOf(id);

  it('HELP-1 carry the first letters of their questions; else run npm run docs:help', () => {
    expect(withInitials(textOf(id))).toBe(textOf(id));
  });

  it('HELP-1 are there once each, in both languages and equally many paragraphs', () => {
    expect(new Set(topics.map((topic) => topic.id)).size).toBe(topics.length);
    expect(new Set(topics.map((topic) => topic.question.zh)).size).toBe(topics.length);
    for (const { answer, question } of topics) {
      expect(answer.zh).toHaveLength(answer.en.length);
      expect(question.en).not.toMatch(/\p{Script=Han}/u);
      expect(question.zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it('HELP-1 offer only services that are open here', () => {
    const open = PACKS[id].services.filter((entry) => entry.enabled).map((entry) => entry.service);
    for (const { service } of topics) if (service !== null) expect(open).toContain(service);
  });

  it('REPL-7 HELP-2 name the fees and hotlines of the pack and no others, as its counter topics do', () => {
    const pack = PACKS[id];
    const fees = [pack.loss, pack.replacement, pack.swap, pack.exchange].map(({ fee }) =>
      feeOn(fee, day('2026-03-02')),
    );
    const hotlines = [
      ...pack.hotlines.map((line) => line.number),
      ...pack.electronicCard.channels.flatMap(({ hotline }) => hotline ?? []),
    ];
    const texts = JSON.stringify([topics.map(({ answer }) => answer), pack.counterTopics]);
    for (const [, yuan] of texts.matchAll(/(\d+(?:\.\d\d)?) (?:元|yuan for)/g))
      expect(fees).toContain(Number(yuan) * 100);
    const INITIAL_PIN = '123456';
    const called = [...texts.matchAll(/\b(?:0898-)?\d{5,8}\b/g)].map(([number]) => number);
    for (const number of called.filter((one) => one !== INITIAL_PIN))
      expect(hotlines.map(local)).toContain(local(number));
  });

  it('HELP-1 are short enough to read standing', () => {
    for (const { answer } of topics) {
      for (const paragraph of answer.zh) expect(paragraph.length).toBeLessThanOrEqual(MOST_CHARACTERS.zh);
      for (const paragraph of answer.en) expect(paragraph.length).toBeLessThanOrEqual(MOST_CHARACTERS.en);
    }
  });
});

describe('HELP-1 the handbook is covered', () => {
  it('HELP-1 every one of its 70 questions has an answer of ours', () => {
    const cited = new Set(topicsOf('hainan').flatMap((topic) => topic.sources));
    const missing = Array.from({ length: 70 }, (_, index) => `H Q${index + 1}`).filter(
      (question) => !cited.has(question),
    );
    expect(missing).toEqual([]);
  });

  it('N 1-12 and J 1-10 every part of the other guides is cited', () => {
    const citedBy = (id: string) => topicsOf(id).flatMap((topic) => topic.sources);
    for (let part = 1; part <= 12; part += 1) expect(citedBy('henan')).toContain(`N ${part}`);
    const guide = citedBy('jiangsu-suzhou').map((source) => source.split('(')[0]);
    for (let part = 1; part <= 10; part += 1) expect(guide).toContain(`J ${part}`);
  });
});
