import type { Catalogue } from '../catalogue.ts';

export const closures: Catalogue['closures'] = {
  warn: 'Every kiosk stops offering the service at once, after the resident who is there. An approver has to open it again.',
  close: 'Close a service',
  service: 'Which service',
  reason: 'Why (operators and technicians see it)',
  type: (service) => `Type “${service}” to confirm`,
  closed: 'Every kiosk is told',
  open: 'Open again',
  openText: 'Every kiosk offers the service again at once.',
  opened: 'Open again',
  now: 'Closed now',
  none: 'No service is closed.',
  before: 'Closed before',
  noneBefore: 'No service was ever closed.',
  closedBy: 'Closed by',
  openedAt: 'Opened at',
  openedBy: 'Opened by',
};
