import type { PlainWords } from '../contracts/console/plain-words.ts';

/** A sentence or name in Chinese and English. */
export const both = (zh: string, en: string): PlainWords => ({ zh, en });

/** Names in both languages by what they name. */
export type Names = Readonly<Record<string, PlainWords>>;

/** One after the other. */
export const joined = (parts: readonly PlainWords[], between: PlainWords): PlainWords => ({
  zh: parts.map((part) => part.zh).join(between.zh),
  en: parts.map((part) => part.en).join(between.en),
});
