import type { ServiceId } from '../contracts/service.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';

/**
 * Services that begin without an ID card: they show and change nothing of a person's own, or ask for identity
 * themselves before they do (READ-1, PROG-1).
 */
const OPEN: readonly ServiceId[] = ['progress', 'read-card', 'electronic-card', 'outlets', 'help'];

/**
 * EXCH-5: where a pack leaves every exchange to counters the kiosk guides there, and needs to know nobody. The
 * generation is a service of its own (SWAP).
 */
export const guidesOnly = (service: ServiceId, { exchange }: PolicyPack): boolean =>
  service === 'exchange' &&
  exchange.reasons.every(({ reason, where }) => where === 'counter' || reason === 'generation');

/** ID-5: everything that changes something or shows personal records needs identity and face. */
export const isOpen = (service: ServiceId, policy: PolicyPack): boolean =>
  OPEN.includes(service) || guidesOnly(service, policy);

/** How many steps of its own each service has, as the resident counts them; identity and face come before. */
export const SERVICE_STEPS: Readonly<Partial<Record<ServiceId, number>>> = {
  apply: 6,
  activate: 4,
  loss: 3,
  replace: 4,
  swap: 4,
  exchange: 4,
  certify: 1,
  records: 4,
  progress: 1,
  'contact-data': 2,
};
