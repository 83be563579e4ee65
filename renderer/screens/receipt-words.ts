import type { ViewOf } from '../../src/contracts/view.ts';
import type { Catalogue } from '../texts/catalogue.ts';
import type { ReceiptWords } from '../texts/receipt-words.ts';

/** The words of a receipt: the service's own where it has them, and never a sentence that its parts, money or reason belie. */
export function receiptWords(words: Catalogue['receipt'], view: ViewOf<'receipt'>): ReceiptWords {
  if (view.parts.includes('loss-undone') && view.state === 'done-here') return words.undone;
  const own = view.service === null ? undefined : words.ofService[view.service]?.[view.state];
  const said = own ?? words.states[view.state];
  const moved = view.money !== null && view.money.state !== 'not-taken';
  const unpaid = view.refusal === 'payment-cancelled' || view.refusal === 'payment-expired';
  const ended = view.state === 'refused' || view.state === 'nothing-happened';
  return (moved || unpaid) && ended ? { ...said, meaning: words.moneyMoved } : said;
}
