import { archetypesOf } from './archetype.ts';

/** Who has lost a card, needs another, certifies or changes data. */
export const CARD_IN_USE = archetypesOf([
  ['temporary loss', 'loss', 'loss-active', 2, 'receipt done-here', ['temporary', 'days']],
  ['long-term loss', 'loss', 'loss-active', 1, 'receipt done-here', ['temporary', 'long-term']],
  ['found again', 'loss', 'loss-temporary', 2, 'receipt done-here', ['undo']],
  ['formal loss', 'loss', 'loss-active', 2.5, 'receipt done-here', ['formal']],
  ['formal loss of a locked card', 'loss', 'loss-locked', 0.8, 'receipt done-here', ['formal']],
  ['formal loss after a temporary one', 'loss', 'loss-long-term', 0.8, 'receipt done-here', ['formal']],
  ['replacement', 'replace', 'loss-active', 2.5, 'receipt done-here', ['same']],
  ['replacement with a new account', 'replace', 'loss-active', 1, 'receipt done-here', ['new']],
  ['replacement of a formally lost card', 'replace', 'loss-formal', 1.5, 'receipt done-here', ['same']],
  ['replacement in hardship', 'replace', 'loss-hardship', 0.6, 'receipt done-here', ['same']],
  ['replacement of a locked card', 'replace', 'loss-formal-locked', 0.5, 'receipt done-here', ['same']],
  ['fourth replacement', 'replace', 'replace-fourth', 0.4, 'receipt done-here', ['same']],
  ['replacement of who receives benefits', 'replace', 'replace-benefits', 0.6, 'receipt done-here', ['new']],
  ['swap', 'swap', 'swap-2.0', 2, 'receipt done-here', ['same']],
  ['swap with a new account', 'swap', 'swap-2.0', 0.6, 'receipt done-here', ['new']],
  ['swap of a locked card', 'swap', 'swap-2.0-locked', 0.5, 'receipt done-here', ['same']],
  [
    'exchange of a damaged card',
    'exchange',
    'exchange-damaged',
    1,
    'receipt done-here',
    ['face-damaged', 'new'],
  ],
  ['exchange of an expired card', 'exchange', 'exchange-expired', 0.7, 'refusal counter-only', ['expiry']],
  ['certification', 'certify', 'benefits-receiver', 7, 'receipt done-here'],
  ['certification without a benefit', 'certify', 'loss-locked', 0.7, 'receipt refused'],
  ['contact data', 'contact-data', 'contact-known', 6, 'receipt done-here'],
]);
