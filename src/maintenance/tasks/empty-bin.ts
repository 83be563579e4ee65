import type { CustodyDesk, DeskBin } from '../../ports/maintenance/custody-desk.ts';
import { type Guide, type TaskEnd, type TaskScript, taskDone } from '../guide.ts';
import { explainedCount } from './count-stack.ts';
import { booked } from './two-counts.ts';

type Emptying = Guide<'empty-retain-bin' | 'empty-reject-bin'>;

const LOOK_SECONDS = 1;
const LONGEST_BAG_NUMBER = 20;
/** As it is printed on a bag: letters, digits, hyphens. */
const BAG_NUMBER = /^[A-Z0-9][A-Z0-9-]{2,18}[A-Z0-9]$/;

/**
 * empty-retain-bin, empty-reject-bin (INV-3, INV-5). `open-bin`: hands; when that is done the task must be finished.
 * `list-cards`: each card the ledger has in there, to be checked against those in the hand. Two counts, and
 * `explain-difference` (facts `ledger`, `counted`) as for count-stack. `bag-number`: 4 to 20 letters, digits, hyphens.
 * `seal-bag` (facts `counted`, `bag`): hands. `book`: running. `not-booked` (fact `code`). `ledger-changed`: the list once
 * more. End: `counted`, `ledger`, `bag` (`''` where the bin was empty).
 */
const emptyBin =
  (desk: CustodyDesk, bin: DeskBin) =>
  async (guide: Emptying): Promise<TaskEnd> => {
    await guide.do('open-bin');
    guide.mustFinish();
    for (;;) {
      // Lines of the ledger say nothing about a person: these alone are kept.
      const cards = await guide.look('list-cards', LOOK_SECONDS, async () =>
        desk.cardsIn(bin).map(({ card }) => card),
      );
      const ledger = cards.length;
      if (ledger > 0) await guide.cards('list-cards', () => desk.cardsIn(bin));
      const { counted, explained } = await explainedCount(guide, ledger);
      const bag = counted === 0 ? null : await bagged(guide, counted);
      const { technician, second } = guide;
      const answer = await booked(guide, ({ act }) =>
        desk.emptyBin({ act, technician, second, explained }, bin, { cards, counted, bag }),
      );
      if (answer !== 'ledger-changed') return taskDone({ counted, ledger, bag: bag ?? '' });
      await guide.do('ledger-changed');
    }
  };

async function bagged(guide: Emptying, counted: number): Promise<string> {
  const typed = await guide.enter('bag-number', 'bag-number', {
    longest: LONGEST_BAG_NUMBER,
    right: (text) => BAG_NUMBER.test(text.toUpperCase()),
  });
  const bag = typed.toUpperCase();
  await guide.do('seal-bag', { counted, bag });
  return bag;
}

/** Residents' own cards, in the acceptor. */
export const emptyRetainBin = (desk: CustodyDesk): TaskScript<'empty-retain-bin'> =>
  emptyBin(desk, 'acceptor');

/** Rejected blanks and new cards that nobody took, in the issuer. */
export const emptyRejectBin = (desk: CustodyDesk): TaskScript<'empty-reject-bin'> => emptyBin(desk, 'issuer');
