import { type FinancialEvent, onFinancialEvent } from '../../src/card/financial-transitions.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { randomSixDigits } from '../secrets.ts';
import { pinVerifier } from './reference-bank.ts';

/** The bank's side of a card's life: accounts are opened, passed on to a new card, and closed (REPL-2, SWAP-2). */
export interface Accounts {
  /** Opens an account for a card that is made; one that exists stays as it is. Locked until activation (M A15). */
  open(queries: Queries, accountNumber: string, socialSecurityNumber: string): Promise<void>;
  /** The account serves a new card: locked again, with the initial PIN of that card. */
  passOn(queries: Queries, accountNumber: string): Promise<void>;
  /** The holder chose a new number: this account is closed for cards, for ever. */
  close(queries: Queries, accountNumber: string): Promise<void>;
  /** INFO-1: the number that balance messages go to, on every account of the person. */
  changeMobile(queries: Queries, socialSecurityNumber: string, mobile: string): Promise<void>;
}

/** Accounts over the service's own tables. Initial PINs go on a PIN letter; only their digest is kept. */
export function referenceAccounts({ entropy, digest }: Foundations): Accounts {
  const newInitialPin = (accountNumber: string): string =>
    pinVerifier(digest, accountNumber, randomSixDigits(entropy));

  async function happens(queries: Queries, accountNumber: string, event: FinancialEvent): Promise<boolean> {
    const account = await queries
      .selectFrom('bank_account')
      .select('financial_state')
      .where('account_number', '=', accountNumber)
      .executeTakeFirst();
    if (!account) return false;
    const answer = onFinancialEvent(account.financial_state, event);
    if (!('to' in answer)) return false;
    await queries
      .updateTable('bank_account')
      .set({ financial_state: answer.to })
      .where('account_number', '=', accountNumber)
      .execute();
    return true;
  }

  return {
    open: async (queries, accountNumber, socialSecurityNumber) => {
      const resident = await queries
        .selectFrom('resident')
        .select(['birth_date', 'mobile'])
        .where('social_security_number', '=', socialSecurityNumber)
        .executeTakeFirstOrThrow();
      await queries
        .insertInto('bank_account')
        .values({
          account_number: accountNumber,
          social_security_number: socialSecurityNumber,
          birth_date: resident.birth_date,
          mobile: resident.mobile,
          initial_pin_verifier: newInitialPin(accountNumber),
          pin_verifier: null,
          financial_state: 'locked',
          balance_sms: 0,
        })
        .onConflict((conflict) => conflict.column('account_number').doNothing())
        .execute();
    },
    passOn: async (queries, accountNumber) => {
      await happens(queries, accountNumber, 'new-card');
      await queries
        .updateTable('bank_account')
        .set({ pin_verifier: null, initial_pin_verifier: newInitialPin(accountNumber) })
        .where('account_number', '=', accountNumber)
        .execute();
    },
    close: async (queries, accountNumber) => {
      await happens(queries, accountNumber, 'closed');
    },
    changeMobile: async (queries, socialSecurityNumber, mobile) => {
      await queries
        .updateTable('bank_account')
        .set({ mobile })
        .where('social_security_number', '=', socialSecurityNumber)
        .execute();
    },
  };
}
