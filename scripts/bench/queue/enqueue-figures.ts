import { rounded, type Spread } from './spread.ts';
import type { SyncCount } from './syncs.ts';

/** One contestant with everything that was measured of it. */
export type Entry = { readonly name: string; readonly settings: string } & Spread & SyncCount;

/** With its rate as a share of raw SQLite's under the same `synchronous=FULL`. */
type Compared = Entry & { readonly ofRaw: number };

export interface EnqueueFigures {
  readonly raw: { readonly full: Entry; readonly normal: Entry };
  /** The outbox row alone. */
  readonly enqueue: Compared;
  /** A resident's application as it really is. */
  readonly accept: Compared;
  readonly peers: readonly Compared[];
}

/** Sorts the entries by who they are. Throws where one of ours or the baseline is missing. */
export function enqueueFigures(entries: readonly Entry[]): EnqueueFigures {
  const named = (name: string): Entry => {
    const found = entries.find((entry) => entry.name === name);
    if (!found) throw new Error(`${name} was not measured`);
    return found;
  };
  const full = named('raw FULL');
  const compared = (entry: Entry): Compared => ({
    ...entry,
    ofRaw: rounded(entry.perSecond / full.perSecond),
  });
  return {
    raw: { full, normal: named('raw NORMAL') },
    enqueue: compared(named('outbox')),
    accept: compared(named('accept')),
    peers: entries.filter(({ name }) => /^(plainjobs|liteque)/.test(name)).map(compared),
  };
}
