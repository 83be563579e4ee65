import { withLuhnDigit } from '../../src/fictitious-residents/made-up-number.ts';
import type { Entropy } from '../../src/ports/clock.ts';
import type { Queries } from '../database/tables.ts';
import { randomHex } from '../secrets.ts';

/** Registered provider of card applications in China: bytes 3-7 of every 卡的识别码 (protocols 1.4). */
const MINISTRY_RID = 'D156000005';
/** Issuer digits of the fictitious bank, as on every card of the reference registry. */
const ACCOUNT_ISSUER = '621799';
const ACCOUNT_DIGITS = 18;
const CARD_NUMBER_DIGITS = 8;

/** `count` decimal digits; a draw is 8 bytes, so the unevenness is below one in 10^11. */
function randomDigits(entropy: Entropy, count: number): string {
  const drawn = Buffer.from(entropy.bytes(8)).readBigUInt64BE(0) % 10n ** BigInt(count);
  return drawn.toString().padStart(count, '0');
}

async function taken(queries: Queries, cardNumber: string): Promise<boolean> {
  const card = await queries
    .selectFrom('card')
    .select('card_serial')
    .where('card_number', '=', cardNumber)
    .executeTakeFirst();
  const written = await queries
    .selectFrom('personalisation')
    .select('personalisation_id')
    .where('card_number', '=', cardNumber)
    .executeTakeFirst();
  return card !== undefined || written !== undefined;
}

/** Nine characters that no card has, not even one that was spoilt while it was written. */
export async function newCardNumber(queries: Queries, entropy: Entropy): Promise<string> {
  for (;;) {
    const number = `K${randomDigits(entropy, CARD_NUMBER_DIGITS)}`;
    if (!(await taken(queries, number))) return number;
  }
}

/** 19 digits with a right Luhn digit that no account has. */
export async function newAccountNumber(queries: Queries, entropy: Entropy): Promise<string> {
  for (;;) {
    const digits = randomDigits(entropy, ACCOUNT_DIGITS - ACCOUNT_ISSUER.length);
    const number = withLuhnDigit(ACCOUNT_ISSUER + digits);
    const account = await queries
      .selectFrom('bank_account')
      .select('account_number')
      .where('account_number', '=', number)
      .executeTakeFirst();
    if (account === undefined) return number;
  }
}

/** 卡的识别码: region, provider, eight bytes of chance. */
export const newCardId = (region: string, entropy: Entropy): string =>
  `${region}${MINISTRY_RID}${randomHex(entropy, 8)}`;
