import { addWorkingDays, dayInShanghai } from '../calendar/calendar-day.ts';
import type { EligibilityAnswer } from '../contracts/central/queries.ts';
import { feeOn } from '../policy/fee.ts';
import type { OpenedTransaction, QueuedProgress } from '../ports/transactions.ts';
import { NOTHING_MORE } from '../receipt/receipt-facts.ts';
import type { ReceiptState } from '../receipt/receipt-state.ts';
import type { ApplyContext } from './apply-setup.ts';
import { type Ending, refusal, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import { refusalOfOperation } from './operation-refusal.ts';

/** APPLY-1, APPLY-2 from the authority's answer; null goes on. */
export function eligibilityEnding(answer: EligibilityAnswer): Ending | null {
  switch (answer.decision) {
    case 'eligible':
      return null;
    case 'has-card':
      return refusal(
        'has-card',
        { cardNumberMasked: answer.card.cardNumberMasked },
        insteadOfApplying(answer.card),
      );
    case 'application-pending':
      return refusal('application-pending', { reference: answer.reference, readyBy: answer.readyBy });
    case 'not-entitled':
      return refusal('not-entitled');
  }
}

/** APPLY-1: "shown what fits instead": the state of the card they have decides. */
function insteadOfApplying(card: { socialSecurity: string; financial: string }): ('activate' | 'replace')[] {
  if (card.socialSecurity === 'normal' && card.financial === 'locked') return ['activate'];
  return card.socialSecurity === 'formally-lost' || card.socialSecurity === 'temporarily-lost'
    ? ['replace']
    : [];
}

/** APPLY-5: the first card costs what the pack says on the day; nothing where it says nothing. */
export function chargeOnApplying(kit: FlowKit): { what: 'card'; fen: number }[] {
  const fee = feeOn(kit.policy.application.fee, dayInShanghai(kit.clock.now()));
  return fee === null || fee === 0 ? [] : [{ what: 'card', fen: fee }];
}

/** INV-4: intent and outbox row in one commit; when this returns, the application is accepted. */
export function acceptApplication(kit: FlowKit, context: ApplyContext): OpenedTransaction {
  const { mobile, occupation, address, outlet, photo } = context;
  if (!mobile || !occupation || !address || !outlet || !photo) throw new Error('submit before every answer');
  return kit.transactions.accept({
    service: 'apply',
    operation: {
      identity: { ...context.identity },
      mobile: mobile.mobile,
      issue: 'at-outlet',
      mobileConfirmation: mobile.confirmation,
      occupation,
      residentialAddress: address,
      collectionOutlet: outlet,
      photo,
      face: context.face,
    },
  });
}

const stateOf = (progress: QueuedProgress): ReceiptState => {
  switch (progress.state) {
    case 'queued':
      return 'accepted-not-yet-sent';
    case 'refused':
      return 'refused';
    case 'in-progress':
    case 'done':
      return 'sent-waiting-for-office';
  }
};

/** Exactly the row reached, nothing more (APPLY-7, settlement.md "What the resident is told"). */
export function applicationReceipt(kit: FlowKit, context: ApplyContext): Ending {
  const { opened } = context;
  if (!opened) return trouble('internal');
  const { application } = kit.policy;
  const progress = context.progress ?? { state: 'queued' };
  const refused = progress.state === 'refused';
  const latest = addWorkingDays(dayInShanghai(kit.clock.now()), application.readyWithinWorkingDays);
  return {
    kind: 'receipt',
    receipt: {
      ...NOTHING_MORE,
      state: stateOf(progress),
      service: 'apply',
      reference: opened.reference,
      transactionId: opened.transactionId,
      applicationNumber: progress.state === 'done' ? progress.number : null,
      readyBy: refused ? null : progress.state === 'done' ? (progress.day ?? latest) : latest,
      collectWithinDays: refused ? null : application.collectWithinDays,
      place: refused ? null : (application.collectionOutlets.find(({ id }) => id === context.outlet) ?? null),
      refusal: progress.state === 'refused' ? refusalOfOperation(progress.code) : null,
      mobileUnconfirmed: context.mobile?.confirmation === null,
    },
  };
}
