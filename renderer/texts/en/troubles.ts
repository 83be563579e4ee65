import type { Catalogue } from '../catalogue.ts';
import { machineTroubles } from './machine-troubles.ts';

export const troubles: Catalogue['troubles'] = {
  what: {
    ...machineTroubles,
    'id-card-unreadable': {
      title: 'Your ID card cannot be read',
      what: 'We tried several times. It may be damp, bent, or its chip broken.',
      now: ['Try another machine, or a counter.', 'If none can read it, the police office renews it.'],
    },
    'id-card-reader-down': {
      title: 'The ID card reader is down',
      what: 'It is the machine. Nothing is wrong with your ID card.',
      now: ['It is recovering; come back in a few minutes.', 'In a hurry, go to a counter.'],
    },
    'social-card-unreadable': {
      title: 'Your card cannot be read',
      what: 'We tried several times. The chip may be dirty or broken.',
      now: ['Wipe the chip with a soft cloth and try again.', 'If not, a counter can exchange the card.'],
    },
    'social-card-reader-down': {
      title: 'The card reader is down',
      what: 'It is the machine. Nothing is wrong with your card.',
      now: ['It is recovering; come back in a few minutes.', 'In a hurry, go to a counter.'],
    },
    'pin-pad-down': {
      title: 'The password pad is down',
      what: 'It is the machine. Your password has not changed and nobody saw it.',
      now: ['It is recovering; come back in a few minutes.', 'In a hurry, go to the bank.'],
    },
    'link-down': {
      title: 'There is no network',
      what: 'The office cannot be reached, so this cannot be done now.',
      now: ['Come back when the network is up.', 'In a hurry, go to a counter or call.'],
    },
    'authority-refused-to-answer': {
      title: 'The office does not answer',
      what: 'The network works, but their system is busy or being serviced.',
      now: ['Try again a little later.', 'In a hurry, go to a counter or call.'],
    },
    'camera-down': {
      title: 'The camera does not work',
      what: 'It is the machine. No picture of you was taken.',
      now: ['A counter can serve you.', 'Or use another machine.'],
    },
    internal: {
      title: 'Sorry, the machine made a mistake',
      what: 'You did nothing wrong.',
      now: ['Start again, or go to a counter.', 'Questions? Please call.'],
    },
  },
  card: {
    none: 'You did not put a social security card in. Keep your ID card.',
    'with-you': 'Your card is in your hand and has not changed.',
    'take-it-back': 'Your card is still in the slot. Take it now.',
  },
  cardStuck: 'Your card is inside. A technician takes it out for you.',
  nothingChanged: 'Nothing was done and no money moved.',
  maybeChanged: 'What was submitted goes on. Nothing is done or charged twice.',
  cardLabel: 'Your card',
  moneyLabel: 'What was done',
  now: 'You can now',
};

export const refusalScreen: Catalogue['refusalScreen'] = {
  now: 'You can',
  papers: 'Papers to bring',
  counters: 'Counters you can go to',
  instead: 'What you can do instead',
  printSlip: 'Print this',
  factNames: {
    age: 'Your age',
    turnsOn: 'Self-service from',
    validTo: 'Valid until',
    validFrom: 'Valid from',
    region: 'Issued in',
    cardNumberMasked: 'Card number',
    reference: 'Reference',
    readyBy: 'Ready at the latest',
    lostUntil: 'Blocked until',
    topic: 'At the counter',
  },
  factAge: (age) => `${age} years`,
};
