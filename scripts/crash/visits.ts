import { dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { ServiceId } from '../../src/contracts/service.ts';
import type { FictitiousResident } from '../../src/fictitious-residents/resident.ts';
import { type DatedFee, feeOn } from '../../src/policy/fee.ts';
import { CRASH_PACK } from './crash-pack.ts';

/** What somebody may come for. */
export const VISITS = [
  'apply-to-outlet',
  'apply-now',
  'activate',
  'temporary-loss',
  'formal-loss',
  'undo-loss',
  'replace',
  'swap',
  'exchange',
  'certify',
  'contact-data',
] as const;
export type VisitName = (typeof VISITS)[number];

export interface Visit {
  readonly name: VisitName;
  readonly service: ServiceId;
  /** Fictitious residents who can have it. */
  readonly residents: readonly string[];
  /** Answers to `choose` screens, wherever they are offered; anything else takes the first option. */
  readonly wants: readonly string[];
}

const visit = (
  name: VisitName,
  service: ServiceId,
  residents: readonly string[],
  wants: readonly string[] = [],
): Visit => ({ name, service, residents, wants });

const ALL: readonly Visit[] = [
  visit(
    'apply-to-outlet',
    'apply',
    ['apply-plain-1', 'apply-plain-2', 'apply-plain-3', 'apply-long-term-id', 'apply-photo-on-file'],
    ['outlet'],
  ),
  visit('apply-now', 'apply', ['apply-instant', 'apply-photo-on-file'], ['now']),
  visit('activate', 'activate', ['activate-3.0', 'activate-2.0', 'activate-3.0-second']),
  visit('temporary-loss', 'loss', ['loss-active', 'activate-already-active'], ['temporary', 'long-term']),
  visit('formal-loss', 'loss', ['loss-active', 'exchange-damaged', 'loss-locked'], ['formal']),
  visit('undo-loss', 'loss', ['loss-temporary', 'loss-long-term'], ['undo']),
  visit('replace', 'replace', ['loss-active', 'loss-formal', 'loss-hardship'], ['same']),
  visit('swap', 'swap', ['swap-2.0', 'swap-2.0-locked'], ['same']),
  visit('exchange', 'exchange', ['exchange-damaged'], ['face-damaged', 'new']),
  visit('certify', 'certify', ['benefits-receiver']),
  visit('contact-data', 'contact-data', ['contact-known']),
];

export function visitNamed(name: VisitName): Visit {
  const found = ALL.find((one) => one.name === name);
  if (!found) throw new Error(`no visit ${name}`);
  return found;
}

/** Fen. */
const today = (fees: readonly DatedFee[]): number => feeOn(fees, dayInShanghai(Date.now())) ?? 0;

/** What each delivered part costs this person (LOSS-4, REPL-3, EXCH-2); a swap is free (SWAP-4). */
export function feesOf({ name }: Visit, { card, file }: FictitiousResident) {
  const { loss, replacement, exchange } = CRASH_PACK;
  const activated = card?.financial === 'active';
  const cardFee = name === 'exchange' ? exchange.fee : replacement.fee;
  return {
    loss: activated ? today(loss.fee) : 0,
    card: name !== 'swap' && activated && !file.hardship ? today(cardFee) : 0,
  };
}

/** The operations one of which a receipt of this service stands for. */
export const MAIN: Readonly<Partial<Record<ServiceId, readonly string[]>>> = {
  apply: ['application.submit'],
  activate: ['card.activate'],
  loss: ['loss.report', 'loss.undo'],
  replace: ['card.request'],
  swap: ['card.request'],
  exchange: ['card.request'],
  certify: ['certification.submit'],
  'contact-data': ['contact.change'],
};
