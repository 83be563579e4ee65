import type { Result } from '../../result.ts';
import type { JournalFault } from '../keyed-act.ts';

/** One prefix of all the journals that lead to the same state: they say the same and are settled the same. */
export interface Prefix<S> {
  readonly state: S;
  /** Entries of the first journal found, for the eye. */
  readonly path: readonly unknown[];
}

export interface Language<S> {
  readonly prefixes: readonly Prefix<S>[];
  /** Entries that were offered to the reader. */
  readonly offered: number;
  readonly accepted: number;
}

/** Far above what any service has: a reader that lets something be done for ever is found here. */
const LARGEST = 50_000;

/**
 * Every prefix of every journal the reader accepts, breadth first: each entry of the alphabet is offered in each state
 * found. Two journals with the same view are the same prefix; `twin` is shown the second of them.
 */
export function languageOf<S, E>(
  start: S,
  entriesIn: (state: S) => readonly E[],
  next: (state: S, entry: E) => Result<S, JournalFault>,
  viewOf: (state: S) => string,
  twin: (first: S, second: S) => void = () => undefined,
): Language<S> {
  const prefixes: Prefix<S>[] = [{ state: start, path: [] }];
  const seen = new Map([[viewOf(start), start]]);
  let offered = 0;
  let accepted = 0;
  for (const { state, path } of prefixes) {
    for (const entry of entriesIn(state)) {
      offered += 1;
      const read = next(state, entry);
      if (!read.ok) continue;
      accepted += 1;
      const view = viewOf(read.value);
      const first = seen.get(view);
      if (first !== undefined) {
        twin(first, read.value);
        continue;
      }
      if (prefixes.length >= LARGEST) throw new Error('a language without end');
      seen.set(view, read.value);
      prefixes.push({ state: read.value, path: [...path, entry] });
    }
  }
  return { prefixes, offered, accepted };
}
