import type { Catalogue } from '../catalogue.ts';
import { cardReceipts } from './card-receipts.ts';
import { receiptMoney, receiptParts } from './receipt-parts.ts';

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
    'partly-done': {
      title: 'Partly done',
      meaning: 'Some of it is done and some is not. Each thing is named below.',
      next: ['Please read each line below.', 'Questions? Call and give the reference.'],
    },
    'unknown-asking': {
      title: 'We do not know yet and are asking',
      meaning:
        'The network broke before an answer came. The machine keeps asking. Nothing is done or charged twice.',
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
    ...cardReceipts,
    certify: {
      'done-here': {
        title: 'You are certified',
        meaning: 'This year’s certification is done. You need not come again.',
        next: ['Next time, come before it ends.'],
      },
      'accepted-not-yet-sent': {
        title: 'Certification accepted here, not yet sent',
        meaning:
          'There is no network, so the office does not have it yet. It is sent by itself when the network is back; you need not come again.',
        next: ['Keep the reference.', 'You can call in a day to ask if it was sent.'],
      },
    },
    'contact-data': {
      'done-here': {
        title: 'It is changed',
        meaning: 'The office has your new details.',
        next: ['Messages now go to the new mobile number.'],
      },
    },
  },
  undone: {
    title: 'The card can be used again',
    meaning: 'From now on, for social security and for banking.',
    next: ['Please take your card.'],
  },
  moneyMoved: 'We stopped here. What became of card and money stands below.',
  notBlocked: 'The card is NOT blocked yet',
  callNow: 'To block it now, call',
  parts: receiptParts,
  money: receiptMoney,
  validUntil: 'Valid until',
  lostUntil: 'Blocked until',
  nextServices: 'What you can do next',
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
  qr: 'Scan to check it',
  qrLabel: 'The code of this receipt',
  mobileUnconfirmed: 'Your mobile number is not checked yet; the office will check it with you.',
  printAgain: 'Print once more',
  finish: 'I understand',
};
