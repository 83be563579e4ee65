import type { ElectronicCardAnswer } from '../../src/contracts/central/queries.ts';
import { maskCardNumber, maskName } from '../../src/identity/masking.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantIn, instantNow } from '../moments.ts';
import { randomToken } from '../secrets.ts';

/** How long a code on a phone can be used; the phone shows a new one in time. */
const VALID_SECONDS = 60;
const CODE_BYTES = 24;

/** Codes of electronic cards (ECARD-2). The platform behind the real ones is a province's own. */
export interface ElectronicCardCodes {
  /** What the owner's phone would show; the code before it is worth nothing any more. */
  mint(socialSecurityNumber: string): Promise<{ readonly code: string; readonly expiresAt: string }>;
  check(code: string): Promise<ElectronicCardAnswer>;
}

async function electronicCardOf(queries: Queries, socialSecurityNumber: string) {
  return queries
    .selectFrom('electronic_card')
    .innerJoin('resident', 'resident.social_security_number', 'electronic_card.social_security_number')
    .innerJoin('card', 'card.card_serial', 'electronic_card.card_serial')
    .leftJoin('bank_account', 'bank_account.account_number', 'card.account_number')
    .select(['resident.name', 'card.card_number', 'electronic_card.state', 'bank_account.financial_state'])
    .where('electronic_card.social_security_number', '=', socialSecurityNumber)
    .executeTakeFirst();
}

/** Keeps one keyed digest for a person, never a code. */
export function referenceElectronicCardCodes({
  queries,
  clock,
  entropy,
  digest,
}: Foundations): ElectronicCardCodes {
  const digestOf = (code: string): string => digest('electronic-card', code);
  return {
    mint: (socialSecurityNumber) =>
      inTransaction(queries, async (q) => {
        const code = randomToken(entropy, CODE_BYTES);
        const expiresAt = instantIn(clock, VALID_SECONDS);
        await q
          .deleteFrom('electronic_card_code')
          .where('social_security_number', '=', socialSecurityNumber)
          .execute();
        await q
          .insertInto('electronic_card_code')
          .values({
            code_digest: digestOf(code),
            social_security_number: socialSecurityNumber,
            expires_at: expiresAt,
          })
          .execute();
        return { code, expiresAt };
      }),
    check: async (code) => {
      const minted = await queries
        .selectFrom('electronic_card_code')
        .selectAll()
        .where('code_digest', '=', digestOf(code))
        .executeTakeFirst();
      if (!minted) return { result: 'unknown' };
      if (minted.expires_at <= instantNow(clock)) return { result: 'expired' };
      const card = await electronicCardOf(queries, minted.social_security_number);
      if (!card) return { result: 'unknown' };
      return {
        result: 'valid',
        nameMasked: maskName(card.name),
        cardNumberMasked: maskCardNumber(card.card_number ?? ''),
        socialSecurity: card.state,
        financial: card.financial_state ?? 'locked',
      };
    },
  };
}
