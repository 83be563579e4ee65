import { isServed } from '../policy/served-region.ts';
import { err, ok, type Result, unreachable } from '../result.ts';
import type { CardStates } from './usable.ts';

export type PresentedCardRefusal =
  | { readonly kind: 'other-province'; readonly regionCode: string }
  | { readonly kind: 'holder-mismatch' };

export type CardStateRefusal = {
  readonly kind:
    | 'not-yet-collected'
    | 'temporarily-lost'
    | 'formally-lost'
    | 'suspended'
    | 'expired'
    | 'recalled'
    | 'cancelled'
    | 'already-active'
    | 'pin-locked'
    | 'account-closed';
};

export type ActivationRefusal = PresentedCardRefusal | { readonly kind: 'card-unknown' } | CardStateRefusal;

/** Issuing region of a card: the first six digits of its identification code (protocols 1.4). */
export const issuerRegion = (cardId: string): string => cardId.slice(0, 6);

/**
 * What the kiosk can say about a presented card by itself, before anybody is asked. Another province comes first
 * (ID-10): the region can be read freely, and where to go is the useful answer whoever holds the card. Then the
 * holder (ID-9); a number the chip withholds decides nothing here, the authority compares then.
 */
export function presentedCardAnswer(
  card: { readonly cardId: string; readonly socialSecurityNumber: string | null },
  identity: { readonly socialSecurityNumber: string },
  servedRegions: readonly string[],
): Result<void, PresentedCardRefusal> {
  const regionCode = issuerRegion(card.cardId);
  if (!isServed(servedRegions, regionCode)) return err({ kind: 'other-province', regionCode });
  if (card.socialSecurityNumber !== null && card.socialSecurityNumber !== identity.socialSecurityNumber) {
    return err({ kind: 'holder-mismatch' });
  }
  return ok(undefined);
}

/** What the authority knows about the card: the answer of POST /v1/cards/status. */
export type KnownCard =
  | ({ readonly known: true; readonly holderMatches: boolean } & CardStates)
  | { readonly known: false };

/** Everything ACT-2, ID-9 and ID-10 ask of a card. */
export interface ActivationFacts {
  readonly regionCode: string;
  readonly servedRegions: readonly string[];
  readonly card: KnownCard;
}

/**
 * Whether this card may be activated (ACT-2): issued here, known, the resident's own, social security side normal,
 * financial side locked. The social security side is judged first: a lost card is lost, whatever the bank says.
 */
export function activationAnswer(facts: ActivationFacts): Result<void, ActivationRefusal> {
  const { regionCode, servedRegions, card } = facts;
  if (!isServed(servedRegions, regionCode)) return err({ kind: 'other-province', regionCode });
  if (!card.known) return err({ kind: 'card-unknown' });
  if (!card.holderMatches) return err({ kind: 'holder-mismatch' });
  const refusal = socialSecurityRefusal(card) ?? financialRefusal(card);
  return refusal === null ? ok(undefined) : err(refusal);
}

function socialSecurityRefusal({ socialSecurity }: CardStates): CardStateRefusal | null {
  switch (socialSecurity) {
    case 'normal':
      return null;
    case 'in-production':
    case 'awaiting-collection':
      return { kind: 'not-yet-collected' };
    case 'temporarily-lost':
    case 'formally-lost':
    case 'suspended':
    case 'expired':
    case 'recalled':
    case 'cancelled':
      return { kind: socialSecurity };
    default:
      return unreachable(socialSecurity);
  }
}

function financialRefusal({ financial }: CardStates): CardStateRefusal | null {
  switch (financial) {
    case 'locked':
      return null;
    case 'active':
      return { kind: 'already-active' };
    case 'pin-locked':
      return { kind: 'pin-locked' };
    case 'closed':
      return { kind: 'account-closed' };
    default:
      return unreachable(financial);
  }
}
