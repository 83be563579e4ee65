import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueOf, ignoredTexts } from './catalogue.ts';
import { sayOtherwise } from './say-otherwise.ts';

const WORDS = {
  welcome: { start: '开始', steps: ['一', '二'], wait: (seconds: number) => `${seconds} 秒` },
  fee: '收 {yuan} 元',
};

describe('sentences said otherwise', () => {
  it('take the place of plain sentences, in lists as well, and leave the shipped words as they are', () => {
    const { words, ignored } = sayOtherwise(WORDS, {
      'welcome.start': '点这里',
      'welcome.steps.1': '第二步',
      fee: '费用 {yuan} 元',
    });
    expect(words).toMatchObject({
      welcome: { start: '点这里', steps: ['一', '第二步'] },
      fee: '费用 {yuan} 元',
    });
    expect(ignored).toBe(0);
    expect(WORDS.welcome.start).toBe('开始');
  });

  it.each([
    'nowhere',
    'welcome',
    'welcome.wait',
    'welcome.steps.2',
    'welcome.steps.length',
    'welcome.start.0',
    '__proto__.polluted',
    'constructor.name',
    '',
  ])('change nothing where no plain sentence stands: %s', (key) => {
    const { words, ignored } = sayOtherwise(WORDS, { [key]: '别的' });
    expect(words).toEqual(WORDS);
    expect(ignored).toBe(1);
  });

  it('change nothing where they need other values', () => {
    expect(sayOtherwise(WORDS, { fee: '免费' }).ignored).toBe(1);
    expect(sayOtherwise(WORDS, { 'welcome.start': '开始 {now}' }).ignored).toBe(1);
  });

  it('never take words from a screen, whatever they are', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (sentences) => {
        const { words } = sayOtherwise(WORDS, sentences);
        expect(typeof words.welcome.wait).toBe('function');
        expect(words.welcome.steps).toHaveLength(2);
      }),
    );
  });

  it('are those of the screen’s language, and counted where they fit nowhere', () => {
    const texts = { zh: { 'welcome.start': '来' }, en: { 'welcome.start': 'Go', 'welcome.nothing': 'x' } };
    expect(catalogueOf('zh-CN', texts).welcome.start).toBe('来');
    expect(catalogueOf('en', texts).welcome.start).toBe('Go');
    expect(catalogueOf('en').welcome.start).not.toBe('Go');
    expect(ignoredTexts(texts)).toBe(1);
  });
});
