import type { Trouble } from '../../../src/contracts/trouble.ts';
import type { Said } from '../said.ts';

/** Troubles of what makes, takes in and prints, and of payment. */
export const machineTroubles = {
  'card-acceptor-down': {
    title: 'The card slot is down',
    what: 'It is the machine. Nothing is wrong with your card.',
    now: ['Use another machine, or a counter.', 'If your card is inside, do not pull it; call for help.'],
  },
  'card-issuer-down': {
    title: 'The card maker is down',
    what: 'It is the machine. No card can be made here now.',
    now: ['You can collect a new card at a place.', 'In a hurry, go where cards are made while you wait.'],
  },
  'card-stuck': {
    title: 'The card is stuck in the machine',
    what: 'Sorry, it is the machine. The card is safe; nobody else can take it.',
    now: ['Please do not pull it.', 'Call one of the numbers; a technician takes your card out.'],
  },
  'no-stock': {
    title: 'No blank cards are left',
    what: 'This machine cannot make a card now.',
    now: ['You can collect a new card at a place.', 'In a hurry, use another machine or a counter.'],
  },
  'retain-bin-full': {
    title: 'The bin for old cards is full',
    what: 'There is no room for your old card, so it cannot be swapped now.',
    now: ['Use another machine, or a counter.', 'Or come back when the bin has been emptied.'],
  },
  'document-printer-down': {
    title: 'The document printer is down',
    what: 'It cannot print now. What you saw has not changed.',
    now: ['You can take a photo of the screen.', 'If you need paper, ask at a counter.'],
  },
  'code-scanner-down': {
    title: 'The code scanner is down',
    what: 'The code on your phone cannot be read now.',
    now: ['Use your social security card.', 'Without the card, go to a counter.'],
  },
  'payment-not-possible': {
    title: 'Payment is not possible now',
    what: 'The payment system does not answer. No money was taken.',
    now: ['Try again a little later.', 'In a hurry, go to a counter.'],
  },
} satisfies Partial<Record<Trouble, Said>>;
