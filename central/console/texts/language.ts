import { createContext, use } from 'react';
import type { Language } from '../../../src/contracts/view-chrome.ts';
import { type Catalogue, catalogueOf } from './catalogue.ts';

export interface ChosenLanguage {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

export const LanguageContext = createContext<ChosenLanguage>({ language: 'zh-CN', choose: () => undefined });

const KEPT_AS = 'console-language';

/** The language chosen last in this browser; Chinese at first. */
export function keptLanguage(): Language {
  return localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'zh-CN';
}

/** Remembers it for the next visit. */
export function keepLanguage(language: Language): void {
  localStorage.setItem(KEPT_AS, language);
}

/** The words of the chosen language. */
export function useTexts(): Catalogue {
  return catalogueOf(use(LanguageContext).language);
}

/** Picks the chosen language of a sentence the centre made. */
export function useSaid(): (words: { readonly zh: string; readonly en: string }) => string {
  const { language } = use(LanguageContext);
  return ({ zh, en }) => (language === 'en' ? en : zh);
}

/** The word for a code of a list that may grow; the code itself where there is none yet. */
export function wordFor(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}
