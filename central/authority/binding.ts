import { addYears, dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { CardBind } from '../../src/contracts/central/operations.ts';
import type { Accounts } from '../bank/accounts.ts';
import type { Queries } from '../database/tables.ts';
import type { PackPolicies } from '../director/packs.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import type { Personalisation, Personalisations } from '../personalisation/personalisations.ts';
import type { Decision } from './card-authority.ts';
import { type CardRow, cardBySerial } from './card-moves.ts';
import { done, refused, type Sent } from './decision.ts';
import { packOf, requestOfKiosk } from './owed-card.ts';

/** Whom a personalised card is bound with. */
export interface BindingParts {
  readonly foundations: Foundations;
  readonly policies: PackPolicies;
  readonly accounts: Accounts;
  readonly personalisations: Personalisations;
}

/** The chip is complete, is the card the kiosk names, for this request, with the account this request passes on. */
const fits = (made: Personalisation | null, bind: CardBind, card: CardRow): made is Personalisation =>
  made?.written === true &&
  made.requestKey === bind.request &&
  made.cardId === bind.cardId &&
  made.cardNumber === bind.cardNumber &&
  (card.account_number === null || card.account_number === made.accountNumber);

/**
 * Ties a personalised card to its person (settlement.md row 13). It is not usable yet: nobody holds it. The same card
 * bound again is done; another one for the same request is not taken.
 */
export async function bindCard(
  { foundations: { clock }, policies, accounts, personalisations }: BindingParts,
  queries: Queries,
  bind: CardBind,
  sent: Sent,
): Promise<Decision> {
  const request = await requestOfKiosk(queries, bind.request, sent.kioskId);
  if (request?.state !== 'open') return refused('request-unknown');
  const card = await cardBySerial(queries, request.card_serial);
  if (request.bound_at !== null) {
    return card.card_id === bind.cardId ? done({ kind: 'card.bind' }) : refused('request-pending');
  }
  if (request.issue !== 'on-the-spot') return refused('request-unknown');
  const made = await personalisations.find(queries, bind.personalisationId);
  if (!fits(made, bind, card)) return refused('not-personalised');
  await accounts.open(queries, made.accountNumber, request.social_security_number);
  const issuedOn = dayInShanghai(clock.now());
  const { authorityPolicy } = await policies.of(queries, sent.kioskId, packOf(request));
  await queries
    .updateTable('card')
    .set({
      card_id: made.cardId,
      card_number: made.cardNumber,
      account_number: made.accountNumber,
      issued_on: issuedOn,
      expires_on: addYears(issuedOn, authorityPolicy.issuance.validYears),
    })
    .where('card_serial', '=', card.card_serial)
    .execute();
  await queries
    .updateTable('card_request')
    .set({ bound_at: instantNow(clock), step: 'production' })
    .where('request_key', '=', request.request_key)
    .execute();
  return done({ kind: 'card.bind' });
}
