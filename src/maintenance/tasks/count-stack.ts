import type { CustodyDesk } from '../../ports/maintenance/custody-desk.ts';
import { type Guide, type TaskScript, taskDone } from '../guide.ts';
import { booked, twoCounts } from './two-counts.ts';

/** Why something holds another number of cards than the ledger says; only what fits the difference is offered. */
export const LEDGER_EXPLANATIONS = [
  'card-missing',
  'card-too-many',
  'reason-unknown',
  'count-again',
] as const;
type LedgerExplanation = (typeof LEDGER_EXPLANATIONS)[number];

const LOOK_SECONDS = 1;

/**
 * A count held against the ledger: null where they agree. `count-again` never leaves here as an explanation. Facts of
 * `explain-difference`: `ledger`, `counted`.
 */
export async function explainedCount(
  guide: Guide<'count-stack' | 'empty-retain-bin' | 'empty-reject-bin'>,
  ledger: number,
): Promise<{ readonly counted: number; readonly explained: string | null }> {
  for (;;) {
    const counted = await twoCounts(guide);
    if (counted === ledger) return { counted, explained: null };
    const fits: LedgerExplanation = counted < ledger ? 'card-missing' : 'card-too-many';
    const words = [fits, 'reason-unknown', 'count-again'] as const;
    const explained = await guide.choose('explain-difference', words, { ledger, counted });
    if (explained !== 'count-again') return { counted, explained };
  }
}

/**
 * count-stack (INV-3). `take-out`: the whole stack; when that is done the task must be finished. Two counts as for
 * load-cards, held against the ledger: `explain-difference` (facts `ledger`, `counted`). `put-back` (fact `counted`).
 * `book`: running. `not-booked` (fact `code`). `ledger-changed`: all of it once more. End: `counted`, `before`.
 */
export const countStack =
  (desk: CustodyDesk): TaskScript<'count-stack'> =>
  async (guide) => {
    for (;;) {
      await guide.do('take-out');
      guide.mustFinish();
      const ledger = await guide.look('count-first', LOOK_SECONDS, async () => desk.stock());
      const { counted, explained } = await explainedCount(guide, ledger);
      await guide.do('put-back', { counted });
      const { technician, second } = guide;
      const answer = await booked(guide, ({ act }) =>
        desk.countStack({ act, technician, second, explained }, ledger, counted),
      );
      if (answer !== 'ledger-changed') return taskDone({ counted, before: answer.before });
      await guide.do('ledger-changed');
    }
  };
