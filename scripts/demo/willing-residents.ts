import type { ServiceId } from '../../src/contracts/service.ts';

/** Who comes for a service where nobody else is named: somebody for whom it goes well. */
export const WILLING_RESIDENTS: Readonly<Record<ServiceId, string>> = {
  apply: 'apply-plain-2',
  activate: 'activate-3.0',
  loss: 'loss-active',
  replace: 'loss-active',
  swap: 'swap-2.0',
  exchange: 'exchange-damaged',
  certify: 'loss-active',
  records: 'loss-active',
  progress: 'progress-production',
  'contact-data': 'loss-active',
  'read-card': 'activate-3.0',
  'electronic-card': 'loss-active',
  outlets: 'apply-plain-2',
  help: 'apply-plain-2',
};
