import type { OperationResult } from '../../../src/contracts/central/operations.ts';
import type { Given } from '../store/journal-store.ts';

/** What of an answer is kept with the transaction, so that a receipt can be printed later; null keeps nothing. */
export function givenBy(result: OperationResult): Given | null {
  switch (result.kind) {
    case 'application.submit':
      return { number: result.applicationNumber, day: result.readyBy };
    case 'loss.report':
      return { number: result.hotlineReference, day: result.lostUntil };
    case 'card.request':
      return { number: result.requestNumber, day: result.readyBy };
    case 'certification.submit':
      return { number: null, day: result.validUntil };
    case 'card.delivery':
      return { number: null, day: result.readyBy };
    default:
      return null;
  }
}
