import type { CardStatusAnswer } from '../../src/contracts/central/queries.ts';
import { maskMobile } from '../../src/identity/masking.ts';
import type { Queries } from '../database/tables.ts';
import type { CardStatusQuestion } from './card-authority.ts';

/** A produced card with its account, by what its chip says; null where the registry knows no such card. */
export async function findCard(queries: Queries, card: { cardId: string; cardNumber: string }) {
  const found = await queries
    .selectFrom('card')
    .innerJoin('bank_account', 'bank_account.account_number', 'card.account_number')
    .select([
      'card.social_security_number',
      'card.social_security_state',
      'bank_account.account_number',
      'bank_account.financial_state',
      'bank_account.mobile',
    ])
    .where('card.card_id', '=', card.cardId)
    .where('card.card_number', '=', card.cardNumber)
    .executeTakeFirst();
  return found ?? null;
}

/**
 * State of a card for the one who presents it (ACT-2, ID-9). Somebody else's card gives away no mobile number; its
 * states are needed to say the right thing about a lost one.
 */
export async function cardStatus(queries: Queries, question: CardStatusQuestion): Promise<CardStatusAnswer> {
  const card = await findCard(queries, question);
  if (!card) return { known: false };
  const holderMatches = card.social_security_number === question.socialSecurityNumber;
  return {
    known: true,
    holderMatches,
    socialSecurity: card.social_security_state,
    financial: card.financial_state,
    mobileMasked: holderMatches && card.mobile !== null ? maskMobile(card.mobile) : null,
  };
}
