import type { StuckRequest } from '../../../src/contracts/configuration/orders.ts';
import type { Store } from '../store/open-store.ts';

/** Most that one heartbeat tells of. */
const MOST = 50;

/** Operations the authority would not take: each waits for people at the desk (INV-4). Codes and references alone. */
export const stuckRequests = ({
  deadLetters,
  journal,
}: Pick<Store, 'deadLetters' | 'journal'>): StuckRequest[] =>
  deadLetters
    .all()
    .flatMap(({ key, transactionId, kind, code, at }) => {
      const stored = journal.find(transactionId);
      if (!stored) return [];
      const { reference, service, course } = stored;
      // Of that course alone are requests that money and cards go with.
      const money = course === 'request';
      return [
        {
          kind: 'dead-letter' as const,
          reference,
          service,
          key,
          act: kind,
          code: code.slice(0, 80),
          since: at,
          money,
        },
      ];
    })
    .slice(-MOST);
