import type { Catalogue } from '../catalogue.ts';

export const choose: Catalogue['choose'] = {
  asked: {
    'what-about-the-lost-card': {
      title: 'Your card is lost. What shall we do?',
      lead: 'If you may still find it, block it for a time first.',
    },
    'loss-term': { title: 'Block it for how long?', lead: 'When you find it, the report can be undone.' },
    'account-number': {
      title: 'Which bank account for the new card?',
      lead: 'Your money stays where it is.',
    },
    'exchange-reason': { title: 'Why do you want another card?', lead: 'Choose what is nearest.' },
    'record-category': { title: 'What would you like to see?', lead: 'Only for you. Nothing stays here.' },
    'insurance-type': { title: 'Which insurance?', lead: 'One at a time.' },
    'record-year': { title: 'Which year?', lead: 'One at a time.' },
    'how-to-get-it': { title: 'How would you like to get the card?', lead: 'It is the same card.' },
    'card-or-code': { title: 'What do you have with you?', lead: 'One of them is enough.' },
    'id-card-or-receipt': { title: 'How would you like to ask?', lead: 'One of them is enough.' },
  },
  options: {
    'what-about-the-lost-card': {
      temporary: 'Block it for a time',
      days: 'Block it for some days',
      'long-term': 'Block it until I undo it',
      formal: 'Report it lost for good',
      replace: 'Report it lost and get a new card',
      undo: 'I found it: unblock it',
    },
    'loss-term': { days: 'For some days', 'long-term': 'Blocked until I undo it' },
    'account-number': { same: 'Keep the account number', new: 'A new account number' },
    'exchange-reason': {
      expiry: 'The card has expired',
      'face-damaged': 'Damaged, hard to read',
      'chip-unreadable': 'The chip does not work',
      'data-changed': 'Name, number or photo changed',
      generation: 'Second to third generation',
      'own-wish': 'I would like another one',
      'printing-error': 'Something is printed wrong',
      'change-of-bank': 'I want another bank',
      other: 'Another reason',
    },
    'record-category': { insurance: 'My insurance', payments: 'My payments' },
    'insurance-type': {
      pension: 'Pension',
      medical: 'Medical',
      unemployment: 'Unemployment',
      injury: 'Work injury',
      maternity: 'Maternity',
    },
    'record-year': {},
    'how-to-get-it': { now: 'Made now, while I wait', outlet: 'Made later, collected at a place' },
    'card-or-code': { card: 'My social security card', code: 'The electronic card on my phone' },
    'id-card-or-receipt': { 'id-card': 'With my ID card', receipt: 'With the code on a receipt' },
  },
  meanings: {
    'id-card-or-receipt': {
      'id-card': 'How far your card is; we check your face',
      receipt: 'Is it genuine, and where it stands; no ID card',
    },
    'what-about-the-lost-card': {
      'long-term': 'Blocked at once; usable again when found',
      undo: 'With the card in your hand, usable at once',
      formal: 'Blocked at once, until undone or replaced',
      replace: 'The old card is void, even when found',
    },
    'account-number': {
      same: 'Whoever pays your pension need not change anything',
      new: 'Whoever pays you must be told the new number',
    },
    'record-category': {
      insurance: 'Where, and for how long',
      payments: 'What was paid each month',
    },
  },
  counter: 'Only at a counter',
  days: (days) => `Blocked for ${days} days, then open again by itself`,
  year: (year) => `${year}`,
  chosenBefore: 'You chose this before',
  fee: (yuan) => `${yuan} yuan`,
  free: 'Free',
};
