import type { Catalogue } from '../catalogue.ts';

export const pay: Catalogue['pay'] = {
  title: 'Pay with your phone',
  lead: 'Open a payment app, touch Scan, and point the phone at this code.',
  askingTitle: 'Asking about the payment',
  askingLead: 'One moment. Please do not pay again.',
  askingSafe: 'You never pay twice. If nothing is done, the money goes back.',
  askingPicture: 'Asking what became of the payment',
  items: { loss: 'Loss report', card: 'New card' },
  amount: 'In all',
  yuan: (amount) => `${amount} yuan`,
  qrLabel: 'The code to pay',
  picture: 'Point the phone at the code on the screen',
  left: (time) => `Please pay within ${time}`,
  over: 'Time is up; asking about the payment',
  after: 'Then wait: the screen goes on by itself.',
  noPhone: 'No such phone? Cancel, and go to a counter.',
  cancel: 'Cancel, do not pay',
};
