import type { Catalogue } from '../catalogue.ts';

export const enrolment: Catalogue['enrolment'] = {
  views: { open: 'Open', used: 'Used', over: 'Over' },
  mint: 'Get codes',
  mintText:
    'Each code lets one kiosk join, once. Codes are shown this one time: hand them to the technician or save the file now.',
  count: 'How many',
  name: 'Name (numbered where there are several; empty: the technician types it)',
  validDays: 'Good for days',
  minted: 'Codes made',
  codes: 'Codes',
  expires: 'Good until',
  usedBy: 'Kiosk that joined',
  mintedBy: 'Made by',
  created: 'Made at',
  empty: 'There are no such codes.',
  save: 'Save as file',
};
export const keptCards: Catalogue['keptCards'] = {
  empty: 'No card is kept inside a kiosk.',
  lasts: 'Kept for',
};
