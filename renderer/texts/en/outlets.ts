import type { Catalogue } from '../catalogue.ts';

export const outlets: Catalogue['outlets'] = {
  title: 'Where can I go?',
  lead: 'Choose a kind, then a region.',
  kinds: { agency: 'Counters', 'instant-issue': 'Card while you wait', hospital: 'Hospitals' },
  all: 'All regions',
  region: 'Region',
  otherRegion: 'Another region',
  regionTitle: 'Choose a region',
  newCard: 'New cards',
  replacement: 'Replacements',
  adultsOnly: 'Adults with an ID card only',
  asOf: (when) => `List of ${when}. `,
  partial: 'It may not name them all; call before you go.',
  phone: (phone) => `Telephone ${phone}`,
  noPhone: 'No telephone on record',
  none: 'There is none of this kind here. Choose another kind or region.',
  print: 'Print',
  papers: {
    'not-possible': null,
    offered: null,
    printing: 'Printing. Take the paper from the slot.',
    printed: 'Printed. Please take the paper.',
    failed: 'It did not print. Take a photo of this page.',
  },
  finish: 'I have seen it',
};
