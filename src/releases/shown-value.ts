import type { PlainWords } from '../contracts/console/plain-words.ts';
import { codedWords } from './coded-values.ts';
import { isRecord, itemWords, type Path } from './place-in-document.ts';
import { both, joined } from './plain-words.ts';

/** Longest value that is shown whole. */
const MOST_CHARACTERS = 300;
/** Never shown to anybody, changed or not: what lets a technician in. */
const SECRETS: readonly unknown[] = ['pin', 'totpSecret', 'cardKey'];

export const isSecret = (path: Path): boolean => path.some((step) => SECRETS.includes(step));

export const yuan = (fen: number): PlainWords =>
  both(`${(fen / 100).toFixed(2)} 元`, `${(fen / 100).toFixed(2)} yuan`);

/** A value as operators read it: money in yuan, codes in words, texts in both languages. */
export function shownValue(pattern: string, value: unknown): PlainWords {
  if (value === null || value === undefined) return both('无', 'none');
  if (typeof value === 'boolean') return value ? both('是', 'yes') : both('否', 'no');
  if (typeof value === 'number') {
    return pattern.endsWith('.fen') ? yuan(value) : both(String(value), String(value));
  }
  if (typeof value === 'string') return codedWords(pattern, value) ?? both(quoted(value), quoted(value));
  if (Array.isArray(value)) {
    if (value.length === 0) return both('（空）', '(empty)');
    const items = value.map((item, at) =>
      isRecord(item) && !isLocalised(item)
        ? itemWords(`${pattern}.*`, item, at)
        : shownValue(`${pattern}.*`, item),
    );
    return joined(items, both('、', ', '));
  }
  if (isLocalised(value)) return both(quoted(value.zh), quoted(value.en));
  return both(cut(JSON.stringify(value)), cut(JSON.stringify(value)));
}

export const isLocalised = (value: unknown): value is { readonly zh: string; readonly en: string } =>
  isRecord(value) &&
  typeof value.zh === 'string' &&
  typeof value.en === 'string' &&
  Object.keys(value).length === 2;

const cut = (text: string): string =>
  text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
const quoted = (text: string): string => `“${cut(text)}”`;
