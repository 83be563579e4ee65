import type { ServiceId } from '../../src/contracts/service.ts';
import type { FictitiousResident } from '../../src/fictitious-residents/resident.ts';

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
  /** The operation a receipt of this visit stands for. */
  readonly main: string;
  /** What its card costs, where one is made (REPL-3, EXCH-2). */
  readonly cardCosts: boolean;
}

const visit = (
  name: VisitName,
  service: ServiceId,
  main: string,
  residents: readonly string[],
  wants: readonly string[] = [],
): Visit => ({ name, service, main, residents, wants, cardCosts: ['replace', 'exchange'].includes(name) });

const ALL: readonly Visit[] = [
  visit(
    'apply-to-outlet',
    'apply',
    'application.submit',
    ['apply-plain-1', 'apply-plain-2', 'apply-plain-3', 'apply-long-term-id', 'apply-photo-on-file'],
    ['outlet'],
  ),
  visit('apply-now', 'apply', 'application.submit', ['apply-instant', 'apply-photo-on-file'], ['now']),
  visit('activate', 'activate', 'card.activate', ['activate-3.0', 'activate-2.0', 'activate-3.0-second']),
  visit(
    'temporary-loss',
    'loss',
    'loss.report',
    ['loss-active', 'activate-already-active'],
    ['temporary', 'long-term'],
  ),
  visit('formal-loss', 'loss', 'loss.report', ['loss-active', 'exchange-damaged', 'loss-locked'], ['formal']),
  visit('undo-loss', 'loss', 'loss.undo', ['loss-temporary', 'loss-long-term'], ['undo']),
  visit('replace', 'replace', 'card.request', ['loss-active', 'loss-formal', 'loss-hardship'], ['same']),
  visit('swap', 'swap', 'card.request', ['swap-2.0', 'swap-2.0-locked'], ['same']),
  visit('exchange', 'exchange', 'card.request', ['exchange-damaged'], ['face-damaged', 'new']),
  visit('certify', 'certify', 'certification.submit', ['benefits-receiver']),
  visit('contact-data', 'contact-data', 'contact.change', ['contact-known']),
];

export function visitNamed(name: VisitName): Visit {
  const found = ALL.find((one) => one.name === name);
  if (!found) throw new Error(`no visit ${name}`);
  return found;
}

/** Fen, of the default pack. */
const LOSS_FEN = 1_000;
const CARD_FEN = 1_500;

/** What each delivered part of a visit costs this person (LOSS-4, REPL-3, EXCH-2). */
export function feesOf({ cardCosts }: Visit, { card, file }: FictitiousResident) {
  const activated = card?.financial === 'active';
  return {
    loss: activated ? LOSS_FEN : 0,
    card: cardCosts && activated && !file.hardship ? CARD_FEN : 0,
  };
}
