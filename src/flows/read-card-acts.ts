import { issuerRegion, presentedCardAnswer } from '../card/activation-answer.ts';
import type { CardStates } from '../card/usable.ts';
import type { CardStatusAnswer } from '../contracts/central/queries.ts';
import type { AcceptedIdentity } from '../identity/check-document.ts';
import { isServed } from '../policy/served-region.ts';
import type { AuthorityTrouble } from '../ports/authority.ts';
import type { SocialSecurityCard } from '../ports/social-card-reader.ts';
import type { Result } from '../result.ts';
import { type Ending, refusal } from './ending.ts';
import type { FlowKit } from './kit.ts';
import { queryTrouble } from './query-trouble.ts';

/** ID-9, ID-10: the card must be this person's, from here; null goes on. A refusal is on record. */
export function holderEnding(
  kit: FlowKit,
  identity: AcceptedIdentity,
  card: SocialSecurityCard,
): Ending | null {
  const presented = presentedCardAnswer(card, identity, kit.policy.servedRegions);
  if (presented.ok) return null;
  noteRefused(kit, card, presented.error.kind);
  return presented.error.kind === 'other-province'
    ? refusal('other-province', { region: presented.error.regionCode })
    : refusal('holder-mismatch');
}

export function askStatus(kit: FlowKit, card: SocialSecurityCard | null, signal: AbortSignal) {
  if (!card) throw new Error('asking without a card');
  return kit.authority.cardStatus(
    {
      cardId: card.cardId,
      cardNumber: card.cardNumber ?? '',
      socialSecurityNumber: card.socialSecurityNumber ?? '',
    },
    signal,
  );
}

/** What the authority knows of the card, or why it is not told. */
export function judgeStatus(
  kit: FlowKit,
  card: SocialSecurityCard | null,
  answer: Result<CardStatusAnswer, AuthorityTrouble>,
): { readonly states: CardStates } | { readonly ending: Ending } {
  if (!answer.ok) return { ending: queryTrouble(answer) };
  const status = answer.value;
  if (!status.known) return { ending: refusal('card-unknown') };
  if (!status.holderMatches) {
    noteRefused(kit, card, 'holder-mismatch');
    return { ending: refusal('holder-mismatch') };
  }
  return { states: { socialSecurity: status.socialSecurity, financial: status.financial } };
}

const noteRefused = (kit: FlowKit, card: SocialSecurityCard | null, outcome: string) =>
  kit.audit.record('social-card-read', {
    outcome,
    specVersion: card?.specVersion ?? null,
    generation: card?.generation ?? null,
  });

/** Its state can be asked for: issued here, readable, and the authority is in reach. */
export const canShowState = (kit: FlowKit, card: SocialSecurityCard | null): boolean =>
  card !== null &&
  card.cardNumber !== null &&
  isServed(kit.policy.servedRegions, issuerRegion(card.cardId)) &&
  kit.linkUp();

/** ECARD-2: the pack allows it and the authority is in reach; the camera is a scanner every kiosk has. */
export const takesCodes = (kit: FlowKit): boolean =>
  kit.policy.electronicCard.standsInForCard && kit.linkUp();
