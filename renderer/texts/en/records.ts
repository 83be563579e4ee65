import type { Catalogue } from '../catalogue.ts';
import { choose } from './questions.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const records: Catalogue['records'] = {
  title: (type, year) => `${type}, ${year}`,
  category: { insurance: 'My insurance', payments: 'My payments' },
  types: {
    pension: 'Pension',
    medical: 'Medical',
    unemployment: 'Unemployment',
    injury: 'Work injury',
    maternity: 'Maternity',
    ...choose.options['insurance-type'],
  },
  lead: 'Only for you. It is erased when you leave.',
  facts: {
    status: 'Insurance',
    place: 'Insured in',
    'insured-since': 'Insured since',
    employer: 'Employer',
    'months-in-year': 'Paid this year',
    'months-in-all': 'Paid in all',
    'paid-in-year': 'Your share this year',
  },
  statuses: { insured: 'Insured', paused: 'Paused', 'not-insured': 'Not insured' },
  months: (months) => `${months} months`,
  month: 'Month',
  monthName: (month) => MONTHS[month - 1] ?? `${month}`,
  base: 'Base',
  personal: 'You paid',
  employer: 'Employer paid',
  paid: 'Paid?',
  isPaid: 'Paid',
  notPaid: 'Not paid',
  total: 'In all',
  unit: 'Amounts in yuan',
  nothing: 'There is no record for this year.',
  nothingNow: 'Touch Back to choose another year. If it seems wrong, please call.',
  print: 'Print',
  papers: {
    'not-possible': null,
    offered: null,
    printing: 'Printing. Take the paper from the slot.',
    printed: 'Printed. Take the paper; do not leave it here.',
    failed: 'It did not print. Take a photo of this page, or ask a counter to print it.',
  },
  finish: 'I have seen it',
};
