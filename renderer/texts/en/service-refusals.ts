import type { Refusal } from '../../../src/contracts/trouble.ts';
import type { Said } from '../said.ts';

/** Refusals of loss reports, new cards, payments and certification. */
export const serviceRefusals = {
  'no-card': {
    title: 'There is no card in your name',
    what: 'The office has no social security card of yours, so this cannot be done. Nothing was paid.',
    now: [
      'If you never had a card, apply for one.',
      'If that seems wrong, ask at a counter with your ID card.',
    ],
  },
  'no-loss-reported': {
    title: 'Your card is not reported lost',
    what: 'So there is nothing to undo. Your card has not changed.',
    now: ['If your card is lost, choose Report a loss.'],
  },
  'already-replaced': {
    title: 'You have a new card; the old one is void',
    what: 'After a replacement the old card cannot be used again, even when it is found.',
    now: ['Please use the new card.', 'If you do not have it yet, look at its progress.'],
  },
  'formal-loss-first': {
    title: 'Report the loss first, then replace',
    what: 'The lost card must be blocked first, so that nobody uses it. Nothing was done or paid.',
    now: ['Choose Report a loss; both can be done together.'],
  },
  'not-second-generation': {
    title: 'This card is not of the second generation',
    what: 'Only second-generation cards are swapped. Yours has not changed and need not be swapped.',
    now: ['Take your card and go on using it.'],
  },
  'not-lost-card': {
    title: 'This is not the card you reported lost',
    what: 'The card in the machine is another one. It has not changed and you get it back.',
    now: ['Come back with the card that was reported lost.', 'If you cannot find it, replace it.'],
  },
  'request-pending': {
    title: 'Your last request is still being worked on',
    what: 'It must end before a new one begins. You are not charged twice.',
    now: ['You can look at its progress.', 'If it takes very long, please call.'],
  },
  'counter-only': {
    title: 'Only a counter can do this',
    what: 'This machine cannot. Nothing is wrong with your card.',
    now: ['Take your ID card and your social security card to a counter below.'],
  },
  'not-paid': {
    title: 'No payment has arrived',
    what: 'So we stopped here. Your card has not changed.',
    now: ['You can start again.', 'If your phone says paid, do not pay again; please call.'],
  },
  'payment-expired': {
    title: 'The time to pay is over',
    what: 'No payment arrived, so we stopped here. Your card has not changed.',
    now: ['Money paid too late goes back by itself.', 'You can start again.'],
  },
  'payment-cancelled': {
    title: 'The payment is cancelled',
    what: 'No money was taken and nothing was done. Your card has not changed.',
    now: ['Money you have paid goes back by itself.', 'You can start again any time.'],
  },
  'not-issued': {
    title: 'There is no new card to hand over',
    what: 'The office does not agree to a new card for you now.',
    now: ['You can look at the progress.', 'Ask at a counter with your ID card.'],
  },
  'not-entitled-to-benefits': {
    title: 'You need not certify now',
    what: 'The office finds no pension or other benefit that needs it.',
    now: ['If that seems wrong, ask at a counter with your ID card.'],
  },
  'office-says-no': {
    title: 'The office did not accept this',
    what: 'It may be the machine. You did nothing wrong. A technician will look at it.',
    now: ['Use another machine, or go to a counter.'],
  },
} satisfies Partial<Record<Refusal, Said>>;
