import { ok, type Result } from '../../../src/result.ts';
import type { Store } from '../store/open-store.ts';
import { actOnce } from './act-once.ts';
import { type ActBy, type ActRefusal, type BlanksLoaded, besideAct, type Counted } from './custody-words.ts';

/** Blanks that a technician put into the stack. */
export function loadBlanks(
  store: Store,
  by: ActBy,
  counted: number,
  busy: () => boolean,
): Result<BlanksLoaded, ActRefusal> {
  const { act, technician, label } = by;
  const done = actOnce(
    store,
    { act, technician, kind: 'load', subject: 'stack', counted, found: null },
    busy,
    () => store.custody.stock(),
    (before) => {
      store.custody.load(counted, 'loaded-by-technician', act);
      store.audit.record('blanks-loaded', {
        ...besideAct(by),
        blanks: counted,
        stock: before + counted,
        ...(label === undefined ? {} : { label }),
      });
      return null;
    },
  );
  if (!done.ok) return done;
  const before = done.value.expected;
  return ok({ loaded: counted, before, after: before + counted });
}

/** Blanks without a certain place: one of them may be among those that are counted. */
const outOfSight = ({ custody }: Store): string[] =>
  [...custody.at('blank', 'unknown'), ...custody.at('blank', 'missing')].map(({ card }) => card);

/** INV-3: the stack is what a person counted; that it was not what the ledger had stays on record. */
export function countStack(
  store: Store,
  by: ActBy,
  counted: number,
  busy: () => boolean,
): Result<Counted, ActRefusal> {
  const { act, technician } = by;
  const done = actOnce(
    store,
    { act, technician, kind: 'count', subject: 'stack', counted, found: null },
    busy,
    () => store.custody.stock(),
    (expected) => {
      if (counted !== expected) store.custody.load(counted - expected, 'counted-by-technician', act);
      store.audit.record('stack-counted', { ...besideAct(by), expected, counted });
      return outOfSight(store).join(' ') || null;
    },
  );
  return done.ok ? ok({ expected: done.value.expected, counted }) : done;
}
