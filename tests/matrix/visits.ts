import type { ServiceId } from '../../src/contracts/service.ts';

/** Somebody who comes for one thing and knows the answers. */
export interface Visit {
  /** What the cell is called after. */
  readonly name: string;
  readonly service: ServiceId;
  /** A fictitious resident. */
  readonly resident: string;
  /** Answers to `choose` screens, wherever they are offered; anything else takes the first option. */
  readonly wants: readonly string[];
  /** Stands for all in what goes wrong between the tile and the face: the way in is the same for every service. */
  readonly standsForTheWayIn: boolean;
  /** How the willing visit ends. */
  readonly endsWell: string;
}

const visit = (
  name: string,
  service: ServiceId,
  resident: string,
  endsWell: string,
  wants: readonly string[] = [],
): Visit => ({
  name,
  service,
  resident,
  wants,
  endsWell,
  standsForTheWayIn: ['certify', 'replace', 'read-card'].includes(name),
});

/** Services that show things and change nothing. */
export const LOOKING: readonly Visit[] = [
  visit('records', 'records', 'contact-known', 'ended goodbye', ['payments', 'pension']),
  visit('progress', 'progress', 'progress-ready', 'ended goodbye'),
  visit('read-card', 'read-card', 'loss-active', 'ended goodbye', ['card']),
  visit('electronic-card', 'electronic-card', 'loss-active', 'ended goodbye'),
  visit('outlets', 'outlets', 'loss-active', 'ended goodbye'),
  visit('help', 'help', 'loss-active', 'receipt go-to-counter'),
];

/** One act at the authority, through the queue or at once. */
export const SINGLE_ACTS: readonly Visit[] = [
  visit('apply', 'apply', 'apply-plain-1', 'receipt sent-waiting-for-office', ['outlet']),
  visit('activate', 'activate', 'activate-3.0', 'receipt done-here'),
  visit('temporary-loss', 'loss', 'loss-active', 'receipt done-here', ['temporary', 'long-term']),
  visit('undo-loss', 'loss', 'loss-temporary', 'receipt done-here', ['undo']),
  visit('certify', 'certify', 'benefits-receiver', 'receipt done-here'),
  visit('contact-data', 'contact-data', 'contact-known', 'receipt done-here'),
];

/** Money, machines and the authority in one request (settlement.md). */
export const REQUESTS: readonly Visit[] = [
  visit('formal-loss', 'loss', 'loss-active', 'receipt done-here', ['formal']),
  visit('replace', 'replace', 'loss-active', 'receipt done-here', ['same']),
  visit('swap', 'swap', 'swap-2.0', 'receipt done-here', ['same']),
  visit('exchange', 'exchange', 'exchange-damaged', 'receipt done-here', ['face-damaged', 'new']),
  visit('apply-now', 'apply', 'apply-instant', 'receipt done-here', ['now']),
];
