import type { View } from '../../../src/contracts/view.ts';

/** The renderer counts down by itself. */
const WITH_TIME: ReadonlySet<string> = new Set<keyof View>(['revision', 'now', 'secondsLeft']);

/** Time passing alone is no new view. */
export function sameView(a: View, b: View): boolean {
  return sameFields(a, b, WITH_TIME);
}

/** Views are plain data; a field that is undefined is as good as none. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (!Array.isArray(a)) return !Array.isArray(b) && sameFields(a, b);
  return Array.isArray(b) && a.length === b.length && a.every((one, at) => same(one, b[at]));
}

function sameFields(a: object, b: object, except?: ReadonlySet<string>): boolean {
  const [before, after] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const field in before) if (!except?.has(field) && !same(before[field], after[field])) return false;
  for (const field in after) if (before[field] === undefined && after[field] !== undefined) return false;
  return true;
}
