import { bytesFromHex } from '../../../src/card-keys/hex.ts';

/** A bank application's records by short file id (protocols 1.10, 6.5): each is one template 70. */
export type BankRecords = ReadonlyMap<number, Uint8Array>;

/** Fictitious cardholder part of record SFI 1/1: 5F20 "SPECIMEN/A ", 9F61 zeros, 9F62 00. */
const HOLDER = '5F200B53504543494D454E2F41209F61123030303030303030303030303030303030309F620100';

/**
 * Records of the debit application: track 2 in SFI 1, the account number (5A) in SFI 2. With `accountIn` track-2
 * the second record has no 5A; without a number both lack it.
 */
export function bankRecords(accountNumber: string | null, accountIn: 'pan' | 'track-2'): BankRecords {
  const track2 = accountNumber === null ? '' : element('57', track2Of(accountNumber));
  const pan =
    accountNumber === null || accountIn === 'track-2' ? '' : element('5A', evenDigits(accountNumber));
  return new Map([
    [1, template(`${track2}${HOLDER}`)],
    [2, template(`5F2403341231${pan}5F340101`)],
  ]);
}

/** Account number, `D`, expiry 3412, service code 220, discretionary zeros. */
const track2Of = (accountNumber: string): string => evenDigits(`${accountNumber}D34122200000000000`);

const evenDigits = (digits: string): string => (digits.length % 2 === 0 ? digits : `${digits}F`);

const element = (tag: string, value: string): string =>
  `${tag}${(value.length / 2).toString(16).padStart(2, '0').toUpperCase()}${value}`;

function template(content: string): Uint8Array {
  const bytes = bytesFromHex(element('70', content));
  if (bytes === null) throw new Error('a bank record is not hex');
  return bytes;
}
