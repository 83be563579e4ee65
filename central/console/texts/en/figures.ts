import type { Catalogue } from '../catalogue.ts';

export const figures: Catalogue['figures'] = {
  dispositions: {
    completed: 'Completed',
    cancelled: 'Cancelled',
    'timed-out': 'Timed out',
    refused: 'Refused',
    trouble: 'Trouble',
  },
  days: 'Days',
  by: 'Grouped by',
  groups: {
    day: 'day',
    service: 'service',
    region: 'region',
    'day-service': 'day and service',
    'day-region': 'day and region',
    'service-region': 'service and region',
    'day-service-region': 'day, service and region',
  },
  day: 'Day',
  sessions: 'Sessions',
  mean: 'Mean length (s)',
  completedShare: 'Completed',
  chart: 'How much was done each day, and how much failed?',
  empty: 'Nothing was recorded on these days.',
};
