import { z } from 'zod';
import type { DocumentKind } from '../contracts/configuration/document.ts';
import type { Difference, PlainWords } from '../contracts/console/plain-words.ts';
import { datedFee } from '../policy/fee.ts';
import { serviceWords } from './coded-values.ts';
import { feeDifferences } from './fee-differences.ts';
import { type ItemPair, pairItems, sameContent } from './paired-items.ts';
import { isRecord, itemWords, type Path, patternOf, placeWords } from './place-in-document.ts';
import { both } from './plain-words.ts';
import { isLocalised, isSecret, shownValue } from './shown-value.ts';

const fees = z.array(datedFee).min(1);
/** Smaller numbers let fewer people through (`lower`), or larger ones do. */
const STRICTER: Readonly<Record<string, 'lower' | 'higher'>> = {
  'face.acceptAtMost': 'lower',
  'face.refuseAbove': 'lower',
  'face.tries': 'lower',
  'face.challengeTurns': 'higher',
  'identity.selfServiceAge': 'higher',
  'mobile.codeTries': 'lower',
};

/** The two documents that are compared, for the names of their items. */
interface Pair {
  readonly kind: DocumentKind;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * What a document changes, in an operator's words; empty where nothing does, and only there. A field without a name
 * is said by its dotted path and both values, so that nothing changes unseen; a secret only as changed.
 */
export function differences(kind: DocumentKind, before: unknown, after: unknown): readonly Difference[] {
  return between({ kind, before, after }, [], before, after);
}

function between(pair: Pair, path: Path, before: unknown, after: unknown): readonly Difference[] {
  if (sameContent(before, after)) return [];
  const found = parts(pair, path, before, after);
  return found.length > 0 ? found : [changed(pair, path, before, after)];
}

function parts(pair: Pair, path: Path, before: unknown, after: unknown): readonly Difference[] {
  const pattern = patternOf(pair.kind, path);
  if (isSecret(path) || isLocalised(before) || isLocalised(after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) {
    const were = fees.safeParse(before);
    const are = fees.safeParse(after);
    const name = placeWords(pair.kind, path, pair.after);
    if (were.success && are.success) {
      const spans = feeDifferences(path.join('.'), name, were.data, are.data);
      return spans.length > 0 ? spans : [otherwiseWritten(path, name)];
    }
    return listDifferences(pair, path, before, after);
  }
  if (isRecord(before) && isRecord(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
      const inside = [...path, field];
      if (!Object.hasOwn(before, field)) return [added(pair, inside, after[field])];
      if (!Object.hasOwn(after, field)) return [removed(pair, inside, before[field])];
      return between(pair, inside, before[field], after[field]);
    });
  }
  if (pattern === 'services.*.enabled') return [opened(pair, path, after === true)];
  return [];
}

/** Items by what they are told apart by; what changed inside one; then whether the order did. */
function listDifferences(
  pair: Pair,
  path: Path,
  before: readonly unknown[],
  after: readonly unknown[],
): readonly Difference[] {
  const { pairs, reordered } = pairItems(before, after);
  const found = pairs.flatMap((item: ItemPair): readonly Difference[] => {
    if (item.before === null && item.after) return [added(pair, [...path, item.after.at], item.after.item)];
    if (item.after === null && item.before)
      return [removed(pair, [...path, item.before.at], item.before.item)];
    if (!item.before || !item.after) return [];
    return between(pair, [...path, item.after.at], item.before.item, item.after.item);
  });
  if (!reordered) return found;
  const name = placeWords(pair.kind, path, pair.after);
  const says = both(`${name.zh}：顺序有变`, `${name.en}: in another order`);
  return [...found, { path: path.join('.'), change: 'changed', says }];
}

const otherwiseWritten = (path: Path, name: PlainWords): Difference => ({
  path: path.join('.'),
  change: 'changed',
  says: both(
    `${name.zh}：分段写法有变，每天的金额不变`,
    `${name.en}: cut into other spans, the same amount every day`,
  ),
});

function opened(pair: Pair, path: Path, open: boolean): Difference {
  const [list, at] = path;
  const items = isRecord(pair.after) && typeof list === 'string' ? pair.after[list] : undefined;
  const item: unknown = Array.isArray(items) ? items[Number(at)] : undefined;
  const service = serviceWords(isRecord(item) ? String(item.service) : '');
  const says = open
    ? both(`开放业务：${service.zh}`, `Service opened: ${service.en}`)
    : both(`关闭业务：${service.zh}`, `Service closed: ${service.en}`);
  return { path: path.join('.'), change: 'changed', says };
}

function changed(pair: Pair, path: Path, before: unknown, after: unknown): Difference {
  const pattern = patternOf(pair.kind, path);
  const name = placeWords(pair.kind, path, pair.after);
  const where = name.zh === '' ? both('整份内容', 'The whole document') : name;
  if (isSecret(path)) {
    const says = both(`${where.zh}：已更换`, `${where.en}: changed`);
    return { path: path.join('.'), change: 'changed', says };
  }
  const were = shownValue(pattern, before);
  const are = shownValue(pattern, after);
  const stricter = stricterWords(pattern, before, after);
  return {
    path: path.join('.'),
    change: 'changed',
    says: both(
      `${where.zh}：${were.zh} → ${are.zh}${stricter.zh}`,
      `${where.en}: ${were.en} → ${are.en}${stricter.en}`,
    ),
  };
}

function stricterWords(pattern: string, before: unknown, after: unknown): PlainWords {
  const which = Object.hasOwn(STRICTER, pattern) ? STRICTER[pattern] : undefined;
  if (which === undefined || typeof before !== 'number' || typeof after !== 'number') return both('', '');
  return after < before === (which === 'lower')
    ? both('（更严）', ' (stricter)')
    : both('（更宽）', ' (wider)');
}

const added = (pair: Pair, path: Path, value: unknown): Difference =>
  cameOrWent(pair, path, value, 'added', both('新增', 'added'), pair.after);
const removed = (pair: Pair, path: Path, value: unknown): Difference =>
  cameOrWent(pair, path, value, 'removed', both('删去', 'removed'), pair.before);

function cameOrWent(
  pair: Pair,
  path: Path,
  value: unknown,
  change: 'added' | 'removed',
  verb: PlainWords,
  document: unknown,
): Difference {
  const at = path.at(-1);
  const pattern = patternOf(pair.kind, path);
  const inList = typeof at === 'number';
  const name = placeWords(pair.kind, inList ? path.slice(0, -1) : path, document);
  const simple = !isRecord(value) || isLocalised(value);
  const what =
    isSecret(path) || (!simple && !inList)
      ? both('', '')
      : simple
        ? shownValue(pattern, value)
        : itemWords(pattern, value, inList ? at : 0);
  return {
    path: path.join('.'),
    change,
    says: both(
      `${name.zh}：${verb.zh}${/^\w/.test(what.zh) ? ' ' : ''}${what.zh}`,
      `${name.en}: ${verb.en} ${what.en}`.trim(),
    ),
  };
}
