import type { Catalogue } from '../catalogue.ts';

/** Receipts of what changes a card: where a service has words of its own for a state. */
export const cardReceipts: Catalogue['receipt']['ofService'] = {
  apply: {
    'sent-waiting-for-office': {
      title: 'Your application was sent',
      meaning: 'The office has it. Next: identity check, opening the account, making the card.',
      next: [
        'When the card is ready, collect it with your ID card.',
        'Keep the reference to ask about progress.',
      ],
    },
    'done-here': {
      title: 'You have your new card',
      meaning: 'It is made. Once it is activated, banking works too.',
      next: ['Keep the card and your ID card safe.', 'If it is not active yet, activate it next.'],
    },
  },
  activate: {
    'done-here': {
      title: 'Your card is active',
      meaning: 'The new password holds from now on. Banking is switched on.',
      next: ['Please take your card.', 'Tell nobody your password.'],
    },
    'unknown-asking': {
      title: 'We do not know yet and are asking',
      meaning:
        'The network broke before the bank answered. The machine keeps asking, never does it twice, and your money is not touched.',
      next: [
        'Do not activate again now.',
        'Take your card and the reference; the hotline can tell you the result.',
      ],
    },
  },
  loss: {
    'done-here': {
      title: 'The loss is reported; the card is blocked',
      meaning: 'Nobody can use the card any more. Your money is safe.',
      next: [
        'Found it? A bank counter can undo the report, with ID card and card.',
        'If not, you can get a new card.',
      ],
    },
    'accepted-not-yet-sent': {
      title: 'Recorded here, but the card is NOT blocked yet',
      meaning:
        'There is no network. Your report is sent first when it is back; only then the card is blocked.',
      next: ['To block it now, call.', 'Keep the reference.'],
    },
    'unknown-asking': {
      title: 'We do not know yet if the card is blocked',
      meaning: 'The network broke before an answer came. The machine keeps asking and never does it twice.',
      next: ['To block it now, call.', 'Keep the reference; the hotline can tell you the result.'],
    },
  },
  replace: {
    'done-here': {
      title: 'You have your new card',
      meaning: 'The old card is void. Use the new one from now on.',
      next: ['Keep the card and your ID card safe.', 'Once it is activated, banking works too.'],
    },
    'sent-waiting-for-office': {
      title: 'Accepted; your new card is being made',
      meaning: 'The old card is void. Collect the new one with your ID card.',
      next: ['Keep the reference to ask about progress.'],
    },
  },
  swap: {
    'done-here': {
      title: 'Swapped: use the new card now',
      meaning: 'The old card is kept and cannot be used any more. Your money is safe.',
      next: ['Keep the card and your ID card safe.', 'Once it is activated, banking works too.'],
    },
    'sent-waiting-for-office': {
      title: 'Accepted; your new card is being made',
      meaning: 'Collect it with your ID card when it is ready.',
      next: ['Keep the reference to ask about progress.'],
    },
  },
  exchange: {
    'done-here': {
      title: 'Exchanged: use the new card now',
      meaning: 'You have the new card. Your money is safe.',
      next: ['Keep the card and your ID card safe.', 'Once it is activated, banking works too.'],
    },
  },
};
