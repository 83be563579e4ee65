import type { Catalogue } from '../catalogue.ts';

export const cardView: Catalogue['cardView'] = {
  title: 'This is the card you put in',
  titleCode: 'This is your electronic card',
  lead: 'What is written on the card.',
  leadState: 'How the card stands now.',
  generation: 'Kind of card',
  generations: { 2: 'Second generation', 3: 'Third generation' },
  cardNumber: 'Card number',
  name: 'Name',
  region: 'Issued in',
  issuedOn: 'Issued on',
  expiresOn: 'Valid until',
  socialSecurity: 'Social security',
  financial: 'Banking',
  socialSecurityStates: {
    'in-production': 'Being made',
    'awaiting-collection': 'Ready, to be collected',
    normal: 'In order, can be used',
    'temporarily-lost': 'Reported lost for a time, blocked',
    'formally-lost': 'Reported lost, blocked',
    suspended: 'Suspended, cannot be used',
    expired: 'Expired, cannot be used',
    recalled: 'Not collected in time, called back',
    cancelled: 'Cancelled, cannot be used',
  },
  financialStates: {
    locked: 'Not activated yet',
    active: 'In order, can be used',
    'pin-locked': 'Password locked today, open again tomorrow',
    closed: 'Account closed',
  },
  showState: 'Can it be used?',
  showStateWhy: 'To see that, we check your ID card and your face first.',
  next: 'What you can do next',
  finish: 'I have seen it',
};

export const scan: Catalogue['scan'] = {
  of: {
    'electronic-card': {
      title: 'Hold the code on your phone to the camera',
      lead: 'Open the electronic card, keep its code in the frame, and hold still.',
      looking: 'No code yet. Come closer; make the phone brighter',
      problems: {
        expired: 'This code is too old. Refresh it on the phone and show it again.',
        unknown: 'This is no electronic card. Open the electronic card and show it again.',
        'camera-down': 'The camera does not work. Use the card, or go to a counter.',
      },
      frame: 'Keep the code on the phone in the frame',
    },
    receipt: {
      title: 'Hold the code on the receipt to the camera',
      lead: 'Flatten the paper, keep the code at its foot in the frame, and hold still.',
      looking: 'No code yet. Come closer; keep the paper flat',
      problems: {
        expired: 'This code is too old. Please scan it again.',
        unknown: 'This is no code of a receipt. Please scan again.',
        'camera-down': 'The camera does not work. Please call and give the reference.',
      },
      frame: 'Keep the code on the receipt in the frame',
    },
  },
  starting: 'Opening the camera',
  notStored: 'No picture is kept.',
};
