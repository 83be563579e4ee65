import type { Catalogue } from '../catalogue.ts';

export const contactData: Catalogue['contactData'] = {
  title: 'What would you like to change?',
  lead: 'Touch Change beside it. Then submit.',
  changed: 'Changed',
  nothingChanged: 'Nothing changed yet',
  empty: 'Not on record',
  submit: 'Submit the change',
  picture: 'Telephone, work and home',
};
