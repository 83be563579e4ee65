import type { CardRequest, LossReport } from '../../src/contracts/central/operations.ts';
import { application } from './test-kiosk.ts';

const { identity, face } = application();

/** A formal loss report of the fictitious resident. */
export const lossReport = (): Omit<LossReport, 'kind' | 'receiptReference' | 'reportedAt'> => ({
  identity,
  report: { loss: 'formal' },
  face,
});

/** Their request for a card made on the spot. */
export const cardRequest = (
  purpose: CardRequest['purpose'],
): Omit<CardRequest, 'receiptReference' | 'acceptedAt' | 'order'> => ({
  kind: 'card.request',
  purpose,
  exchangeReason: null,
  oldCardId: purpose === 'swap' ? 'CD'.repeat(16) : null,
  account: 'same',
  issue: 'on-the-spot',
  collectionOutlet: 'outlet-1',
  identity,
  face,
});
