import {
  type ActivationRefusal,
  activationAnswer,
  issuerRegion,
  presentedCardAnswer,
} from '../card/activation-answer.ts';
import type { CardStatusAnswer } from '../contracts/central/queries.ts';
import type { AcceptedIdentity } from '../identity/check-document.ts';
import type { AuthorityTrouble } from '../ports/authority.ts';
import type { SocialSecurityCard } from '../ports/social-card-reader.ts';
import type { ActEnd, OpenedTransaction } from '../ports/transactions.ts';
import { NOTHING_MORE } from '../receipt/receipt-facts.ts';
import type { ReceiptState } from '../receipt/receipt-state.ts';
import type { Result } from '../result.ts';
import type { ActivateContext } from './activate.ts';
import { DELAYS } from './delays.ts';
import { type Ending, refusal, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import { refusalOfOperation } from './operation-refusal.ts';

/** What the chip alone decides, before anybody is asked (ID-9, ID-10); null goes on. */
export function cardEnding(
  kit: FlowKit,
  identity: AcceptedIdentity,
  card: SocialSecurityCard,
): Ending | null {
  const presented = presentedCardAnswer(card, identity, kit.policy.servedRegions);
  if (!presented.ok) return activationRefusal(presented.error);
  if (card.socialSecurityNumber === null || card.cardNumber === null)
    return trouble('social-card-unreadable');
  return card.accountNumber === null ? refusal('no-bank-account') : null;
}

/** What the authority knows of the card (ACT-2); null goes on. */
export function statusEnding(
  kit: FlowKit,
  card: SocialSecurityCard,
  status: Result<CardStatusAnswer, AuthorityTrouble>,
): Ending | null {
  if (!status.ok) {
    return trouble(status.error.kind === 'link-down' ? 'link-down' : 'authority-refused-to-answer');
  }
  const answer = activationAnswer({
    regionCode: issuerRegion(card.cardId),
    servedRegions: kit.policy.servedRegions,
    card: status.value,
  });
  return answer.ok ? null : activationRefusal(answer.error);
}

const activationRefusal = (reason: ActivationRefusal): Ending =>
  reason.kind === 'other-province'
    ? refusal(reason.kind, { region: reason.regionCode })
    : refusal(reason.kind);

/** Intent on disk, one call, outcome on disk; both entries go on enciphered (ACT-3, ACT-4, INV-4). */
export function activateCard(
  kit: FlowKit,
  { card, entries, balanceSms, face, identity }: ActivateContext,
  signal: AbortSignal,
): Promise<OpenedTransaction & { readonly end: ActEnd }> {
  if (!card?.cardNumber || !card.accountNumber || !entries) throw new Error('activating before every answer');
  return kit.transactions.carryOut(
    {
      service: 'activate',
      operation: {
        socialSecurityNumber: identity.socialSecurityNumber,
        cardId: card.cardId,
        cardNumber: card.cardNumber,
        accountNumber: card.accountNumber,
        entries,
        balanceSms: balanceSms ?? false,
        face,
      },
    },
    DELAYS.UNKNOWN_PATIENCE,
    signal,
  );
}

const stateOf = (end: ActEnd): ReceiptState => {
  switch (end.state) {
    case 'done':
      return 'done-here';
    case 'refused':
      return 'refused';
    case 'unknown':
      return 'unknown-asking';
    case 'nothing-happened':
      return 'nothing-happened';
  }
};

/** Exactly the row reached, nothing more. */
export function activationReceipt(done: ActivateContext['done']): Ending {
  if (!done) return trouble('internal');
  return {
    kind: 'receipt',
    receipt: {
      ...NOTHING_MORE,
      state: stateOf(done.end),
      service: 'activate',
      reference: done.reference,
      transactionId: done.transactionId,
      refusal: done.end.state === 'refused' ? refusalOfOperation(done.end.code) : null,
    },
  };
}
