import type { ActStage } from '../keyed-act.ts';
import type { CardState, RequestState } from '../request-state.ts';
import { isDone, isPending, standsAt } from '../request-state.ts';

/**
 * Everything of a state that any rule of the reader or any step of settling can tell apart, as one word. Journals with
 * the same word are the same prefix: which refusal it was, or how an earlier blank failed, decides nothing. A test
 * reads and settles journals of one word side by side to show that it is so.
 */
export function viewOf(state: RequestState, stageWord = wordOf): string {
  const { service, charged, items, pay, cancel, refund, loss, submit, issue, cards, oldCard } = state;
  const end = pay?.end;
  return [
    service,
    charged,
    items.map(({ what, fen }) => `${what}${fen}`),
    pay && (end ? (end.result === 'paid' ? end.paidFen : end.result) : 'asked'),
    stageWord(cancel),
    stageWord(refund),
    state.refundFen,
    wordOf(loss),
    wordOf(submit),
    issue,
    cards.length,
    cardWord(cards.at(-1)),
    oldCard,
    stageWord(state.switched),
    stageWord(state.delivery),
    state.delivered,
  ].join(' ');
}

/** How far an act is, as far as anything hangs on it. */
const wordOf = (act: ActStage): string =>
  act.stage === 'not-begun' ? '-' : isPending(act) ? '?' : isDone(act) ? 'done' : 'not';

function cardWord(card: CardState | undefined): string {
  if (card === undefined) return '';
  const { taken, written, bind, present, presentCode, bin } = card;
  const moved = bin && [bin.end, bin.tries, bin.from, bin.code === 'bin-full', bin.code === 'none'].join();
  return [taken, standsAt(card), written, wordOf(bind), present, presentCode, moved].join();
}
