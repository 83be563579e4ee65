import { describe, expect, it } from 'vitest';
import { PACK_IDS, PACKS } from './packs.ts';

/** Names and versions of the document itself; everything else is a value somebody must have said. */
const NO_RULES = new Set(['id', 'version', 'title', 'directories', 'sources']);

/** Dotted paths of all values that are neither object nor list. */
function leavesOf(value: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path.join('.')];
  const inside = Object.entries(value);
  // An empty list says something too: no temporary report, no waiver.
  return inside.length === 0
    ? [path.join('.')]
    : inside.flatMap(([name, part]) => leavesOf(part, [...path, name]));
}

/** The path itself and everything above it. */
const ancestry = (path: string): readonly string[] => {
  const names = path.split('.');
  return names.map((_, index) => names.slice(0, index + 1).join('.'));
};

describe.each(PACK_IDS)('the sources of %s', (id) => {
  const pack = PACKS[id];
  const rules = Object.fromEntries(Object.entries(pack).filter(([section]) => !NO_RULES.has(section)));
  const sources = new Map(Object.entries(pack.sources));

  it('each value of a rule says where it comes from', () => {
    const without = leavesOf(rules).filter((leaf) => !ancestry(leaf).some((path) => sources.has(path)));
    expect(without).toEqual([]);
  });

  it('what no text states is marked unconfirmed, and says that it is not stated', () => {
    for (const [path, { says, confirmed }] of sources)
      if (/not stated/.test(says)) expect([path, confirmed]).toEqual([path, false]);
  });

  it('a confirmed value names its place in a text, a rule, or the kiosk itself', () => {
    for (const [path, { says, confirmed }] of sources)
      if (confirmed)
        expect([path, says]).toEqual([
          path,
          expect.stringMatching(
            /\b[GHMNJ] (A|Q)?\w|\b[A-Z]+-\d+|no older card named|the kiosk's own setting/,
          ),
        ]);
  });

  it('EXCH-6 an unconfirmed change of bank is unconfirmed in its source too', () => {
    expect(sources.get('exchange.changeOfBank')?.confirmed).toBe(pack.exchange.changeOfBank.confirmed);
  });
});
