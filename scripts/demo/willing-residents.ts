import type { ServiceId } from '../../src/contracts/service.ts';

/** Who comes for each service and can have it from beginning to end. */
export const WILLING_RESIDENTS: Readonly<Record<ServiceId, string>> = {
  apply: 'apply-instant',
  activate: 'activate-3.0',
  loss: 'loss-active',
  replace: 'loss-active',
  swap: 'swap-2.0',
  exchange: 'swap-2.0',
  certify: 'benefits-receiver',
  records: 'benefits-receiver',
  progress: 'progress-ready',
  'contact-data': 'contact-known',
  'read-card': 'loss-active',
  'electronic-card': 'loss-active',
  outlets: 'apply-plain-2',
  help: 'apply-plain-2',
};
