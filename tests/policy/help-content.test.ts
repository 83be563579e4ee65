import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withInitials } from '../../scripts/docs/help-initials.ts';
import { helpFile } from '../../src/directory/help.ts';

const PACKS = ['hainan', 'henan', 'jiangsu-suzhou'] as const;
const textOf = (id: string) => readFileSync(new URL(`../../assets/help/${id}.json`, import.meta.url), 'utf8');
const topicsOf = (id: string) => helpFile.parse(JSON.parse(textOf(id))).topics;

/** Screens are read standing: a paragraph of an answer stays this short. */
const MOST_CHARACTERS = { zh: 100, en: 330 };

describe.each(PACKS)('HELP-1 the answers of %s', (id) => {
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
