import type { Language } from '../contracts/view.ts';
import type { Localised } from './policy-pack.ts';

/** Of a pack's two texts, the one in this language. */
export const inLanguage = (text: Localised, language: Language): string =>
  language === 'zh-CN' ? text.zh : text.en;
