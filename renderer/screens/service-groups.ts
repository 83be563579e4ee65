import type { ServiceId } from '../../src/contracts/service.ts';

/** How people look for a service: what concerns the card, what is about themselves, what they want to know. */
export const GROUPS = ['card', 'records', 'other'] as const;
export type Group = (typeof GROUPS)[number];

const OF: Record<ServiceId, Group> = {
  apply: 'card',
  activate: 'card',
  loss: 'card',
  replace: 'card',
  swap: 'card',
  exchange: 'card',
  certify: 'records',
  records: 'records',
  progress: 'records',
  'contact-data': 'records',
  'read-card': 'records',
  'electronic-card': 'other',
  outlets: 'other',
  help: 'other',
};

/** The group a service is found in. */
export const groupOf = (service: ServiceId): Group => OF[service];
