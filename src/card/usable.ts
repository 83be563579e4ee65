import type { FinancialState } from './financial-side.ts';
import type { SocialSecurityState } from './social-security-side.ts';

/** Both sides of one card, as the authority knows them. */
export interface CardStates {
  readonly socialSecurity: SocialSecurityState;
  readonly financial: FinancialState;
}

/**
 * Whether a card may be used as a social security card: INV-2 counts these. The financial side does not matter:
 * the card applications work from collection, before the bank side is activated (M A15).
 */
export const usable = (card: Pick<CardStates, 'socialSecurity'>): boolean => card.socialSecurity === 'normal';

/** Whether its owner can pay with it. */
export const canPay = (card: CardStates): boolean => usable(card) && card.financial === 'active';

/** Whether a card stands in the way of another application: any state but cancelled (APPLY-1). */
export const countsAsHavingCard = (card: Pick<CardStates, 'socialSecurity'>): boolean =>
  card.socialSecurity !== 'cancelled';
