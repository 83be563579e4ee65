import { err, ok, type Result } from '../../../src/result.ts';
import type { CustodyAct, CustodyActAsked } from '../store/custody-act-store.ts';
import type { Store } from '../store/open-store.ts';
import type { ActRefusal } from './custody-words.ts';

/** More cards than this are no count of one machine. */
const MOST_CARDS = 10_000;

const ACT_NAME = /^[A-Za-z0-9-]{8,60}$/;
/** Short letters and a number: no name of a person has this form. */
const TECHNICIAN = /^[A-Za-z]{0,4}-?\d{1,8}$/;

/** null: every part of it can be written down. */
export function refusalOf({ act, technician, counted, kind }: CustodyActAsked): ActRefusal | null {
  if (!ACT_NAME.test(act)) return { kind: 'bad-act' };
  if (!TECHNICIAN.test(technician)) return { kind: 'bad-technician' };
  const least = kind === 'load' ? 1 : 0;
  const counts = counted === null || (Number.isInteger(counted) && counted >= least && counted <= MOST_CARDS);
  return counts ? null : { kind: 'bad-count' };
}

/**
 * The act as it is on disk, for one that was asked for before; null for a new one. A name that was used for something
 * else is refused: two acts under one name would count once.
 */
export function askedBefore(
  { custodyActs }: Store,
  asked: CustodyActAsked,
): Result<CustodyAct | null, ActRefusal> {
  const refusal = refusalOf(asked);
  if (refusal) return err(refusal);
  const known = custodyActs.find(asked.act);
  const same =
    !known ||
    (known.kind === asked.kind &&
      known.subject === asked.subject &&
      known.technician === asked.technician &&
      known.counted === asked.counted &&
      known.found === asked.found);
  return same ? ok(known) : err({ kind: 'act-differs' });
}

/**
 * An act that is over when it is written down: a person did it already. Intent, moves, end and audit are one commit,
 * so that a power cut leaves all of it or none. Answered from the record where it was asked for before.
 */
export function actOnce(
  store: Store,
  asked: CustodyActAsked,
  busy: () => boolean,
  expected: () => number,
  /** Moves, loads and audit; answers what stays on record as the act's end. */
  write: (expected: number) => string | null,
): Result<CustodyAct & { readonly expected: number }, ActRefusal> {
  const before = askedBefore(store, asked);
  if (!before.ok) return before;
  if (!before.value && busy()) return err({ kind: 'busy' });
  const done =
    before.value ??
    store.transaction(() => {
      const count = expected();
      store.custodyActs.begin(asked, count);
      store.custodyActs.end(asked.act, write(count));
      return store.custodyActs.find(asked.act);
    });
  if (done?.expected === null || done?.expected === undefined)
    throw new Error(`act ${asked.act} has no count`);
  return ok({ ...done, expected: done.expected });
}
