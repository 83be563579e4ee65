import type { ScreenTexts } from '../../src/contracts/configuration/small-documents.ts';
import type { Language } from '../../src/contracts/view.ts';
import { en } from './en.ts';
import { type SaidOtherwise, sayOtherwise } from './say-otherwise.ts';
import { zh } from './zh.ts';

/** One language's words: the same keys in every language, functions where a value goes into the sentence. */
export type Catalogue = typeof zh;

/** The words of a language, as operators want them said. */
export function catalogueOf(language: Language, texts: ScreenTexts | null = null): Catalogue {
  const shipped = language === 'en' ? en : zh;
  if (texts === null) return shipped;
  return toldIn(texts)[language === 'en' ? 'en' : 'zh'].words;
}

/** How many of these sentences fit nowhere in the catalogue. */
export const ignoredTexts = (texts: ScreenTexts): number => {
  const { zh, en } = toldIn(texts);
  return zh.ignored + en.ignored;
};

interface Told {
  readonly zh: SaidOtherwise<Catalogue>;
  readonly en: SaidOtherwise<Catalogue>;
}
/** Made once for each set of texts: every screen asks for its words at every draw. */
const told = new WeakMap<ScreenTexts, Told>();

function toldIn(texts: ScreenTexts): Told {
  const before = told.get(texts);
  if (before) return before;
  const made = { zh: sayOtherwise(zh, texts.zh), en: sayOtherwise(en, texts.en) };
  told.set(texts, made);
  return made;
}

/** A language's own name, shown on the button that leads to it: the one word not in the screen's language. */
export const LANGUAGE_NAMES: Record<Language, string> = { 'zh-CN': '中文', en: 'English' };
