import type { SocialSecurityState } from '../../src/card/social-security-side.ts';
import type { CardRequest, OperationRefusal } from '../../src/contracts/central/operations.ts';
import { unreachable } from '../../src/result.ts';
import type { HeldCard } from './held-card.ts';
import type { AuthorityPolicy } from './reference-policy.ts';

/** Why a card in this state can't be followed by another, whatever it is asked for; null where it may. */
function stateRefusal(state: SocialSecurityState): OperationRefusal | null {
  switch (state) {
    case 'in-production':
    case 'awaiting-collection':
      return 'not-yet-collected';
    case 'suspended':
    case 'recalled':
    case 'cancelled':
      return state;
    case 'normal':
    case 'temporarily-lost':
    case 'formally-lost':
    case 'expired':
      return null;
    default:
      return unreachable(state);
  }
}

/** REPL-1: after formal loss. An expired card is exchanged (EXCH-1), not replaced. */
const replacementRefusal = (card: HeldCard): OperationRefusal | null => {
  if (card.social_security_state === 'formally-lost') return null;
  return card.social_security_state === 'expired' ? 'card-not-normal' : 'formal-loss-first';
};

/** EXCH-5: the old card comes back. Only a chip that can't be read can't be named. */
function presentedRefusal(request: CardRequest, card: HeldCard): OperationRefusal | null {
  if (request.oldCardId === null) {
    return request.exchangeReason === 'chip-unreadable' ? null : 'card-unknown';
  }
  return request.oldCardId === card.card_id ? null : 'holder-mismatch';
}

/** SWAP-1: the second generation card in hand, normal. */
function swapRefusal(request: CardRequest, card: HeldCard): OperationRefusal | null {
  const wrongCard = presentedRefusal(request, card);
  if (wrongCard !== null) return wrongCard;
  if (card.social_security_state !== 'normal') return 'card-not-normal';
  return card.generation === 2 ? null : 'not-second-generation';
}

/** EXCH-1 to EXCH-6: a reason the pack opens at kiosks, the card in hand, normal or expired. */
function exchangeRefusal(
  request: CardRequest,
  card: HeldCard,
  policy: AuthorityPolicy,
): OperationRefusal | null {
  const reason = policy.exchange.reasons.find((one) => one.reason === request.exchangeReason);
  if (reason?.where !== 'kiosk') return 'counter-only';
  const wrongCard = presentedRefusal(request, card);
  if (wrongCard !== null) return wrongCard;
  const state = card.social_security_state;
  if (state !== 'normal' && state !== 'expired') return 'card-not-normal';
  const generation = request.exchangeReason === 'generation';
  return generation && card.generation !== 2 ? 'not-second-generation' : null;
}

function purposeRefusal(
  request: CardRequest,
  card: HeldCard,
  policy: AuthorityPolicy,
): OperationRefusal | null {
  switch (request.purpose) {
    case 'replacement':
      return replacementRefusal(card);
    case 'swap':
      return swapRefusal(request, card);
    case 'exchange':
      return exchangeRefusal(request, card, policy);
  }
}

/** The first thing that speaks against a request, money apart; null where the authority would take it. */
export function requestRefusal(
  request: CardRequest,
  card: HeldCard,
  policy: AuthorityPolicy,
): OperationRefusal | null {
  const wrong = stateRefusal(card.social_security_state) ?? purposeRefusal(request, card, policy);
  if (wrong !== null) return wrong;
  if (policy.collectionOutlets?.includes(request.collectionOutlet) === false) return 'unknown-outlet';
  if (!policy[request.purpose].accountChoices.includes(request.account)) return 'counter-only';
  const noAccount = card.financial_state === 'closed' || card.account_number === null;
  return request.account === 'same' && noAccount ? 'account-closed' : null;
}
