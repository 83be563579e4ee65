import type { DocumentKind } from '../contracts/configuration/document.ts';
import type { PlainWords } from '../contracts/console/plain-words.ts';
import { codedWords } from './coded-values.ts';
import { NAMES_OF_KIND, RECORDS_OF_KIND } from './document-names.ts';
import { both, joined } from './plain-words.ts';

export type Path = readonly (string | number)[];

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `exchange.reasons.*.where`: the place without which item of a list or record it is in. */
export function patternOf(kind: DocumentKind, path: Path): string {
  let pattern = '';
  for (const step of path) {
    const any = typeof step === 'number' || RECORDS_OF_KIND[kind].includes(pattern);
    pattern = `${pattern}${pattern === '' ? '' : '.'}${any ? '*' : step}`;
  }
  return pattern;
}

/** Fields by which operators tell the items of a list apart, the best first. */
const IDENTIFYING = ['id', 'code', 'service', 'reason', 'number', 'name', 'driver'] as const;

/** What an item of a list is told apart by; null: by its place alone. */
export function identityOf(item: unknown): string | null {
  if (!isRecord(item)) return null;
  for (const field of IDENTIFYING) {
    const value = item[field];
    if (typeof value === 'string') return value;
    if (isRecord(value) && typeof value.zh === 'string') return value.zh;
  }
  return null;
}

/** How an item of a list is called: by its name, its code's words, its first day, or its number in the list. */
export function itemWords(pattern: string, item: unknown, at: number): PlainWords {
  if (isRecord(item)) {
    if (typeof item.from === 'string' && 'fen' in item) {
      return both(`第 ${at + 1} 段（从 ${item.from} 起）`, `span ${at + 1} (from ${item.from})`);
    }
    const named = item.title ?? item.name ?? item.question;
    if (isRecord(named) && typeof named.zh === 'string') {
      return both(`“${named.zh}”`, `“${typeof named.en === 'string' ? named.en : named.zh}”`);
    }
    const field = IDENTIFYING.find((one) => typeof item[one] === 'string');
    const code = field === undefined ? null : String(item[field]);
    if (code !== null) {
      const words = codedWords(`${pattern}.${field}`, code) ?? both(code, code);
      return typeof named === 'string' && named !== ''
        ? both(`${named}（${code}）`, `${named} (${code})`)
        : words;
    }
  }
  return both(`第 ${at + 1} 项`, `item ${at + 1}`);
}

/** A place in plain words: 更换费 · 第 2 段（从 2027-01-01 起）. The dotted path where a field has no name. */
export function placeWords(kind: DocumentKind, path: Path, content: unknown): PlainWords {
  const names = NAMES_OF_KIND[kind];
  const parts: PlainWords[] = [];
  let inside: unknown = content;
  let name: PlainWords | null = null;
  for (const [depth, step] of path.entries()) {
    const pattern = patternOf(kind, path.slice(0, depth + 1));
    inside = stepInto(inside, step);
    if (!pattern.endsWith('*')) {
      name = Object.hasOwn(names, pattern) ? (names[pattern] ?? null) : both(String(step), String(step));
      continue;
    }
    if (name) parts.push(name);
    name = null;
    const item = typeof step === 'number' ? itemWords(pattern, inside, step) : both(`“${step}”`, `“${step}”`);
    parts.push(item);
  }
  if (name) parts.push(name);
  const pattern = patternOf(kind, path);
  const known = pattern.endsWith('*') || Object.hasOwn(names, pattern);
  return known ? joined(parts, both(' · ', ' · ')) : both(path.join('.'), path.join('.'));
}

function stepInto(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
