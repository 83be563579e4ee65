import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HelpTopic, helpFile, searchHelp } from './help.ts';

const file = new URL('../../assets/help/hainan.json', import.meta.url);
const TOPICS = helpFile.parse(JSON.parse(readFileSync(file, 'utf8'))).topics;
const found = (query: string) => searchHelp(TOPICS, query).map((topic) => topic.id);

describe('HELP-1 answers by first letters of pinyin or any part of the text', () => {
  it.each([
    ['gs', 'found-again'],
    ['挂失', 'found-again'],
    ['kdl', 'lost'],
    ['sbkssm', 'what-is-the-card'],
    ['ＤＺＳＢＫ', 'electronic-card'],
    ['I lost', 'lost'],
    ['卡丢了', 'lost'],
  ])('HELP-1 %s: %s comes first', (query, first) => {
    expect(found(query)[0]).toBe(first);
  });

  it('HELP-1 what is asked comes before what an answer mentions', () => {
    const ids = found('挂失');
    expect(ids.indexOf('found-again')).toBeLessThan(ids.indexOf('lost'));
    expect(ids.indexOf('lost')).toBeLessThan(ids.indexOf('fees'));
  });

  it('HELP-1 the letters of the social security card find every question about it', () => {
    const about = TOPICS.filter((topic) => topic.question.zh.includes('社保卡')).map((topic) => topic.id);
    const ids = new Set(found('sbk'));
    for (const id of about) expect(ids).toContain(id);
  });

  it('HELP-1 each word narrows it; nothing typed shows all; nonsense finds nothing', () => {
    expect(found('挂失 银行账号').length).toBeLessThan(found('挂失').length);
    expect(found('  ')).toEqual(TOPICS.map((topic) => topic.id));
    expect(found('qqqqqq')).toEqual([]);
  });

  it('HELP-1 any part of a question or an answer finds its topic, and nothing is found twice', () => {
    const texts = (topic: HelpTopic) => [
      topic.initials,
      topic.question.zh,
      topic.question.en,
      ...topic.answer.zh,
      ...topic.answer.en,
    ];
    fc.assert(
      fc.property(fc.constantFrom(...TOPICS), fc.nat(), fc.nat(), fc.nat(), (topic, which, from, length) => {
        const all = texts(topic);
        const text = all[which % all.length] ?? '';
        const start = from % text.length;
        const query = text.slice(start, start + 1 + (length % 12));
        const ids = found(query);
        expect(ids).toContain(topic.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('HELP-1 takes any typing', () => {
    fc.assert(fc.property(fc.string(), (query) => found(query).length <= TOPICS.length));
  });
});
