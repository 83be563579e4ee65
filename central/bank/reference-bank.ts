import type { PinRefusal } from '../../src/contracts/central/queries.ts';
import { type PinRule, pinViolations } from '../../src/pin-block/pin-rules.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { Queries, Tables } from '../database/tables.ts';
import type { KeyedDigest } from '../secrets.ts';
import type { Bank, BankTrouble, PinEntries } from './bank.ts';
import { openPinBlock, type PinKeys } from './pin-keys.ts';

const REFUSAL_OF_RULE: Readonly<Record<PinRule, PinRefusal>> = {
  'same-as-initial': 'same-as-initial',
  'repeated-digit': 'one-digit-repeated',
  'run-up': 'run-up-or-down',
  'run-down': 'run-up-or-down',
  'from-birth-date': 'from-birth-date',
  'from-id-number': 'from-id-number',
  'from-mobile': 'from-mobile',
};

/** What stands in the table instead of a PIN; bound to the account, so equal PINs look different. */
export const pinVerifier = (digest: KeyedDigest, accountNumber: string, pin: string): string =>
  digest('pin', accountNumber, pin);

/** The bank over the service's own tables. `keys` are the twins of the pads' PIN keys. */
export function referenceBank(keys: PinKeys, digest: KeyedDigest): Bank {
  /** ACT-3 on opened digits; null is a PIN that may be used. */
  function refusalOf(pin: string, account: Tables['bank_account']): PinRefusal | null {
    const isInitial = pinVerifier(digest, account.account_number, pin) === account.initial_pin_verifier;
    const broken = pinViolations(pin, {
      initialPin: isInitial ? pin : null,
      birthDate: account.birth_date,
      idNumber: account.social_security_number,
      mobile: account.mobile,
    })[0];
    return broken === undefined ? null : REFUSAL_OF_RULE[broken];
  }

  /** Opens both entries: the verifier of a usable PIN, or the rule against it. */
  async function judge(
    queries: Queries,
    { accountNumber, socialSecurityNumber, entries }: PinEntries,
  ): Promise<Result<{ verifier: string } | { refused: PinRefusal }, BankTrouble>> {
    const account = await queries
      .selectFrom('bank_account')
      .selectAll()
      .where('account_number', '=', accountNumber)
      .where('social_security_number', '=', socialSecurityNumber)
      .executeTakeFirst();
    if (!account) return err('account-unknown');
    const first = openPinBlock(keys, entries[0], accountNumber);
    if (!first.ok) return first;
    const second = openPinBlock(keys, entries[1], accountNumber);
    if (!second.ok) return second;
    if (first.value !== second.value) return ok({ refused: 'pins-differ' });
    const refused = refusalOf(first.value, account);
    return ok(refused === null ? { verifier: pinVerifier(digest, accountNumber, first.value) } : { refused });
  }

  return {
    checkPin: async (queries, entries) => {
      const judged = await judge(queries, entries);
      if (!judged.ok) return judged;
      return ok(
        'refused' in judged.value ? { result: 'refused', reason: judged.value.refused } : { result: 'ok' },
      );
    },
    activate: async (queries, entries, balanceSms) => {
      const judged = await judge(queries, entries);
      if (!judged.ok) return judged;
      if ('refused' in judged.value) return ok({ result: 'refused', reason: judged.value.refused });
      await queries
        .updateTable('bank_account')
        .set({
          pin_verifier: judged.value.verifier,
          financial_state: 'active',
          balance_sms: balanceSms ? 1 : 0,
        })
        .where('account_number', '=', entries.accountNumber)
        .execute();
      return ok({ result: 'ok' });
    },
  };
}
