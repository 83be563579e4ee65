import type { Refusal } from '../../../src/contracts/trouble.ts';
import type { Said } from '../said.ts';

/** Refusals about the social security card in the reader, and its PIN. */
export const cardRefusals = {
  'holder-mismatch': {
    title: 'This card is not yours',
    what: 'The name on it is not the one on your ID card. It has not changed and you get it back.',
    now: ['Come back with your own card.', 'If you found it, please give it to the staff.'],
  },
  'other-province': {
    title: 'This card was issued elsewhere',
    what: 'Cards from other places cannot be served here. It has not changed and you get it back.',
    now: ['Ask the place that issued it.', 'Not sure which? Call the hotline.'],
  },
  'card-unknown': {
    title: 'The office does not know this card',
    what: 'There is no record of it. It has not changed and you get it back.',
    now: ['Ask at a counter with your ID card and this card.'],
  },
  'card-not-normal': {
    title: 'This card is not in normal use',
    what: 'Only a normal card can be served here. It has not changed and you get it back.',
    now: ['Ask at a counter with your ID card and this card.'],
  },
  'not-yet-collected': {
    title: 'This card is not registered as collected',
    what: 'It must be registered first. The card has not changed.',
    now: ['Take your ID card and this card to the place where you got it.'],
  },
  'already-active': {
    title: 'This card is already active',
    what: 'You can use it. The password has not changed.',
    now: ['Forgot the password? Take your ID card and this card to the bank.'],
  },
  'temporarily-lost': {
    title: 'This card is reported lost for a time',
    what: 'It cannot be used now. Your money is safe.',
    now: ['Found it? A bank counter can undo the report, with ID card and card.'],
  },
  'formally-lost': {
    title: 'This card is formally reported lost',
    what: 'It cannot be used. Your money is safe.',
    now: ['Found it? A bank counter can undo the report.', 'If you have a new card, use that one.'],
  },
  suspended: {
    title: 'This card is suspended',
    what: 'The office has suspended it. Your money is safe.',
    now: ['Call or ask at a counter for the reason.'],
  },
  expired: {
    title: 'This card has expired',
    what: 'It cannot be used any more. Your money is safe.',
    now: ['Take your ID card and the old card to a counter for a new one.'],
  },
  recalled: {
    title: 'This card was called back',
    what: 'It was not collected for too long and cannot be used. Your money is safe.',
    now: ['Ask at a counter how to get a card again.'],
  },
  cancelled: {
    title: 'This card is cancelled',
    what: 'It cannot be used any more.',
    now: ['If you still need a card, go to a counter with your ID card.'],
  },
  'account-closed': {
    title: 'The bank account of this card is closed',
    what: 'So this cannot be done.',
    now: ['Ask at your bank with your ID card and this card.'],
  },
  'pin-locked': {
    title: 'The password is locked for today',
    what: 'It was wrong too often. Your money is safe and you get the card back.',
    now: ['It unlocks by itself tomorrow.', 'Forgot it? Take your ID card and card to the bank.'],
  },
  'no-bank-account': {
    title: 'This card has no bank account',
    what: 'So this cannot be done. The card has not changed.',
    now: ['Ask at a counter with your ID card and this card.'],
  },
  'not-a-social-security-card': {
    title: 'This is not a social security card',
    what: 'It may be a bank card or another card. It has not changed and you get it back.',
    now: ['Start again with your social security card.'],
  },
  'forged-card': {
    title: 'This card did not pass the check',
    what: 'Its chip cannot prove that it is genuine. You get it back.',
    now: ['Let a counter look at it, with your ID card.'],
  },
  'pin-refused': {
    title: 'The bank did not accept this password',
    what: 'The card is not active and the password has not changed. You get it back.',
    now: ['Start again with one that is hard to guess.', 'If not, go to the bank with ID card and card.'],
  },
  'pin-tries-used-up': {
    title: 'No more tries for the password',
    what: 'The card is not active and the password has not changed. You get it back.',
    now: ['Think of one that is hard to guess, and start again.', 'Or set it at a bank counter.'],
  },
} satisfies Partial<Record<Refusal, Said>>;
