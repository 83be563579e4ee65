import type { Catalogue } from '../catalogue.ts';

export const receipt: Catalogue['receipt'] = {
  states: {
    'done-here': { title: 'Done', meaning: 'It holds from now on.', next: ['Please take your cards.'] },
    'accepted-not-yet-sent': {
      title: 'Accepted here, not yet sent',
      meaning:
        'There is no network, so the office does not have it yet. It is sent by itself when the network is back; you need not come again.',
      next: ['Keep the reference.', 'You can call in a day to ask if it was sent.'],
    },
    'sent-waiting-for-office': {
      title: 'Sent, waiting for the office',
      meaning: 'The office has it and is working on it.',
      next: ['Keep the reference to ask about progress.'],
    },
    refused: {
      title: 'Not done',
      meaning: 'The office did not agree. Your card and money have not changed.',
      next: ['See the reason below.', 'You can call, or ask at a counter.'],
    },
    'unknown-asking': {
      title: 'We do not know yet and are asking',
      meaning:
        'The network broke before the bank answered. The machine keeps asking. Nothing is done or charged twice.',
      next: ['Do not start again now.', 'Keep the reference; the hotline can tell you the result.'],
    },
    'nothing-happened': {
      title: 'Nothing was done',
      meaning: 'Your card and money have not changed. Nothing you entered was kept.',
      next: ['You can start again any time.'],
    },
    'go-to-counter': {
      title: 'Please go on at a counter',
      meaning: 'It could not be finished here. Your card has not changed.',
      next: [
        'Bring your original ID card and the slip to the counter.',
        'What you entered here is not on the slip; please tell the counter again.',
      ],
    },
  },
  ofService: {
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
        title: 'Application accepted',
        meaning: 'The office has registered your application.',
        next: ['When the card is ready, collect it with your ID card.'],
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
  },
  papers: {
    printing: 'The receipt is being printed. Take it below.',
    printed: 'The receipt is printed. Take it below.',
    'no-paper': 'No paper left, so no receipt. Take a photo of this page.',
    'printer-down': 'The printer is down, so no receipt. Take a photo of this page.',
  },
  reference: 'Reference',
  applicationNumber: 'Application',
  readyBy: 'Ready by',
  collectWithin: 'Collect within',
  collectWithinDays: (days) => `${days} days once it is ready`,
  place: 'Collect at',
  counter: 'A counter to go to',
  why: 'Reason',
  whatNext: 'What next',
  callUs: 'Questions? Call',
  paperPicture: 'The receipt comes out of the slot below the screen',
  qr: 'Scan to keep the reference',
  qrLabel: 'The reference as a code',
  mobileUnconfirmed: 'Your mobile number is not checked yet; the office will check it with you.',
  printAgain: 'Print once more',
  finish: 'I understand',
};

export const ends: Catalogue['ends'] = {
  checkTitle: 'Check your answers, then submit',
  checkTitleMore: 'Please see all, then submit',
  checkSubmit: 'Submit',
  checkLeave: 'Not now',
  checkNext: 'See the next page',
  checkQueued: 'There is no network. It is kept here and sent by itself when the network is back.',
  checkThen: {
    apply: 'It goes to the office once submitted.',
    other: 'It is done at once. Please stay here.',
  },
  working: {
    'asking-authority': 'Asking the office',
    'checking-pin': 'The bank is checking the password',
    submitting: 'Submitting',
    activating: 'Activating. Leave the card in',
    printing: 'Printing the receipt',
    'sending-code': 'Sending the message',
  },
  workingLead: (seconds) => `About ${seconds} ${seconds === 1 ? 'second' : 'seconds'}. Please stay here.`,
  workingLong: 'Slower than usual, still working. Please wait a little longer.',
  takeTitle: 'Please take your card',
  takeLead: {
    'id-card': 'Your ID card is on the reader.',
    'social-card': 'Your social security card is in the slot. Pull it out gently.',
  },
  takePicture: 'Take your card from the reader',
  endedTitle: {
    goodbye: 'All done. Goodbye',
    'timed-out': 'Time was up. You have left',
    cancelled: 'You have left',
  },
  endedLead: {
    goodbye: 'Thank you. Please take your things.',
    'timed-out': 'What you entered is erased. Nothing stays in the machine.',
    cancelled: 'What you entered is erased. Nothing stays in the machine.',
  },
  endedCheck: 'Remember your ID card, your social security card and the receipt.',
};
