import type { Catalogue } from '../catalogue.ts';

const purposes = {
  application: 'First card',
  replacement: 'Replacement',
  swap: 'Swap',
  exchange: 'Exchange',
} as const;

export const progress: Catalogue['progress'] = {
  title: 'Your card is at this step',
  titleStopped: 'Your application has stopped',
  none: 'No card is being made for you',
  noneLead: 'You have it already, or did not apply yet.',
  noneNow: ['If you have no card yet, you can apply.', 'If it seems wrong, please call.'],
  purposes,
  asked: (purpose, day) => `${purpose}, asked for on ${day}`,
  number: 'Application',
  steps: {
    accepted: 'Accepted',
    'identity-check': 'Identity check',
    'account-opening': 'Bank account',
    production: 'Card is made',
    delivery: 'On its way',
    ready: 'Ready',
  },
  now: {
    accepted: 'Your application is here; your identity is checked next.',
    'identity-check': 'Your identity is being checked.',
    'account-opening': 'Your bank account is being opened.',
    production: 'Your card is being made.',
    delivery: 'Your card is made and on its way to the place.',
    ready: 'Your card is ready. Collect it with your original ID card.',
  },
  readyBy: 'Ready by',
  collectBy: 'Collect it by',
  place: 'Collect at',
  failures: {
    'network-identity-check': {
      title: 'Your identity could not be checked',
      what: 'The police records do not show the same data as yours.',
      now: ['Take your ID card and household register to a counter.'],
    },
    'name-mismatch': {
      title: 'The names differ',
      what: 'The bank knows you by another name than your ID card.',
      now: ['Let the bank correct it with your ID card, then go to a counter.'],
    },
    'rare-character': {
      title: 'Your name has a rare character',
      what: 'The computer cannot write it. It is not your fault.',
      now: ['Take your ID card to a counter; the staff will help.'],
    },
    photo: {
      title: 'The photo cannot be used',
      what: 'It is not clear enough, or not as required.',
      now: ['Have a new one taken at a counter or here.'],
    },
  },
  stopped: 'Stopped here',
  whatToDo: 'What to do',
  line: (at, of) => `Step ${at} of ${of}`,
  done: 'Done',
  nowHere: 'Now',
  finish: 'I have seen it',
};
