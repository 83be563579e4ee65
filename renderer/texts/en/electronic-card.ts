import type { Catalogue } from '../catalogue.ts';

export const electronicCard: Catalogue['electronicCard'] = {
  title: 'You get the electronic card on your phone',
  lead: 'Scan a code, or look for one of these names on your phone.',
  call: 'Telephone',
  scan: 'Show the code on my phone',
  scanLine: 'With it you can look at your own card',
  qrLabel: (name) => `Code of ${name}`,
  finish: 'I have seen it',
  picture: 'The electronic card on a phone',
};
