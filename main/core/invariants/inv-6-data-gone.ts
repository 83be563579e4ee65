import { view } from '../../../src/contracts/view.ts';
import type { InvariantView } from './invariant-view.ts';
import { breaks, type Violation } from './violation.ts';

const violation = breaks('INV-6');

/** What each screen may show, by its contract. */
const FIELDS_OF = new Map(
  view.options.map(({ shape }) => [shape.screen.value, new Set(Object.keys(shape))] as const),
);

/** INV-6: between residents the session holds nothing of anybody, and the screen has no field for it. */
export function dataGone({ rest }: InvariantView): Violation[] {
  if (rest === null) return [];
  const allowed = FIELDS_OF.get(rest.screen);
  return [
    ...(rest.holds.length > 0 ? [violation('resident-still-held')] : []),
    ...(rest.fields.every((field) => allowed?.has(field)) ? [] : [violation('screen-still-personal')]),
  ];
}
