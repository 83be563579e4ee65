import type { Chance } from '../chance.ts';
import type { Blow, Mark } from '../plan.ts';

const SECOND_MS = 1_000;
const LONGEST_OFF_MS = 8 * 3_600_000;

/** Where the power fails: everything that lies between two writes, two acts or two messages. */
const WHERE: Readonly<Record<Mark, number>> = {
  commit: 18,
  'disk-act': 22,
  'device-call': 20,
  request: 14,
  view: 8,
  'crash-point': 18,
  'act-done': 14,
  answer: 14,
};
/** Another cut in the same session; half of those while the kiosk still settles the first. */
const AGAIN = 0.15;
const WHILE_SETTLING = 0.5;
/** What a kiosk comes by between its start and its first free screen. */
const SETTLING = 30;

/** Seconds as likely as hours. */
const offMs = (chance: Chance): number =>
  Math.round(SECOND_MS * (LONGEST_OFF_MS / SECOND_MS) ** chance.fraction());

/** One cut, and now and then a second or third. `place` draws where in the session a mark is. */
export function powerCuts(chance: Chance, place: (mark: Mark) => number): readonly Blow[] {
  const on = chance.weighted(WHERE);
  const cuts: Blow[] = [{ on, after: place(on), what: { kind: 'power', offMs: offMs(chance) } }];
  while (chance.happens(AGAIN)) {
    const last = cuts[cuts.length - 1];
    const settling = last && last.on !== 'view' && chance.happens(WHILE_SETTLING);
    const next = settling ? last.on : chance.weighted(WHERE);
    const after = settling ? last.after + chance.between(1, SETTLING) : place(next);
    cuts.push({ on: next, after, what: { kind: 'power', offMs: offMs(chance) } });
  }
  return cuts;
}
