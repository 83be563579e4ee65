import type { ReadinessLine } from '../../contracts/maintenance/readiness-report.ts';
import type { KioskFacts } from '../kiosk-facts.ts';
import { line } from './readiness-line.ts';

type RequestFacts = Pick<KioskFacts, 'openRequests' | 'unknown' | 'cardsOutOfSight' | 'violated'>;

/** Residents' requests that have not ended, and what must always hold (INV-1…8). */
export const requestLines = ({
  openRequests: { open, oldestAt },
  unknown,
  cardsOutOfSight: cards,
  violated,
}: RequestFacts): readonly ReadinessLine[] => [
  line('open-transactions', 'well', open === 0 ? 'none' : 'some', { since: oldestAt, facts: { open } }),
  ...unknownLines(unknown),
  cards > 0
    ? line('cards-out-of-sight', 'soon', 'some', { facts: { cards }, next: 'settle-unknown' })
    : line('cards-out-of-sight', 'well', 'none', { facts: { cards } }),
  violated === null
    ? line('invariants', 'well', 'held')
    : line('invariants', 'stop', 'violated', { code: violated, next: 'call-centre' }),
];

/** With the code a technician finds the advice under (src/transaction/unknown-advice.ts). */
function unknownLines(unknown: RequestFacts['unknown']): ReadinessLine[] {
  if (unknown.length === 0) return [line('unknown-transactions', 'well', 'none')];
  return unknown.map(({ unknown: code, transactions, since }) =>
    line('unknown-transactions', 'soon', 'unknown', {
      which: code,
      code,
      since,
      facts: { transactions },
      next: code === 'issuer-silent' || code === 'acceptor-silent' ? 'test-device' : 'call-centre',
    }),
  );
}
