import type { CustodyDesk } from '../../ports/maintenance/custody-desk.ts';
import { type Guide, type TaskScript, taskDone } from '../guide.ts';
import { booked, MOST_CARDS, twoCounts } from './two-counts.ts';

/** Why a pack holds another number than its label says. */
export const LABEL_EXPLANATIONS = ['pack-was-short', 'cards-damaged', 'label-wrong', 'count-again'] as const;

/**
 * load-cards (INV-3). `pack-label`: the number on the label. `count-first`, `count-second`: two people. `counts-differ`:
 * facts `first`, `second`. `explain-difference` (facts `label`, `counted`): LABEL_EXPLANATIONS. `put-in` (fact
 * `blanks`): `all-in`, `not-all-in`; from here on the task must be finished. `count-left` (fact `blanks`): what did not
 * fit. `book`: running. `not-booked` (fact `code`, `busy`). End: `blanks`, `before`, `after`, `left`.
 */
export const loadCards =
  (desk: CustodyDesk): TaskScript<'load-cards'> =>
  async (guide) => {
    const label = await guide.count('pack-label', MOST_CARDS);
    const { counted, explained } = await countedPack(guide, label);
    if (counted === 0) return taskDone({ blanks: 0, left: 0 });
    guide.mustFinish();
    const all = await guide.choose('put-in', ['all-in', 'not-all-in'], { blanks: counted });
    const left = all === 'all-in' ? 0 : await guide.count('count-left', counted, { blanks: counted });
    const blanks = counted - left;
    if (blanks === 0) return taskDone({ blanks: 0, left });
    const answer = await booked(guide, ({ act }) => {
      const { technician, second } = guide;
      return desk.loadBlanks({ act, technician, second, explained }, blanks, label);
    });
    // A load adds to whatever the ledger has: there is nothing to have changed.
    if (answer === 'ledger-changed') throw new Error('a load was held against the ledger');
    return taskDone({ blanks, before: answer.before, after: answer.after, left });
  };

async function countedPack(
  guide: Guide<'load-cards'>,
  label: number,
): Promise<{ readonly counted: number; readonly explained: string | null }> {
  for (;;) {
    const counted = await twoCounts(guide);
    if (counted === label) return { counted, explained: null };
    const explained = await guide.choose('explain-difference', LABEL_EXPLANATIONS, { label, counted });
    if (explained !== 'count-again') return { counted, explained };
  }
}
