import type { Language } from '../../../src/contracts/view-chrome.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** One language's words: the same keys in every language, functions where a value goes into the sentence. */
export type Catalogue = typeof zh;

/** The words of a language. */
export function catalogueOf(language: Language): Catalogue {
  return language === 'en' ? en : zh;
}

/** A language's own name, on the button that leads to it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' };
