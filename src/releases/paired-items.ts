import { identityOf, isRecord } from './place-in-document.ts';

export interface ItemPair {
  readonly before: { readonly item: unknown; readonly at: number } | null;
  readonly after: { readonly item: unknown; readonly at: number } | null;
}

/** The same JSON, whatever the order of an object's fields. */
export function sameContent(left: unknown, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, at) => sameContent(item, right[at]));
  }
  if (isRecord(left) && isRecord(right)) {
    const fields = Object.keys(left);
    return (
      fields.length === Object.keys(right).length &&
      fields.every((field) => Object.hasOwn(right, field) && sameContent(left[field], right[field]))
    );
  }
  return Object.is(left, right) || (left === 0 && right === 0);
}

/**
 * Finds each item of a list again in its newer form: by what it is told apart by where every item of both lists has
 * that and none twice, otherwise by being the same item.
 */
export function pairItems(
  before: readonly unknown[],
  after: readonly unknown[],
): { readonly pairs: readonly ItemPair[]; readonly reordered: boolean } {
  const byIdentity = [before, after].every((items) => {
    const identities = items.map(identityOf);
    return !identities.includes(null) && new Set(identities).size === identities.length;
  });
  const same = (left: unknown, right: unknown): boolean =>
    byIdentity ? identityOf(left) === identityOf(right) : sameContent(left, right);
  const left = new Set(before.keys());
  const found = after.map((item, at): ItemPair => {
    const was = [...left].find((index) => same(before[index], item));
    if (was === undefined) return { before: null, after: { item, at } };
    left.delete(was);
    return { before: { item: before[was], at: was }, after: { item, at } };
  });
  const gone = [...left].map((at): ItemPair => ({ before: { item: before[at], at }, after: null }));
  const places = found.flatMap((pair) => (pair.before ? [pair.before.at] : []));
  return {
    pairs: [...gone, ...found],
    reordered: places.some((at, index) => index > 0 && at < (places[index - 1] ?? 0)),
  };
}
