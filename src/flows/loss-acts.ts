import { presentedCardAnswer } from '../card/activation-answer.ts';
import type { ResidentCardAnswer } from '../contracts/central/queries.ts';
import type { AcceptedIdentity } from '../identity/check-document.ts';
import { type Charge, chargeFor } from '../policy/charge.ts';
import { type LossTerm, type LossTermValue, lossTermValue } from '../policy/loss-term.ts';
import type { AuthorityTrouble } from '../ports/authority.ts';
import type { SocialSecurityCard } from '../ports/social-card-reader.ts';
import type { ActEnd, OpenedTransaction } from '../ports/transactions.ts';
import { NOTHING_MORE, type ReceiptPart } from '../receipt/receipt-facts.ts';
import type { ReceiptState } from '../receipt/receipt-state.ts';
import type { Result } from '../result.ts';
import { cardFactsEnding, knownCard, today, unusableCardEnding } from './card-facts.ts';
import { DELAYS } from './delays.ts';
import { type Ending, refusal, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import type { LossContext } from './loss.ts';
import { refusalOfOperation } from './operation-refusal.ts';
import type { RequestOrder } from './steps/request-order.ts';

export { type LossTermValue, lossTermValue };

/** What can be done about a lost card; temporary reports are one option for each term of the pack (LOSS-2). */
export type LossOption = LossTermValue | 'formal' | 'replace' | 'undo';

/** What may be done about the card in its present state (LOSS-1, LOSS-3, LOSS-6, REPL-1). */
export function lossOptions(kit: FlowKit, { answer }: Pick<LossContext, 'answer'>): readonly LossOption[] {
  if (!answer?.ok || !answer.value.found) return [];
  const { loss } = kit.policy;
  const { socialSecurity } = answer.value;
  const options: LossOption[] = [];
  if (socialSecurity === 'normal') options.push(...loss.temporaryTerms.map(lossTermValue));
  if (socialSecurity !== 'formally-lost' && loss.formalAtKiosk && formalCharge(kit, answer))
    options.push('formal');
  if (isOffered(kit, 'replace')) options.push('replace');
  const isLost = socialSecurity === 'temporarily-lost' || socialSecurity === 'formally-lost';
  if (isLost && loss.undoAtKiosk) options.push('undo');
  return options;
}

const isOffered = (kit: FlowKit, service: 'replace'): boolean =>
  kit.tiles().some((tile) => tile.service === service && tile.available);

/** Nothing to report for a card nobody holds, or of which no more can be reported here; null goes on. */
export function whatIsLostEnding(
  kit: FlowKit,
  answer: Result<ResidentCardAnswer, AuthorityTrouble>,
): Ending | null {
  const ending = cardFactsEnding(answer);
  if (ending) return ending;
  const card = knownCard(answer);
  const unusable = unusableCardEnding(card);
  if (unusable) return unusable;
  if (card.socialSecurity === 'expired')
    return refusal('expired', { cardNumberMasked: card.cardNumberMasked }, ['exchange']);
  if (lossOptions(kit, { answer }).length > 0) return null;
  return card.socialSecurity === 'formally-lost'
    ? refusal('formally-lost', { cardNumberMasked: card.cardNumberMasked }, ['replace'])
    : refusal('counter-only');
}

/** LOSS-4 */
export function formalCharge(kit: FlowKit, answer: LossContext['answer']): Charge | null {
  const { waivers } = knownCard(answer);
  return chargeFor({
    service: 'loss',
    policy: kit.policy,
    on: today(kit),
    waivers,
    lossToo: true,
    exchangeReason: null,
  });
}

/** REPL-1: what loss report and new card cost together, for whoever goes straight on to the replacement. */
export function replacementCharge(kit: FlowKit, answer: LossContext['answer']): Charge | null {
  const { waivers, socialSecurity } = knownCard(answer);
  const lossToo = socialSecurity !== 'formally-lost';
  return chargeFor({
    service: 'replace',
    policy: kit.policy,
    on: today(kit),
    waivers,
    lossToo,
    exchangeReason: null,
  });
}

export const lossTermOf = (kit: FlowKit, value: string): LossTerm | null =>
  kit.policy.loss.temporaryTerms.find((term) => lossTermValue(term) === value) ?? null;

/** LOSS-5, INV-4: on disk and first in the queue when this returns. */
export function acceptTemporaryLoss(kit: FlowKit, { identity, face, term }: LossContext): OpenedTransaction {
  if (!term) throw new Error('a temporary loss without a term');
  return kit.transactions.accept({
    service: 'loss',
    operation: { identity: { ...identity }, report: { loss: 'temporary', term }, face },
  });
}

/** LOSS-5: a report that waits in the queue blocks nothing, and the receipt says so. */
export function temporaryLossReceipt(kit: FlowKit, { opened, progress }: LossContext): Ending {
  if (!opened) return trouble('internal');
  const reached = progress ?? { state: 'queued' as const };
  const done = reached.state === 'done';
  const states = {
    queued: 'accepted-not-yet-sent',
    'in-progress': 'sent-waiting-for-office',
    done: 'done-here',
    refused: 'refused',
  } as const satisfies Record<typeof reached.state, ReceiptState>;
  const next = done && isOffered(kit, 'replace');
  return {
    kind: 'receipt',
    receipt: {
      ...NOTHING_MORE,
      state: states[reached.state],
      service: 'loss',
      reference: opened.reference,
      transactionId: opened.transactionId,
      lostUntil: reached.state === 'done' ? reached.day : null,
      notBlockedYet: !done && reached.state !== 'refused',
      refusal: reached.state === 'refused' ? refusalOfOperation(reached.code) : null,
      parts: done ? ['loss-reported'] : [],
    },
    ...(next && { next: ['replace'] }),
  };
}

/** LOSS-3, LOSS-4: paid first, then reported, once each. */
export function formalLossOrder(kit: FlowKit, { identity, face, answer }: LossContext): RequestOrder {
  const charge = formalCharge(kit, answer);
  if (!charge) throw new Error('a formal loss without a fee');
  return {
    plan: { service: 'loss', socialSecurityNumber: identity.socialSecurityNumber, charge: charge.items },
    loss: { identity: { ...identity }, report: { loss: 'formal' }, face },
    request: null,
    makeHere: false,
    keepsOldCard: false,
  };
}

/** ID-9, ID-10: the card that was found must be this person's, from here; null goes on. */
export function undoEnding(
  kit: FlowKit,
  identity: AcceptedIdentity,
  card: SocialSecurityCard,
): Ending | null {
  const presented = presentedCardAnswer(card, identity, kit.policy.servedRegions);
  if (presented.ok) return null;
  return presented.error.kind === 'other-province'
    ? refusal('other-province', { region: presented.error.regionCode })
    : refusal('holder-mismatch');
}

export function undoLoss(kit: FlowKit, { identity, face, found }: LossContext, signal: AbortSignal) {
  if (!found) throw new Error('undoing without the card that was found');
  const { socialSecurityNumber } = identity;
  return kit.transactions.carryOut(
    { service: 'undo-loss', operation: { socialSecurityNumber, cardId: found.cardId, face } },
    DELAYS.UNKNOWN_PATIENCE,
    signal,
  );
}

export function undoReceipt(undone: OpenedTransaction & { readonly end: ActEnd }): Ending {
  const states = {
    done: 'done-here',
    refused: 'refused',
    'nothing-happened': 'nothing-happened',
    unknown: 'unknown-asking',
  } as const;
  const parts: readonly ReceiptPart[] = undone.end.state === 'done' ? ['loss-undone'] : [];
  return {
    kind: 'receipt',
    receipt: {
      ...NOTHING_MORE,
      state: states[undone.end.state],
      service: 'loss',
      reference: undone.reference,
      transactionId: undone.transactionId,
      refusal: undone.end.state === 'refused' ? refusalOfOperation(undone.end.code) : null,
      parts,
    },
  };
}
