import { maskIdentityNumber, maskName } from '../identity/masking.ts';
import type { OpenedTransaction, QueuedProgress } from '../ports/transactions.ts';
import { NOTHING_MORE } from '../receipt/receipt-facts.ts';
import type { ReceiptState } from '../receipt/receipt-state.ts';
import type { CertifyContext } from './certify.ts';
import { type Ending, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import { refusalOfOperation } from './operation-refusal.ts';
import type { ScreenBody, ViewEnvironment } from './screen.ts';

/** Who is certified, as of which day; nothing of it can be changed here (CERT-1). */
export const certifyAnswersBody = ({ identity }: CertifyContext, { kit }: ViewEnvironment): ScreenBody => ({
  screen: 'check-answers',
  lines: [
    { field: 'name', value: maskName(identity.name), fromChip: true, change: false },
    { field: 'document-number', value: maskIdentityNumber(identity.number), fromChip: true, change: false },
  ],
  feeFen: 0,
  queued: !kit.linkUp(),
});

/** CERT-2, INV-4: on disk and in the queue when this returns. */
export const acceptCertification = (kit: FlowKit, { identity, face }: CertifyContext): OpenedTransaction =>
  kit.transactions.accept({ service: 'certify', operation: { identity: { ...identity }, face } });

const stateOf = (progress: QueuedProgress): ReceiptState => {
  switch (progress.state) {
    case 'queued':
      return 'accepted-not-yet-sent';
    case 'in-progress':
      return 'sent-waiting-for-office';
    case 'done':
      return 'done-here';
    case 'refused':
      return 'refused';
  }
};

/** Exactly the row reached; until when it holds is the authority's word alone (CERT-1). */
export function certificationReceipt({ opened, progress }: CertifyContext): Ending {
  if (!opened) return trouble('internal');
  const reached = progress ?? { state: 'queued' };
  return {
    kind: 'receipt',
    receipt: {
      ...NOTHING_MORE,
      state: stateOf(reached),
      service: 'certify',
      reference: opened.reference,
      transactionId: opened.transactionId,
      validUntil: reached.state === 'done' ? reached.day : null,
      refusal: reached.state === 'refused' ? refusalOfOperation(reached.code) : null,
    },
  };
}
